import { changeOf, fieldsChanged } from '../domain/history'
import type { Project } from '../domain/project'
import { raisingFieldsOf, readRaising } from '../domain/raising'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { overtakenBy } from './overtakenBy'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { troubleNow, troubleView } from './troubleNow'

type Deps = Pick<FlowDeps, 'records' | 'clock'>

/** What would be raised now, for the lead: nothing is noted, and nothing becomes old news by being looked at. */
export async function showTrouble(
  { records, clock }: Deps,
  order: Order<CommandOf<'trouble'>>,
): Promise<Outcome> {
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const now = clock.now()
  const troubles = await troubleNow({ records }, project, now)
  return { kind: 'trouble', view: troubleView(project, now, troubles) }
}

/** The settings of what is raised when. The lead's to see and to change. */
export async function showRaising(
  { records }: Deps,
  order: Order<CommandOf<'showRaising'>>,
): Promise<Outcome> {
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  return {
    kind: 'raisingForm',
    project: headOf(project),
    form: raisingFieldsOf(project.raising),
    version: project.version,
    problems: [],
  }
}

/** Changes what is raised when, or shows what is wrong with what was typed, or that somebody else changed it first. */
export async function saveRaising(deps: Deps, order: Order<CommandOf<'saveRaising'>>): Promise<Outcome> {
  return againWhenLost(() => attempt(deps, order))
}

async function attempt(
  { records, clock }: Deps,
  { project: id, actor, door, command: { form, version } }: Order<CommandOf<'saveRaising'>>,
): Promise<Outcome | 'lost'> {
  const stored = await records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const before = stored.record
  if (!leads(actor, before)) return onlyTheLead(before)
  const project = headOf(before)
  const read = readRaising(form)
  if (read.kind === 'problems') {
    return { kind: 'raisingForm', project, form, version, problems: read.problems }
  }
  const { raising } = read
  const after: Project = { ...before, raising, version: before.version + 1 }
  const fields = fieldsChanged(before, after).map(({ field }) => field)
  if (fields.length === 0) return { kind: 'raisingSaved', project, raising }
  const seen = { project: id, record: 'project', seen: version, version: before.version, fields } as const
  const last = await overtakenBy({ records }, seen)
  if (last) return { kind: 'raisingChangedMeanwhile', project, version: before.version, by: last.by, form }
  const story = { by: actor.person, at: clock.now(), door }
  const saved = await records.commit(id, {
    project: { record: after, over: stored.revision },
    changes: [changeOf('project', before, after, story)],
  })
  return saved === 'lost' ? 'lost' : { kind: 'raisingSaved', project, raising }
}
