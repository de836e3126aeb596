import * as chrono from 'chrono-node'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  dateIn,
  dayOfWeek,
  parsePlainDate,
  type Instant,
  type PlainDate,
  type ZoneId,
} from '../../domain/time'
import { folded } from './hearing'

/** What a date in words is read against. */
export type When = { readonly now: Instant; readonly zone: ZoneId; readonly locale: string }

/** A date in words at the start of a text. `sure`: nothing else is meant by these words, wherever they stand. */
export type FoundDate = { readonly date: PlainDate; readonly length: number; readonly sure: boolean }
type Reading = Omit<FoundDate, 'length'>

const LONGEST_WORDS = 7
const LONGEST = 48

/** Reads the longest date that stands at the start of `text`, as the sender means it: their zone, their order of day and month. */
export function dateAtStart(text: string, when: When): FoundDate | undefined {
  const start = text.slice(0, LONGEST + 1)
  const today = dateIn(when.now, when.zone)
  const ends: number[] = []
  for (const word of start.matchAll(/\S+/g)) ends.push(word.index + word[0].length)
  const reach = reachOfWords(start, today, when.locale)
  for (const end of ends.slice(0, LONGEST_WORDS).reverse()) {
    // A word cut by the window is no word.
    if (end > LONGEST && text.length > LONGEST) continue
    const words = start.slice(0, end).replace(/[,;:!?)-]{1,5}$/, '')
    const reading = asDate(words, words.length <= reach, today, when.locale)
    if (reading) return { ...reading, length: words.length }
  }
  return undefined
}

/** Reads words that are a date and nothing else. */
function asDate(words: string, mayBeWords: boolean, today: PlainDate, locale: string): Reading | undefined {
  const plain = folded(words)
    .trim()
    .replace(/^the (?=end|last|\d)/, '')
  const dotless = plain.replace(/(?<=\p{L})\.$/u, '')
  const own = inFigures(plain, today, locale) ?? namedPeriod(dotless, today)
  return own ?? (mayBeWords ? inWords(dotless, today, locale) : undefined)
}

/** Whether somebody plainly tried to write a date here: `31 Feb`, `45/13`, `32.12.`. */
export function looksLikeDate(text: string): boolean {
  return /^(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?|\d{1,2}(?:st|nd|rd|th|\.)?\s?(?:of )?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?(?: \d{2,4})?)$/u.test(
    folded(text.slice(0, 60)).trim(),
  )
}

// Figures

/** The weekday in "Fri 5/12" says nothing that the figures do not. */
const WEEKDAY_BEFORE =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?:day|s|sday|nesday|r|rs|rsday|urday|ntag|enstag|ttwoch|nnerstag|eitag|mstag|nnabend)?[.,]{0,2} (?=\d)/

/** `2026-12-15`, `15.12.`, `15.12.26`, `12/15`, `15-12-2026`, `the 15th`. */
function inFigures(words: string, today: PlainDate, locale: string): Reading | undefined {
  const text = words.replace(WEEKDAY_BEFORE, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return sure(dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const dotted =
    /^(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{1,2})\.(\d{1,2})$/.exec(text)
  if (dotted) return unsure(dayAndMonth(dotted[1], dotted[2], dotted[3], today))
  const slashed = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text)
  if (slashed) {
    const [, one, , two, year] = slashed
    const dayFirst = dayAndMonth(one, two, year, today)
    const monthFirst = dayAndMonth(two, one, year, today)
    return unsure(putsMonthFirst(locale) ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst))
  }
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)
  return ordinal ? unsure(nextDayOfMonth(Number(ordinal[1]), today)) : undefined
}

function sure(date: PlainDate | undefined): Reading | undefined {
  return date && { date, sure: true }
}

function unsure(date: PlainDate | undefined): Reading | undefined {
  return date && { date, sure: false }
}

function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  const two = (part: number): string => String(part).padStart(2, '0')
  return parsePlainDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}

/** Without a year it is the next such day, today included; 29 February waits for its year. */
function dayAndMonth(
  day = '',
  month = '',
  year: string | undefined,
  today: PlainDate,
): PlainDate | undefined {
  if (year !== undefined)
    return dateOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
  const thisYear = Number(today.slice(0, 4))
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = dateOf(thisYear + ahead, Number(month), Number(day))
    if (date && date >= today) return date
  }
  return undefined
}

function nextDayOfMonth(day: number, today: PlainDate): PlainDate | undefined {
  const month = Temporal.PlainDate.from(today).toPlainYearMonth()
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const { year, month: number } = month.add({ months: ahead })
    const date = dateOf(year, number, day)
    if (date && date >= today) return date
  }
  return undefined
}

/** Whether 12/15 is the usual order where the sender comes from. */
function putsMonthFirst(locale: string): boolean {
  const order = formatOf(locale).formatToParts(new Date(0))
  return order.findIndex(({ type }) => type === 'month') < order.findIndex(({ type }) => type === 'day')
}

