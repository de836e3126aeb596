import {
  addDays,
  epochMs,
  fromEpochMs,
  instantAt,
  parseWallTime,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from '../../domain/time'
import { mondayOf, weeksLater, type WeekId } from '../../domain/week'
import { DAYS, type MomentThisWeek, type PastMoment, type RelativeDay } from './script'

/** The week that the script calls the running one, and where its people's clocks hang. */
export type DemoCalendar = { readonly week: WeekId; readonly zone: ZoneId }

/** Working time from one moment to another, in epoch milliseconds. */
type Shift = { readonly from: number; readonly to: number }

const MORNING = '08:00' as WallTime
const EVENING = '17:00' as WallTime
const HOUR_MS = 3_600_000

export function dayOf(day: RelativeDay, { week }: DemoCalendar): PlainDate {
  const [weeks = '', name = ''] = day.split(' ')
  const index = DAYS.findIndex((one) => one === name)
  if (index === -1) throw new RangeError(`Not a day: ${day}`)
  return addDays(mondayOf(weeksLater(week, Number(weeks))), index)
}

export function pastMoment(moment: PastMoment, calendar: DemoCalendar): Instant {
  const [weeks = '', day = '', clock = ''] = moment.split(' ')
  const time = parseWallTime(clock)
  if (time === undefined) throw new RangeError(`Not a moment: ${moment}`)
  return instantAt(dayOf(`${weeks} ${day}` as RelativeDay, calendar), time, calendar.zone)
}

export function isThisWeek(moment: PastMoment | MomentThisWeek): moment is MomentThisWeek {
  return moment.endsWith('% of this week')
}

/**
 * The moment at which this part of the running week's working time had passed by `now`. While Monday is younger than an
 * hour of work, the two hours after last week's recap count too, so that there always is time for everything.
 */
export function momentThisWeek(moment: MomentThisWeek, calendar: DemoCalendar, now: Instant): Instant {
  const shifts = shiftsUntil(now, calendar)
  const worked = shifts.reduce((sum, { from, to }) => sum + to - from, 0)
  let left = (worked * Number.parseFloat(moment)) / 100
  for (const { from, to } of shifts) {
    if (left <= to - from) return fromEpochMs(Math.round(from + left))
    left -= to - from
  }
  return now
}

function shiftsUntil(now: Instant, calendar: DemoCalendar): readonly Shift[] {
  const days = DAYS.slice(0, 5).map((day): RelativeDay => `0 ${day}`)
  const shifts = days
    .map((day) => shift(dayOf(day, calendar), MORNING, EVENING, calendar))
    .map(({ from, to }) => ({ from, to: Math.min(to, epochMs(now)) }))
    .filter(({ from, to }) => to > from)
  const [monday] = shifts
  const isEnough = monday !== undefined && monday.to - monday.from >= HOUR_MS
  if (isEnough) return shifts
  const friday = dayOf('-1 Fri', calendar)
  return [shift(friday, '15:30' as WallTime, '17:30' as WallTime, calendar), ...shifts]
}

function shift(day: PlainDate, from: WallTime, to: WallTime, { zone }: DemoCalendar): Shift {
  return { from: epochMs(instantAt(day, from, zone)), to: epochMs(instantAt(day, to, zone)) }
}
