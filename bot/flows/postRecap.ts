import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { Draft, PostedRecap } from '../domain/recap'
import type { Instant } from '../domain/time'
import { weekIn, type WeekId } from '../domain/week'
import { channelWeekMessage } from './askForUpdates'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { readEdit } from './draftEdit'
import type { Outcome } from './outcome'
import type { Put } from './ports'
import { headOf, leads, onlyTheLead } from './projectHead'
import { recapAsOf } from './recapAsOf'

type Deps = Pick<FlowDeps, 'records' | 'clock' | 'renderRecap'>

/**
 * Posts this week's recap: freezes it with its card and hands it to the outbox. Once per week, whoever asks and however
 * often: a second time answers with the one that stands.
 */
export async function postRecap(deps: Deps, order: Order<CommandOf<'postRecap'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const now = deps.clock.now()
  const week = weekIn(now, project.zone)
  const standing = await deps.records.recap(project.id, week)
  if (standing) return answer(project, standing.record, true)

  const before = (await deps.records.draft(project.id, week))?.record ?? null
  const edited = await withEdit(deps, order, project, before, now)
  if (edited.kind === 'refused') return edited.outcome
  const posted = await freeze(deps, project, week, now, edited.draft, order.actor.person)
  if (await claim(deps, project, posted, edited.draft === before ? null : edited.draft)) {
    return answer(project, posted, false)
  }
  const winner = await deps.records.recap(project.id, week)
  if (!winner) throw new Error(`The recap of ${week} was claimed by somebody and is not there`)
  return answer(project, winner.record, true)
}

async function withEdit(
  deps: Deps,
  { command, actor }: Order<CommandOf<'postRecap'>>,
  project: Project,
  before: Draft | null,
  now: Instant,
): Promise<{ kind: 'ok'; draft: Draft | null } | { kind: 'refused'; outcome: Outcome }> {
  if (!command.edit) return { kind: 'ok', draft: before }
  const recap = await recapAsOf(deps, project, weekIn(now, project.zone), now, before)
  const read = readEdit(command.edit, { recap, before, by: actor.person, at: now })
  if (read.kind === 'draft') return { kind: 'ok', draft: read.draft }
  const { problems } = read
  return {
    kind: 'refused',
    outcome: { kind: 'draft', project: headOf(project), recap, typed: command.edit, problems },
  }
}

async function freeze(
  deps: Deps,
  project: Project,
  week: WeekId,
  now: Instant,
  draft: Draft | null,
  by: Person,
): Promise<PostedRecap> {
  const recap = await recapAsOf(deps, project, week, now, draft)
  return {
    recap,
    card: deps.renderRecap(recap),
    postedAt: now,
    postedBy: by,
    delivery: { status: 'pending' },
  }
}

/**
 * The recap's row is the claim to its week, and its message stands in the same transaction: a crash right after leaves
 * a frozen recap whose message the outbox still sends.
 */
async function claim(
  { records }: Deps,
  project: Project,
  posted: PostedRecap,
  draft: Draft | null,
): Promise<boolean> {
  const { week } = posted.recap
  const recap: Put<PostedRecap> = { record: posted, over: 'new' }
  const outgoing = [
    { id: `recap.${week}`, at: posted.postedAt, what: { kind: 'recap' as const, week } },
    ...((await records.cycle(project.id, week)) ? [channelWeekMessage(week, posted.postedAt)] : []),
  ]
  const commit = draft
    ? { recap, outgoing, draft: { record: draft, over: 'any' as const } }
    : { recap, outgoing }
  return (await records.commit(project.id, commit)) === 'saved'
}

function answer(project: Project, posted: PostedRecap, again: boolean): Outcome {
  return { kind: 'recapPosted', project: headOf(project), posted, again }
}
