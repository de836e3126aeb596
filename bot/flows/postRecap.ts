import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { Cycle } from '../domain/cycle'
import { hasNothingToTell, type Draft, type PostedRecap } from '../domain/recap'
import { copiesFor } from '../domain/recapCopies'
import { keepable } from '../domain/recapLength'
import { isLateRecap } from '../domain/schedule'
import type { Instant } from '../domain/time'
import { mondayOf, stepAt, weekIn, type WeekId } from '../domain/week'
import { anchorRefresh } from './anchorMessage'
import { channelWeekMessage } from './weekMessages'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { readEdit } from './draftEdit'
import type { Outcome } from './outcome'
import type { Put, Stored } from './ports'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { recapAsOf } from './recapAsOf'
import { messagesThatPost } from './recapMessages'

type Deps = Pick<FlowDeps, 'records' | 'clock' | 'renderRecap'>

/**
 * Posts a week's recap: freezes it with its card and hands it to the outbox. Once per week, whoever asks and however
 * often: a second time answers with the one that stands. The draft of a week that ended without a recap can still be
 * posted until a later one is.
 */
export async function postRecap(deps: Deps, order: Order<CommandOf<'postRecap'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const now = deps.clock.now()
  const thisWeek = weekIn(now, project.zone)
  const week = order.command.week ?? thisWeek
  const standing = await deps.records.recap(project.id, week)
  if (standing) return answer(project, standing.record, true)
  if (await canNotBePosted(deps, project, week, thisWeek))
    return insteadOf(deps, order, project, thisWeek, now)

  const before = (await deps.records.draft(project.id, week))?.record ?? null
  const edited = await withEdit(deps, order, project, { week, before, now })
  if (edited.kind === 'refused') return edited.outcome
  const posted = await freeze(deps, project, week, now, edited.draft, order.actor.person)
  if (await claim(deps, project, posted, edited.draft === before ? null : edited.draft)) {
    return answer(project, posted, false)
  }
  const winner = await deps.records.recap(project.id, week)
  if (!winner) throw new Error(`The recap of ${week} was claimed by somebody and is not there`)
  return answer(project, winner.record, true)
}

/**
 * Posts a week's recap by the clock: from the lead's draft, or as it is and saying so; late if it must be, and saying so.
 * A week in which there is nothing to tell is noted as such instead. Whoever posts at the same moment wins or loses the
 * insert of the recap, and a week that was changed meanwhile is looked at again.
 */
export async function postByClock(deps: Deps, project: Project, cycle: Stored<Cycle>): Promise<void> {
  const { records, clock } = deps
  const { week } = cycle.record
  const now = clock.now()
  const draft = (await records.draft(project.id, week))?.record ?? null
  const posted = await freeze(deps, project, week, now, draft, null)
  if (hasNothingToTell(posted.recap)) {
    const record = { ...cycle.record, leftOutAt: now }
    await records.commit(project.id, { cycle: { record, over: cycle.revision } })
  } else await claim(deps, project, posted, null)
}

/** A later recap has taken up what an earlier week brought; no week is posted before it begins. */
async function canNotBePosted(
  { records }: Deps,
  project: Project,
  week: WeekId,
  thisWeek: WeekId,
): Promise<boolean> {
  if (week === thisWeek) return false
  if (mondayOf(week) > mondayOf(thisWeek)) return true
  const [last] = await records.recaps(project.id, null, 1)
  return last !== undefined && mondayOf(last.recap.week) > mondayOf(week)
}

/** What was typed for a week that can't be posted any more stands in the form of this week's draft. */
async function insteadOf(
  deps: Deps,
  { command }: Order<CommandOf<'postRecap'>>,
  project: Project,
  week: WeekId,
  now: Instant,
): Promise<Outcome> {
  const standing = await deps.records.recap(project.id, week)
  if (standing) return answer(project, standing.record, true)
  const draft = (await deps.records.draft(project.id, week))?.record ?? null
  const recap = await recapAsOf(deps, project, week, now, draft)
  return { kind: 'draft', project: headOf(project), recap, typed: command.edit, problems: [] }
}

async function withEdit(
  deps: Deps,
  { command, actor }: Order<CommandOf<'postRecap'>>,
  project: Project,
  { week, before, now }: { readonly week: WeekId; readonly before: Draft | null; readonly now: Instant },
): Promise<{ kind: 'ok'; draft: Draft | null } | { kind: 'refused'; outcome: Outcome }> {
  if (!command.edit) return { kind: 'ok', draft: before }
  const recap = await recapAsOf(deps, project, week, now, before)
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
  by: Person | null,
): Promise<PostedRecap> {
  const dueAt =
    by === null && isLateRecap(project, week, now) ? stepAt(week, 'post', project.week, project.zone) : null
  const recap = keepable({ ...(await recapAsOf(deps, project, week, now, draft)), dueAt })
  return {
    recap,
    card: deps.renderRecap(recap),
    postedAt: now,
    postedBy: by,
    delivery: { status: 'pending' },
    copies: copiesFor(project.audience),
  }
}

/**
 * The recap's row is the claim to its week, and its messages stand in the same transaction: a crash right after leaves
 * a frozen recap that the outbox still posts, with its copies.
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
    ...messagesThatPost(posted),
    ...((await records.cycle(project.id, week)) ? [channelWeekMessage(week, posted.postedAt)] : []),
    ...(await anchorRefresh({ records }, project.id, posted.postedAt)),
  ]
  const commit = draft
    ? { recap, outgoing, draft: { record: draft, over: 'any' as const } }
    : { recap, outgoing }
  return (await records.commit(project.id, commit)) === 'saved'
}

function answer(project: Project, posted: PostedRecap, again: boolean): Outcome {
  return { kind: 'recapPosted', project: headOf(project), posted, again }
}
