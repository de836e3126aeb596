import { awayFrom, backFrom, type Away } from './away'
import type { Ask, Snooze, SnoozeChoice } from './cycle'
import type { Project } from './project'
import { postMoment } from './schedule'
import {
  addDays,
  dateIn,
  epochMs,
  fromEpochMs,
  instantAt,
  type Instant,
  type WallTime,
  type ZoneId,
} from './time'
import { stepAt, weeksLater } from './week'
import { workingMoment, workingTimeLater } from './workingHours'

/** Reminders of one card in one week, those that the person asked for included. */
const MOST_REMINDERS = 2
const HOUR = 3_600_000
/** A card that somebody got less than this before, in ms, needs no reminder. */
const FRESH = 2 * HOUR
/** A card goes out a little after its time, in ms: one of two hours before is none of less than two for that. */
const ON_ITS_WAY = 10 * 60_000
/** What lies between two reminders by the clock, in ms of working time. */
const A_WORKING_DAY = 8 * HOUR

type Timed = Pick<Project, 'week' | 'zone' | 'reminds'>

/** What decides when somebody may be reminded. `zone` is their own, `wanted` whether they want reminders at all. */
export type ReminderContext = {
  readonly now: Instant
  readonly zone: ZoneId
  readonly weekAskedAt: Instant
  readonly away: Away | null
  readonly wanted: boolean
}

/**
 * When somebody is reminded of their card next, seen from `now`; null: not at all. It is inside working hours on the
 * wall of their own zone, while they are there and the recap is still to come. Who has answered, whose card did not
 * arrive as far as one knows, and for whom somebody else was asked is never reminded, and nobody more than twice a week.
 *
 * - A snooze moves the next reminder to the moment that was asked for, whoever turned reminders off.
 * - Otherwise the clock reminds at the project's time, a second time one working day after the first.
 */
export function reminderMoment(project: Timed, ask: Ask, ctx: ReminderContext): Instant | null {
  const planned = hasReminderLeft(ask) ? plannedReminder(project, ask, ctx) : null
  return planned && whenThere(planned, project, ask, ctx)
}

/** Silent, reached as far as one knows, there, and reminded less often than is bearable. */
function hasReminderLeft({ answeredAt, delivery, away, remindedAt }: Ask): boolean {
  const isReached = delivery.status === 'sent' || delivery.status === 'pending'
  return answeredAt === null && isReached && away === null && remindedAt.length < MOST_REMINDERS
}

function plannedReminder(project: Timed, ask: Ask, { zone, wanted }: ReminderContext): Instant | null {
  const snooze = waitingSnooze(ask)
  if (snooze) return snooze.choice === 'nextWeek' ? null : snooze.until
  if (!project.reminds || !wanted) return null
  const planned = stepAt(ask.week, 'remind', project.week, zone)
  const last = ask.remindedAt.at(-1)
  if (last !== undefined) return latest(planned, workingTimeLater(last, A_WORKING_DAY, zone))
  const got = ask.covers.reduce((at, cover) => latest(at, cover.since), ask.askedAt)
  return epochMs(planned) - epochMs(got) < FRESH - ON_ITS_WAY ? null : planned
}

/** The first working moment from `planned` and from now on at which the person is there; null once the recap is due. */
function whenThere(
  planned: Instant,
  project: Timed,
  ask: Ask,
  { now, zone, weekAskedAt, away }: ReminderContext,
): Instant | null {
  const at = workingMoment(latest(planned, now), zone)
  const isAway = away !== null && awayFrom(away, zone) <= at && at < backFrom(away, zone)
  const there = isAway ? workingMoment(backFrom(away, zone), zone) : at
  return there < postMoment(project, ask.week, weekAskedAt) ? there : null
}

/** The snooze whose reminder is still to come, or that wants none in this week. */
export function waitingSnooze({ snoozes, remindedAt }: Pick<Ask, 'snoozes' | 'remindedAt'>): Snooze | null {
  const snooze = snoozes.at(-1)
  const reminded = remindedAt.at(-1)
  return snooze && (reminded === undefined || reminded < snooze.at) ? snooze : null
}

/** Whether the latest reminder came because the person had asked for it. */
export function wasAskedFor({ snoozes, remindedAt }: Pick<Ask, 'snoozes' | 'remindedAt'>): boolean {
  const reminded = remindedAt.at(-1)
  if (reminded === undefined) return false
  const before = { snoozes: snoozes.filter(({ at }) => at <= reminded), remindedAt: remindedAt.slice(0, -1) }
  const snooze = waitingSnooze(before)
  return snooze !== null && snooze.choice !== 'nextWeek'
}

const MORNING = '09:00' as WallTime
const CHOICES: readonly SnoozeChoice[] = ['hour', 'tomorrow', 'nextWeek']

/**
 * How somebody may put their card off, and until when each would be. Empty where nothing is left to be put off: it was
 * answered, they were reminded as often as they can be, or they are away. A choice whose moment would be after the recap
 * is left out, and so is one that comes to the same moment as the one after it.
 */
export function snoozeChoices(project: Timed, ask: Ask, ctx: ReminderContext): readonly Snooze[] {
  if (!hasReminderLeft(ask) || ctx.now >= postMoment(project, ask.week, ctx.weekAskedAt)) return []
  const offered = CHOICES.flatMap((choice): Snooze[] => {
    const until = snoozedUntil(project, ask, choice, ctx)
    return until === null ? [] : [{ at: ctx.now, choice, until }]
  })
  return offered.filter(({ until }, index) => offered[index + 1]?.until !== until)
}

function snoozedUntil(project: Timed, ask: Ask, choice: SnoozeChoice, ctx: ReminderContext): Instant | null {
  const { now, zone } = ctx
  switch (choice) {
    case 'hour':
      return whenThere(fromEpochMs(epochMs(now) + HOUR), project, ask, ctx)
    case 'tomorrow':
      return whenThere(instantAt(addDays(dateIn(now, zone), 1), MORNING, zone), project, ask, ctx)
    case 'nextWeek':
      return stepAt(weeksLater(ask.week, 1), 'ask', project.week, project.zone)
  }
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}