function formatOf(locale: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: '2-digit', day: '2-digit' })
  }
}

// Periods: what is due "next week" is due when its work week ends, what is due in a month when the month ends.

const END = '(?:(?:by )?(?:the )?end of|ende|end)'
const WEEK = new RegExp(
  `^(?:${END} (?:the |this |of |der |dieser )?(?:week|woche)|eow|this week|diese woche|week(?:'s)? end|close of week)$`,
)
const NEXT_WEEK = new RegExp(
  `^(?:${END} (?:the |der )?(?:next|coming|following|nächster) (?:week|woche)|(?:(?:sometime|some time|during) )?(?:next|coming|following) week|(?:nächste|kommende) woche)$`,
)
const MONTH = new RegExp(
  `^(?:${END} (?:the |this |of |des |dieses )?(?:month|monats?)|eom|month(?:'s)?[ -]end|monatsende|this month|diesen monat|last day of (?:the|this) month)$`,
)
const NEXT_MONTH = new RegExp(
  `^(?:${END} (?:the )?(?:next|coming|following|nächsten) (?:month|monats)|next month(?:'s end)?|nächsten monat)$`,
)
const QUARTER = new RegExp(
  `^(?:${END} (?:the |this |of |des )?(?:quarter|quartals?)|eoq|quarter[ -]end|quartalsende)$`,
)
const YEAR = new RegExp(
  `^(?:${END} (?:the |this |of |des |dieses )?(?:year|jahres)|eoy|year[ -]end|jahresende|this year)$`,
)
const NAMED_QUARTER = new RegExp(`^(?:${END} (?:of )?)?q([1-4])$`)
const NUMBERED_WEEK = /^(?:(?:end of )?week|wk|kw|cw|uge|v\.?|vecka|w)\s?(\d{1,2})$/
const MONTH_PART = new RegExp(
  `^(${END}|mid|middle of|mitte|start of|beginning of|anfang)[ -](\\p{L}{3,12})$`,
  'u',
)
const DAY_END =
  /^(?:eod|cob|end of (?:the )?(?:business )?day|end of today|close of business|tonight|today|this (?:morning|afternoon|evening)|heute)$/

function namedPeriod(text: string, today: PlainDate): Reading | undefined {
  const day = Temporal.PlainDate.from(today)
  const monthEnd = (at: Temporal.PlainDate): Reading => ({
    date: at.with({ day: at.daysInMonth }).toString() as PlainDate,
    sure: true,
  })
  if (DAY_END.test(text)) return sure(today)
  if (/^(?:eod|end of day) tomorrow$/.test(text)) return sure(addDays(today, 1))
  if (WEEK.test(text)) return sure(fridayFrom(today))
  if (NEXT_WEEK.test(text)) return sure(addDays(today, 12 - dayOfWeek(today)))
  if (MONTH.test(text)) return monthEnd(day)
  if (NEXT_MONTH.test(text)) return monthEnd(day.add({ months: 1 }))
  if (QUARTER.test(text)) return monthEnd(day.with({ day: 1, month: Math.ceil(day.month / 3) * 3 }))
  if (YEAR.test(text)) return sure(`${day.year}-12-31` as PlainDate)
  const quarter = NAMED_QUARTER.exec(text)?.[1]
  if (quarter !== undefined) return unsure(monthEnding(Number(quarter) * 3, day))
  const week = NUMBERED_WEEK.exec(text)?.[1]
  if (week !== undefined) return unsure(fridayOfWeek(Number(week), today))
  return partOfMonth(text, today)
}

/** Friday of this work week; on a weekend, today. */
function fridayFrom(today: PlainDate): PlainDate {
  return addDays(today, Math.max(0, 5 - dayOfWeek(today)))
}

function monthEnding(month: number, day: Temporal.PlainDate): PlainDate {
  const first = day.with({ day: 1, month })
  const ahead = month < day.month ? first.add({ years: 1 }) : first
  return ahead.with({ day: ahead.daysInMonth }).toString() as PlainDate
}

/** The Friday of this ISO week, this year's or the next's. */
function fridayOfWeek(week: number, today: PlainDate): PlainDate | undefined {
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    const fourth = `${candidate}-01-04` as PlainDate
    const friday = addDays(fourth, 5 - dayOfWeek(fourth) + (week - 1) * 7)
    const itsWeek = Temporal.PlainDate.from(friday).weekOfYear
    if (itsWeek === week && addDays(friday, 2) >= today) return friday
  }
  return undefined
}

