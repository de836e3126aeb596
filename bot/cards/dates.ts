import {
  dateIn,
  daysBetween,
  epochMs,
  wallTimeIn,
  type Instant,
  type PlainDate,
  type ZoneId,
} from '../domain/time'
import { mondayOf, sundayOf, weekNumber, type WeekId } from '../domain/week'
import { counted } from './text'

/** What dates are written for: the reader's language and what is today for the project. */
export type Calendar = { readonly locale: string; readonly today: PlainDate }

/** "Fri 20 Nov"; with its year only when that is another one than today's. The order is the reader's. */
export function dateWords(date: PlainDate, { locale, today }: Calendar): string {
  const isOtherYear = date.slice(0, 4) !== today.slice(0, 4)
  return formatted(date, locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isOtherYear ? { year: 'numeric' } : {}),
  })
}

/** "11 Jan": for big numbers and buttons. */
export function shortDate(date: PlainDate, { locale }: Pick<Calendar, 'locale'>): string {
  return formatted(date, locale, { day: 'numeric', month: 'short' })
}

/** "today", "tomorrow", "yesterday", or the date. */
export function nearDate(date: PlainDate, calendar: Calendar): string {
  switch (daysBetween(calendar.today, date)) {
    case 0:
      return 'today'
    case 1:
      return 'tomorrow'
    case -1:
      return 'yesterday'
    default:
      return dateWords(date, calendar)
  }
}

/** "Wed 18 Nov, 14:05", as the wall of `zone` shows it. Never "today": a card is read again on other days. */
export function momentWords(at: Instant, zone: ZoneId, calendar: Calendar): string {
  return `${dateWords(dateIn(at, zone), calendar)}, ${wallTimeIn(at, zone)}`
}

/** "just now", "5 minutes ago", "3 hours ago", "9 days ago"; beyond two months the date. */
export function agoWords(at: Instant, now: Instant, zone: ZoneId, locale: string): string {
  const minutes = Math.floor((epochMs(now) - epochMs(at)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes === 1) return 'a minute ago'
  if (minutes < 60) return `${minutes} minutes ago`
  const today = dateIn(now, zone)
  const days = daysBetween(dateIn(at, zone), today)
  if (days === 0) return `${counted(Math.floor(minutes / 60), 'hour')} ago`
  if (days > 60) return `on ${dateWords(dateIn(at, zone), { locale, today })}`
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** "16–22 Nov", "28 Dec – 3 Jan". */
export function weekSpan(week: WeekId, locale: string): string {
  const [from, to] = [mondayOf(week), sundayOf(week)]
  return formatOf(locale, { day: 'numeric', month: 'short' })
    .formatRange(noon(from), noon(to))
    .replace(/[\u2009\u202F]/g, ' ')
    .replace(/(\d) – (\d)/, '$1–$2')
}

/** "week 47". */
export function weekWords(week: WeekId): string {
  return `week ${weekNumber(week)}`
}

function formatted(date: PlainDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale, options)
    .formatToParts(noon(date))
    .map(({ type, value }) => (type === 'literal' ? value.replace(/,/g, '') : value))
    .join('')
}

/** A format costs more to make than a card to draw. Locales are the few Englishes, so that few are kept. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${english(locale)} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(english(locale), { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

/** The cards are in English: a reader of another language, or of none that is known, gets English dates, day before month. */
function english(locale: string): string {
  return /^en(-[a-z]{2})?$/i.test(locale) ? locale : 'en-GB'
}

function noon(date: PlainDate): Date {
  return new Date(`${date}T12:00:00Z`)
}
