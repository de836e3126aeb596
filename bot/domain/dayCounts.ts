import type { Severity } from './issue'
import type { IssueStanding, IssueStep } from './issueSteps'
import type { Slip } from './slips'
import {
  addDays,
  dateIn,
  epochMs,
  instantAt,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from './time'
import { mondayOf, weekOf, weeksLater, type WeekId } from './week'

/** How many issues are open in each severity; `unrated`: nobody has rated them yet. */
export type OpenCounts = Readonly<Record<Severity | 'unrated', number>>

/** One day of a project on its own wall, as charts over time show it. The rule of the counts stands in `issueSteps`. */
export type DayCount = {
  readonly date: PlainDate
  /** At the end of the day. */
  readonly open: OpenCounts
  /** New and reopened ones together; the latter alone. */
  readonly opened: number
  readonly reopened: number
  /** Closed, deferred or found to be a duplicate. */
  readonly closed: number
  /** Moves of action items to a later date: the first of their item, further ones, and the days of all. */
  readonly slips: SlipCount
}

type SlipCount = { readonly first: number; readonly again: number; readonly days: number }

/** One ISO week of a project, from its days so far. */
export type WeekCount = Pick<DayCount, 'opened' | 'reopened' | 'closed' | 'slips'> & { readonly week: WeekId }

/** So many weeks are shown, the running one included. */
const WEEKS_SHOWN = 12
/** A day is settled so long after it ended: whatever was said in it is written by then. */
const SETTLES_MS = 3_600_000

/** The first day that charts show: a Monday eleven weeks ago, or the project's first day where that is later. */
export function firstDayShown(createdAt: Instant, zone: ZoneId, today: PlainDate): PlainDate {
  const monday = mondayOf(weeksLater(weekOf(today), 1 - WEEKS_SHOWN))
  const created = dateIn(createdAt, zone)
  return created > today ? today : created > monday ? created : monday
}

/** All days from one to another, both included. */
export function daysFrom(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The moment at which a day begins on the wall of the zone. */
export function startOf(day: PlainDate, zone: ZoneId): Instant {
  return instantAt(day, '00:00' as WallTime, zone)
}

/** Whether nothing more can be written into a day, so that its counts may be kept for good. */
export function isSettled(day: PlainDate, zone: ZoneId, now: Instant): boolean {
  return epochMs(now) >= epochMs(startOf(addDays(day, 1), zone)) + SETTLES_MS
}

/** Counts of issues as they stand. */
export function openCounts(standings: Iterable<IssueStanding>): OpenCounts {
  const counts = { ...NONE_OPEN }
  for (const { open, severity } of standings) if (open) counts[severity ?? 'unrated'] += 1
  return counts
}

const NONE_OPEN: Readonly<Record<keyof OpenCounts, number>> = {
  showStopper: 0,
  workaround: 0,
  cosmetic: 0,
  unrated: 0,
}

type Told = {
  /** How many are open now. */
  readonly open: OpenCounts
  /** Everything since the first of `days`. */
  readonly steps: readonly IssueStep[]
  readonly slips: readonly Slip[]
}

/** The counts of each of these days in a row, of which the last is today: back from what is open now, step by step. */
export function dayCounts(
  { open, steps, slips }: Told,
  days: readonly PlainDate[],
  zone: ZoneId,
): DayCount[] {
  const last = days.at(-1)
  if (last === undefined) return []
  // A clock that runs ahead may have written something that is tomorrow's already.
  const dayOf = (at: Instant) => {
    const day = dateIn(at, zone)
    return day > last ? last : day
  }
  const stepsOn = gathered(steps, ({ at }) => dayOf(at))
  const slipsOn = gathered(slips, ({ at }) => dayOf(at))
  const counts: DayCount[] = []
  let atEnd = open
  for (const date of days.toReversed()) {
    const today = stepsOn.get(date) ?? []
    counts.push({ date, open: atEnd, ...flowOf(today), slips: slipCount(slipsOn.get(date) ?? []) })
    atEnd = takenBack(atEnd, today)
  }
  return counts.toReversed()
}

/** How many were open before these steps, from how many are open after them. */
export function takenBack(open: OpenCounts, steps: readonly IssueStep[]): OpenCounts {
  const counts = { ...open }
  for (const { was, is } of steps) {
    if (is.open) counts[is.severity ?? 'unrated'] -= 1
    if (was?.open) counts[was.severity ?? 'unrated'] += 1
  }
  return counts
}

function flowOf(steps: readonly IssueStep[]): Pick<DayCount, 'opened' | 'reopened' | 'closed'> {
  const opened = steps.filter(({ was, is }) => is.open && !was?.open)
  return {
    opened: opened.length,
    reopened: opened.filter(({ was }) => was !== null).length,
    closed: steps.filter(({ was, is }) => was?.open && !is.open).length,
  }
}

function slipCount(slips: readonly Slip[]): SlipCount {
  return {
    first: slips.filter(({ again }) => !again).length,
    again: slips.filter(({ again }) => again).length,
    days: slips.reduce((sum, { days }) => sum + days, 0),
  }
}

/** The weeks of these days, oldest first. */
export function weekCounts(days: readonly DayCount[]): WeekCount[] {
  return [...gathered(days, ({ date }) => weekOf(date))].map(([week, ofWeek]) => {
    const sum = (of: (day: DayCount) => number) => ofWeek.reduce((total, day) => total + of(day), 0)
    return {
      week,
      opened: sum(({ opened }) => opened),
      reopened: sum(({ reopened }) => reopened),
      closed: sum(({ closed }) => closed),
      slips: {
        first: sum(({ slips }) => slips.first),
        again: sum(({ slips }) => slips.again),
        days: sum(({ slips }) => slips.days),
      },
    }
  })
}

/** How many are open in all. */
export function openInAll(open: OpenCounts): number {
  return open.showStopper + open.workaround + open.cosmetic + open.unrated
}

function gathered<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const there = groups.get(key)
    if (there) there.push(one)
    else groups.set(key, [one])
  }
  return groups
}