/** `end of December`, `mid-Dec`, `start of January`. */
function partOfMonth(text: string, today: PlainDate): Reading | undefined {
  const [, part, name] = MONTH_PART.exec(text) ?? []
  if (part === undefined || name === undefined) return undefined
  const month = monthNamed(name)
  if (month === undefined) return undefined
  if (/^(?:mid|mitte)/.test(part)) return sure(dayAndMonth('15', String(month), undefined, today))
  if (/^(?:start|begin|anfang)/.test(part)) return sure(dayAndMonth('1', String(month), undefined, today))
  return sure(monthEnding(month, Temporal.PlainDate.from(today)))
}

const MONTHS = [
  'jan',
  'feb',
  'mar|mär',
  'apr',
  'may|mai',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
]
const MONTH_NAME =
  /^(?:jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)$/

function monthNamed(name: string): number | undefined {
  if (!MONTH_NAME.test(name)) return undefined
  const at = MONTHS.findIndex((starts) => starts.split('|').some((start) => name.startsWith(start)))
  return at < 0 ? undefined : at + 1
}

// Words: chrono reads them, in the sender's language and then in English.

const READERS: Readonly<Record<string, chrono.Chrono>> = {
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  es: chrono.es.casual,
  it: chrono.it.casual,
  nl: chrono.nl.casual,
  pt: chrono.pt.casual,
  sv: chrono.sv.casual,
  fi: chrono.fi.casual,
  ru: chrono.ru.casual,
  uk: chrono.uk.casual,
  ja: chrono.ja.casual,
  zh: chrono.zh.casual,
  vi: chrono.vi.casual,
}

/** Words that point back: nothing is due there. */
const POINTS_BACK = /\b(?:last|ago|yesterday|past|previous|gestern|letzte[nrsm]?|vorige[nrsm]?|hier|ayer)\b/

function inWords(text: string, today: PlainDate, locale: string): Reading | undefined {
  if (!/[\p{L}]/u.test(text) || POINTS_BACK.test(text)) return undefined
  const language = locale.slice(0, 2).toLowerCase()
  const own = READERS[language]
  const said = language === 'de' ? text.replace(/^(?:den |dem |kommende[nrm]? )+/, '') : text
  const english = text.replace(/^(?:coming|the coming) /, 'this ')
  return (own && read(own, said, today)) ?? read(chrono.en.casual, english, today)
}

/** How far into a text its first date in words may go; chrono is asked for every start of it, so not for more. */
function reachOfWords(start: string, today: PlainDate, locale: string): number {
  const text = folded(start)
  if (/\bfeb/.test(text)) return start.length
  const readers = [READERS[locale.slice(0, 2).toLowerCase()], chrono.en.casual]
  const ends = readers
    .flatMap((reader) => reader?.parse(text, noonOf(today)) ?? [])
    .map(({ index, text: found }) => (index <= 14 ? index + found.length + 2 : 0))
  return Math.max(0, ...ends)
}

/**
 * Today at noon on this machine's own wall, the zone in which chrono counts: at noon no clock change moves the day.
 * Only the day, month and year of what it finds are used.
 */
function noonOf(today: PlainDate): Date {
  const { year, month, day } = Temporal.PlainDate.from(today)
  return new Date(year, month - 1, day, 12)
}

function read(reader: chrono.Chrono, text: string, today: PlainDate): Reading | undefined {
  const noon = noonOf(today)
  const leap =
    /^29\.?(?:th)? |29(?:th)?$/.test(text) && /\bfeb/.test(text)
      ? `${text} ${nextLeapYear(today)}`
      : undefined
  const results = reader.parse(text, noon, { forwardDate: true })
  const [found, another] = results.length === 0 && leap !== undefined ? reader.parse(leap, noon) : results
  if (!found || another || found.index !== 0 || found.end) return undefined
  if (found.text.length !== text.length && found.text !== leap) return undefined
  const { start } = found
  const [saysDay, saysMonth, saysWeekday] = [
    start.isCertain('day'),
    start.isCertain('month'),
    start.isCertain('weekday'),
  ]
  if (!saysDay && !saysMonth && !saysWeekday) return undefined
  // "Friday 5" would be an hour; then the 5 begins what comes next.
  if (!saysDay && /\D\s?\d{1,2}$/.test(text) && !/:\d\d$/.test(text)) return undefined
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
  if (year === null || month === null || day === null || year < 2000 || year > 2199) return undefined
  const date = dateOf(year, month, day)
  if (!date) return undefined
  if (saysDay && saysMonth && !start.isCertain('year'))
    return sure(dayAndMonth(String(day), String(month), undefined, today))
  // A weekday that is today's means the one in a week: for today there is a shorter word.
  if (saysWeekday && !saysDay && date === today && !/^(?:this|diesen|ce) /.test(text))
    return sure(addDays(today, 7))
  return { date, sure: saysDay || saysWeekday }
}

function nextLeapYear(today: PlainDate): number {
  const date = dayAndMonth('29', '2', undefined, today)
  return Number((date ?? today).slice(0, 4))
}
