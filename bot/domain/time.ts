import { Temporal } from 'temporal-polyfill'
import type { Brand } from './ids'

/**
 * A calendar date without a time, `2026-11-20`. Kept as its ISO string, because that survives JSON, compares
 * with `<` and `===`, and Temporal does the arithmetic.
 */
export type PlainDate = Brand<string, 'PlainDate'>
/** A moment, always UTC with milliseconds: `2026-11-20T14:00:00.000Z`. Ordered as text. */
export type Instant = Brand<string, 'Instant'>
/** An IANA time zone, e.g. `Europe/Copenhagen`. */
export type ZoneId = Brand<string, 'ZoneId'>
/** A wall-clock time, `09:00`. */
export type WallTime = Brand<string, 'WallTime'>

/** Reads an ISO date, or `undefined` when it is none (`2026-02-30` is none). */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate
  } catch {
    return undefined
  }
}

/** An ISO date that is known to be good; throws RangeError otherwise. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new RangeError(`Not a date: ${text}`)
  return date
}

/** A moment from anything Temporal reads as one; throws RangeError otherwise. */
export function instant(text: string): Instant {
  return fromEpochMs(Temporal.Instant.from(text).epochMilliseconds)
}

export function fromEpochMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

export function epochMs(at: Instant): number {
  return Date.parse(at)
}

/**
 * Reads a zone that this machine knows, spelt as IANA does (`asia/kolkata` is `Asia/Kolkata`, not the old name that
 * it links to); `undefined` for others and for bare offsets, which know no summer time.
 */
export function parseZone(text: string): ZoneId | undefined {
  const name = text.trim()
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return new Temporal.ZonedDateTime(0n, name).timeZoneId as ZoneId
  } catch {
    return undefined
  }
}

/** Reads `9:00`, `09:00`, `17:30`; `undefined` for anything else. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return match ? (`${match[1]?.padStart(2, '0')}:${match[2]}` as WallTime) : undefined
}

/** The date on the wall of `zone` at this moment. */
export function dateIn(at: Instant, zone: ZoneId): PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as PlainDate
}

export function wallTimeIn(at: Instant, zone: ZoneId): WallTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5) as WallTime
}

/** The moment at which the wall of `zone` shows this; in a gap the later reading, in an overlap the earlier. */
export function instantAt(date: PlainDate, time: WallTime, zone: ZoneId): Instant {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  return fromEpochMs(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate
}

const DAY_MS = 86_400_000

/**
 * Whole days from `from` to `to`; negative when `to` is earlier. A date alone is midnight UTC, where every day has
 * 24 hours; Temporal gives the same a hundred times slower, which a thousand items would feel.
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}
