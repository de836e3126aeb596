import { age, ago, LOCALE, week as inWeek, withoutClutter } from '#words/common'
import type { IssueRow } from '../../bot/contract/issue'
import type { Instant, PlainDate, ZoneId } from '../../bot/domain/time'

/* The tab's words for states, dates and ages. Dates are on the wall of the project, not of the browser. */

export type SeverityKey = NonNullable<IssueRow['severity']> | 'none'
export type StatusKey = IssueRow['status']

export const SEVERITIES: readonly SeverityKey[] = ['showStopper', 'workaround', 'cosmetic', 'none']

export const STATUSES: readonly StatusKey[] = [
  'new',
  'triaged',
  'reopened',
  'inProgress',
  'readyForRetest',
  'closed',
  'deferred',
  'duplicate',
]
export const severityOf = (row: Pick<IssueRow, 'severity'>): SeverityKey => row.severity ?? 'none'

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('')
}

/** `Fri 20 Nov`; with the year when it is not this one. */
export function dateWords(date: PlainDate, today: PlainDate): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  return format({ weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' }, Date.parse(date))
}

/** `20 Nov`. */
export function shortDate(date: PlainDate): string {
  return format({ day: 'numeric', month: 'short', timeZone: 'UTC' }, Date.parse(date))
}

export function timeWords(at: number, zone?: ZoneId): string {
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone && { timeZone: zone }) }, at)
}

type Ago = typeof ago & { readonly on?: (day: string) => string }

/** `25 min`, `2 h`, `Thu 14:02` within a week, `12 Nov` before; other words say it as a part of a sentence. */
export function agoWords(at: Instant, now: number, zone: ZoneId, words: Ago = ago): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (minutes < 1) return words.now
  if (minutes < 60) return words.minutes(minutes)
  if (minutes < 12 * 60) return words.hours(Math.floor(minutes / 60))
  const day = longAgo(at, minutes, zone)
  return words.on?.(day) ?? day
}

function longAgo(at: Instant, minutes: number, zone: ZoneId): string {
  if (minutes >= 7 * 24 * 60) return shortDate(dayOf(at, zone))
  return `${format({ weekday: 'short', timeZone: zone }, Date.parse(at))} ${timeWords(Date.parse(at), zone)}`
}

/** `Fri 20 Nov 15:00`. */
export function momentWords(at: Instant, zone: ZoneId, today: PlainDate): string {
  return `${dateWords(dayOf(at, zone), today)} ${timeWords(Date.parse(at), zone)}`
}

/** The date on the wall of `zone`. */
export function dayOf(at: Instant, zone: ZoneId): PlainDate {
  return formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(
    Date.parse(at),
  ) as PlainDate
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Days on the project's wall since something began. */
export function ageDays(at: Instant, zone: ZoneId, today: PlainDate): number {
  return Math.max(0, daysBetween(dayOf(at, zone), today))
}

export function ageWords(days: number): string {
  return age(days)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function weekWords(week: string): string {
  return inWeek(Number(week.slice(-2)))
}

/** The order of names and titles in the language of this tab. */
export const { compare: byName } = new Intl.Collator(LOCALE)

// A formatter takes a while to make, and a list of a thousand rows asks for the same few.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** In the language of this tab ("Fri 20 Nov"), whatever the browser's. */
function format(options: Intl.DateTimeFormatOptions, at: number): string {
  return withoutClutter(formatter(LOCALE, options).format(at))
}
