import type { Cycle } from '../domain/cycle'
import type { ProjectId } from '../domain/ids'
import { isLeftFor, isReachable } from '../domain/place'
import type { Project } from '../domain/project'
import { hasNothingToTell } from '../domain/recap'
import { scheduleOf, type DueStep, type Weeks, type WeekState } from '../domain/schedule'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import { weekIn, weeksLater, type WeekId } from '../domain/week'
import { refreshAnchor } from './anchorMessage'
import { askWeek } from './askForUpdates'
import { coverAway } from './coverAway'
import type { FlowDeps } from './deps'
import { postByClock } from './postRecap'
import type { Outgoing } from './outgoing'
import type { Stored } from './ports'
import { raiseTrouble } from './raiseTrouble'
import { recapAsOf } from './recapAsOf'
import { remindSilent } from './remindSilent'

export type ClockDeps = Pick<
  FlowDeps,
  'records' | 'people' | 'channels' | 'roster' | 'clock' | 'renderRecap'
> & {
  /** For so many days a project is kept whose app was taken out of its team, or whose channel was deleted. */
  readonly keepDays?: number
}

/** Whoever takes an app out by mistake has noticed by then. */
const USUALLY_KEPT_DAYS = 30

/** A week has three steps; more than twice as many are others that come in between. */
const MOST_STEPS = 8

/** A project whose channel is closed rests; it is looked at all the same, should its return have been missed. In ms. */
const LOOK_AT_CLOSED_EVERY = 86_400_000

/**
 * Does what the clock finds due in a project, and answers with when to look again; null: not before it changes. Every
 * step reads, decides and commits over what it read: of two processes at once one does it, the other finds it done.
 */
export async function runWeek(deps: ClockDeps, id: ProjectId): Promise<Instant | null> {
  const place = await deps.channels.place(id)
  if (place && !isReachable(place)) {
    const { keepDays = USUALLY_KEPT_DAYS, clock, records } = deps
    const isThere = (await records.project(id)) !== null
    const isOver = isLeftFor(place, keepDays, clock.now())
    if (isThere && isOver) await records.remove(id)
    if (isThere && !isOver) return fromEpochMs(epochMs(clock.now()) + LOOK_AT_CLOSED_EVERY)
  }
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const stored = await deps.records.project(id)
    if (!stored) return deps.records.goOnRemoving(id)
    const project = stored.record
    const now = deps.clock.now()
    const running = weekIn(now, project.zone)
    const [thisWeek, weekBefore] = await Promise.all([
      loadWeek(deps, id, running),
      loadWeek(deps, id, weeksLater(running, -1)),
    ])
    const weeks: Weeks = { running: thisWeek.state, before: weekBefore.state }
    const { due, next } = scheduleOf(project, weeks, now)
    if (!due) return next && comeBackAt(deps, project, [thisWeek, weekBefore], next)
    await take(deps, project, due, (due.week === running ? thisWeek : weekBefore).cycle)
    await refreshAnchor(deps, id, now)
  }
  throw new Error(`The week of ${id} does not come to rest`)
}

/** Does what goes on beside the week's steps; the earlier of `next` and what comes next of that. */
async function comeBackAt(
  deps: ClockDeps,
  project: Project,
  weeks: readonly LoadedWeek[],
  next: Instant,
): Promise<Instant> {
  const raises = await raiseTrouble(
    deps,
    project,
    weeks.some(({ cycle }) => cycle !== null),
  )
  return lookAfterWeeks(deps, project, weeks, raises !== null && raises < next ? raises : next)
}

/**
 * Looks after who is away and who is silent in the weeks that were asked for and are not over; the earlier of `next` and
 * when there is something of that to be done again.
 */
async function lookAfterWeeks(
  deps: ClockDeps,
  project: Project,
  weeks: readonly LoadedWeek[],
  next: Instant,
): Promise<Instant> {
  let earliest = next
  for (const { cycle, state } of weeks) {
    if (!cycle || state.isOver) continue
    const changes = await coverAway(deps, project, cycle.record, 'inWorkingHours')
    const reminds = await remindSilent(deps, project, cycle.record)
    for (const at of [changes, reminds]) if (at !== null && at < earliest) earliest = at
  }
  return earliest
}

type LoadedWeek = { readonly cycle: Stored<Cycle> | null; readonly state: WeekState }

async function loadWeek({ records }: ClockDeps, id: ProjectId, week: WeekId): Promise<LoadedWeek> {
  const [cycle, recap] = await Promise.all([records.cycle(id, week), records.recap(id, week)])
  const { askedAt = null, draftedAt = null, leftOutAt = null } = cycle?.record ?? {}
  return { cycle, state: { week, askedAt, draftedAt, isOver: recap !== null || leftOutAt !== null } }
}

async function take(
  deps: ClockDeps,
  project: Project,
  { step, week }: DueStep,
  cycle: Stored<Cycle> | null,
): Promise<void> {
  if (step === 'ask') {
    const items = await deps.records.openItems(project.id)
    await askWeek(deps, project, items, { week, askedAt: deps.clock.now(), askedBy: null })
    return
  }
  if (!cycle) throw new Error(`A ${step} is due in ${week}, for which nobody was asked`)
  if (step === 'draft') await draftForLead(deps, project, cycle)
  else await postByClock(deps, project, cycle)
}

/**
 * Notes the draft as sent together with its message, so that it is sent once. A recap without news needs no editing:
 * the lead is spared it.
 */
async function draftForLead(
  deps: ClockDeps,
  project: Project,
  { record, revision }: Stored<Cycle>,
): Promise<void> {
  const now = deps.clock.now()
  const { week } = record
  const message: Outgoing = { id: `draft.${week}`, at: now, what: { kind: 'draft', week } }
  const recap = await recapAsOf(deps, project, week, now, null)
  await deps.records.commit(project.id, {
    cycle: { record: { ...record, draftedAt: now }, over: revision },
    outgoing: hasNothingToTell(recap) ? [] : [message],
  })
}
