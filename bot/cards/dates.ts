import { languageOf } from '../domain/language'
import { wordsOf, type Words } from './words/wordsOf'
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
  const w = wordsOf(calendar)
  switch (daysBetween(calendar.today, date)) {
    case 0:
      return w.dates.today
    case 1:
      return w.dates.tomorrow
    case -1:
      return w.dates.yesterday
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
  const w = wordsOf({ locale })
  const minutes = Math.floor((epochMs(now) - epochMs(at)) / 60_000)
  if (minutes < 1) return w.dates.justNow
  if (minutes < 60) return w.dates.minutesAgo(minutes)
  const today = dateIn(now, zone)
  const days = daysBetween(dateIn(at, zone), today)
  if (days === 0) return w.dates.hoursAgo(Math.floor(minutes / 60))
  if (days > 60) return w.dates.on(dateWords(dateIn(at, zone), { locale, today }))
  return w.dates.daysAgo(days)
}

/** "16–22 Nov", "28 Dec – 3 Jan". */
export function weekSpan(week: WeekId, locale: string): string {
  const [from, to] = [mondayOf(week), sundayOf(week)]
  return formatOf(locale, { day: 'numeric', month: 'short' })
    .formatRange(noon(from), noon(to))
    .replace(/[\u2009\u202F]/g, ' ')
    .replace(/(\p{L})\./gu, '$1')
    .replace(/(\d\.?) – (\d)/, '$1–$2')
    .replace(/\. /g, DAY_DOT)
}

/** "week 47". */
export function weekWords(week: WeekId, w: Words): string {
  return w.dates.week(weekNumber(week))
}

function formatted(date: PlainDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  return formatOf(locale, options)
    .formatToParts(noon(date))
    .map(({ type, value }) => spoken(type, value))
    .join('')
}

/** A format costs more to make than a card to draw. Locales are the few Englishes and Germans, so that few are kept. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${known(locale)} ${JSON.stringify(options)}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(known(locale), { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

/**
 * The reader's own habits where the cards speak their language; to everybody else English dates, day before month.
 */
function known(locale: string): string {
  if (languageOf(locale) === 'de') return /^de-[a-z]{2}$/i.test(locale) ? locale : 'de'
  return /^en(-[a-z]{2})?$/i.test(locale) ? locale : 'en-GB'
}

/** After the number of a day: a usual space would make a text that begins so the first point of a list. */
const DAY_DOT = '.\u00A0'

/** Without commas, and without the dots of days and months, which would be a second one at the end of a sentence. */
function spoken(type: Intl.DateTimeFormatPartTypes, value: string): string {
  if (type === 'literal') return value.replace(/,/g, '').replace('. ', DAY_DOT)
  return type === 'month' || type === 'weekday' ? value.replace(/\.$/, '') : value
}

function noon(date: PlainDate): Date {
  return new Date(`${date}T12:00:00Z`)
}
