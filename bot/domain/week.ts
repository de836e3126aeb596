import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  dateIn,
  dayOfWeek,
  instantAt,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from './time'

/** An ISO 8601 week, `2026-W47`: Monday to Sunday, week 1 holds the year's first Thursday. */
export type WeekId = `${number}-W${string}`

export type WeekStep = 'ask' | 'remind' | 'draft' | 'post'

/** When a step happens: `day` 1 (Monday) to 7 (Sunday), on the wall of the project's zone. */
export type StepTime = { readonly day: number; readonly time: WallTime }
export type WeekTimes = Readonly<Record<WeekStep, StepTime>>

/** Thursday 10:00, Friday 09:00, 12:00 and 15:00: the week of product rule until a lead changes it. */
export const USUAL_WEEK: WeekTimes = {
  ask: { day: 4, time: '10:00' as WallTime },
  remind: { day: 5, time: '09:00' as WallTime },
  draft: { day: 5, time: '12:00' as WallTime },
  post: { day: 5, time: '15:00' as WallTime },
}

export function weekOf(date: PlainDate): WeekId {
  const day = Temporal.PlainDate.from(date)
  const year = day.yearOfWeek ?? day.year
  return `${year}-W${String(day.weekOfYear).padStart(2, '0')}`
}

/** The week on the wall of `zone` at this moment. */
export function weekIn(at: Instant, zone: ZoneId): WeekId {
  return weekOf(dateIn(at, zone))
}

export function parseWeek(text: string): WeekId | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(text)
  if (!match) return undefined
  const week = text as WeekId
  const number = Number(match[2])
  return number >= 1 && number <= 53 && weekOf(mondayOf(week)) === week ? week : undefined
}

export function mondayOf(week: WeekId): PlainDate {
  const [year, number] = week.split('-W')
  const fourth = `${year?.padStart(4, '0')}-01-04` as PlainDate
  return addDays(fourth, 1 - dayOfWeek(fourth) + (Number(number) - 1) * 7)
}

export function sundayOf(week: WeekId): PlainDate {
  return addDays(mondayOf(week), 6)
}

/** 47 of `2026-W47`. */
export function weekNumber(week: WeekId): number {
  return Number(week.split('-W')[1])
}

/** The week `count` weeks later; earlier when negative. */
export function weeksLater(week: WeekId, count: number): WeekId {
  return weekOf(addDays(mondayOf(week), count * 7))
}

/** The moment at which this step of this week is due. */
export function stepAt(week: WeekId, step: WeekStep, times: WeekTimes, zone: ZoneId): Instant {
  const { day, time } = times[step]
  return instantAt(addDays(mondayOf(week), day - 1), time, zone)
}
