import type { Request } from 'restify'
import type { Mine, OwedJson } from '../contract/mine'
import type { ProjectId } from '../domain/ids'
import { byLatestTrouble, type Owed } from '../domain/mine'
import { dueOn } from '../domain/dueDate'
import type { Project } from '../domain/project'
import { ownIn } from '../flows/ownIn'
import { ok, type Reply } from './answers'
import type { ApiDeps, Identity } from './deps'
import { person } from './issueJson'
import { seenProjects, whoIs } from './start'
import { identify, visit, type Visitor } from './visitor'

type InProject = {
  readonly visitor: Visitor
  readonly owed: readonly Owed[]
  readonly card: Mine['cards'][number] | null
}

/**
 * What is the asker's in all their projects. Which projects that are, our own records say, and each team's roster
 * whether they are still on it; nothing of it comes from the browser. A project that can't be asked just now is counted
 * and leaves the others standing; where none can be asked, the request fails.
 */
export async function showMine(deps: ApiDeps, req: Request): Promise<Reply> {
  const identity = await identify(deps, req)
  const ids = [...new Set(await seenProjects(deps, identity))]
  const asked = await Promise.allSettled(ids.map((id) => inProject(deps, req, identity, id)))
  const failed = asked.filter((one) => one.status === 'rejected')
  for (const { reason } of failed)
    deps.log.warn({ err: reason as unknown }, 'A project of somebody’s can’t be asked')
  if (failed.length > 0 && failed.length === ids.length) throw failed[0]?.reason
  const there = asked.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
  const owed = there
    .flatMap(({ visitor, owed: some }) => some.map((one) => ({ one, project: visitor.project })))
    .toSorted((a, b) => byLatestTrouble(a.one, b.one))
  const body: Mine = {
    me: person(there[0]?.visitor.actor.person ?? (await whoIs(deps, identity, req))),
    now: deps.clock.now(),
    owed: owed.map(({ one, project }) => owedJson(one, project)),
    cards: there.flatMap(({ card }) => card ?? []),
    projects: there.length,
    unreachable: failed.length,
  }
  return ok(body)
}

async function inProject(
  deps: ApiDeps,
  req: Request,
  identity: Identity,
  id: ProjectId,
): Promise<InProject | null> {
  const visitor = await visit(deps, identity, req, id)
  if (!visitor) return null
  const { owed, card } = await ownIn(deps, visitor.project, identity.person)
  return { visitor, owed, card: card && { project: headOf(visitor.project), ...card } }
}

function owedJson(owed: Owed, project: Project): OwedJson {
  const where = { project: headOf(project), zone: project.zone, today: owed.today }
  if (owed.record === 'issue') {
    const { id, title, severity, createdAt } = owed.issue
    return { record: 'issue', id, title, ...where, severity, createdAt }
  }
  const { id, title, state, due, for: waits } = owed.item
  if (state.status === 'done' || state.status === 'cancelled') throw new Error('An ended item is not owed')
  return {
    record: 'item',
    id,
    title,
    ...where,
    status: state.status,
    due: due && dueOn(due),
    reason: state.status === 'blocked' ? state.reason : null,
    for: waits && person(waits),
  }
}

function headOf({ id, name, customer }: Project): OwedJson['project'] {
  return { id, name, customer }
}
