import { parsePlainDate, type PlainDate } from '../time'
import { phrase, saysNothing, type Cell } from './cell'

/** Which comes first in a date of three figures. */
export type DateOrder = 'dayFirst' | 'monthFirst'

/** What a column's dates say about their order. `ambiguous`: each of them can be read both ways, or they contradict. */
export type OrderFound = DateOrder | 'ambiguous' | 'none'

/** `ambiguous`: it takes somebody to say which order is meant. */
export type DateRead =
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'noDate' }

const NO_DATE: DateRead = { kind: 'noDate' }

/** Reads a cell as a date, in the order that is known for its column (null: not known). */
export function readDate(cell: Cell, order: DateOrder | null): DateRead {
  if (cell === null) return { kind: 'nothing' }
  if (typeof cell === 'object') return { kind: 'date', date: cell.day }
  if (typeof cell === 'number') return ofSerial(cell)
  if (typeof cell === 'boolean') return NO_DATE
  const text = bareDate(cell)
  if (saysNothing(text)) return { kind: 'nothing' }
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = figuresIn(text)
  return figures ? inOrder(figures, order) : inWords(text)
}

/** What the texts of a column show of the order in which they were written. */
export function orderOf(texts: Iterable<string>): OrderFound {
  let dayFirst = 0
  let monthFirst = 0
  let either = 0
  for (const text of texts) {
    const figures = figuresIn(bareDate(text))
    if (!figures) continue
    const { one, two, dotted } = figures
    if (dotted || (one > 12 && two <= 12)) dayFirst++
    else if (two > 12 && one <= 12) monthFirst++
    else if (one !== two && one <= 12 && two <= 12) either++
  }
  if (dayFirst > 0 && monthFirst > 0) return either > 0 ? 'ambiguous' : 'none'
  if (dayFirst > 0) return 'dayFirst'
  if (monthFirst > 0) return 'monthFirst'
  return either > 0 ? 'ambiguous' : 'none'
}

type Figures = { readonly one: number; readonly two: number; readonly year: number; readonly dotted: boolean }

/** `23/1/2022`, `14-06-2023`, `1.2.24`: two figures whose order is open, and the year. */
function figuresIn(text: string): Figures | undefined {
  const match =
    /^(\d{1,2})([-/. ])(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text) ??
    /^(\d{1,2})(\.) (\d{1,2})\. (\d{4}|\d{2})$/.exec(text)
  if (!match) return undefined
  return {
    one: Number(match[1]),
    two: Number(match[3]),
    year: fullYear(match[4] ?? ''),
    dotted: match[2] === '.',
  }
}

/** A day over 12 can only be the day, whatever the order of the column. */
function inOrder({ one, two, year, dotted }: Figures, order: DateOrder | null): DateRead {
  const dayFirst = dated(year, two, one)
  const monthFirst = dated(year, one, two)
  if (dotted || monthFirst.kind === 'noDate') return dayFirst
  if (dayFirst.kind === 'noDate' || one === two) return monthFirst
  if (order === null) return { kind: 'ambiguous' }
  return order === 'dayFirst' ? dayFirst : monthFirst
}

/** Without a time, a weekday and the ends of ordinals. */
function bareDate(text: string): string {
  return withoutWeekday(text.trim())
    .replace(
      /[T ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/i,
      '',
    )
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function withoutWeekday(text: string): string {
  const first = /^(\p{L}{2,12})\.?,? +/u.exec(text)
  return first && WEEKDAYS.has(phrase(first[1] ?? '')) ? text.slice(first[0].length) : text
}

/** Excel's count of days; day 60, which never was, is passed over. */
function ofSerial(serial: number): DateRead {
  const day = Math.floor(serial)
  if (day < EARLIEST_SERIAL || day > LATEST_SERIAL) return NO_DATE
  const iso = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
  return { kind: 'date', date: iso as PlainDate }
}

/** 1982 to 2119: a smaller number in a column of dates is no date, but a slip. */
const EARLIEST_SERIAL = 30_000
const LATEST_SERIAL = 80_000

function fullYear(figures: string): number {
  const year = Number(figures)
  if (figures.length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function dated(year: number, month: number, day: number): DateRead {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = parsePlainDate(text)
  return date === undefined || year < 1970 || year > 2199 ? NO_DATE : { kind: 'date', date }
}

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'pl']

/** Months by their long and short names in the languages of the files that come: `jan`, `märz`, `dez`. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  namesOf('month', 12).map(({ name, at }) => [name, at + 1] as const),
)
const WEEKDAYS: ReadonlySet<string> = new Set(namesOf('weekday', 7).map(({ name }) => name))

function namesOf(part: 'month' | 'weekday', count: number): { readonly name: string; readonly at: number }[] {
  return LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(locale, { [part]: style, timeZone: 'UTC' })
      // 1 January 2024 was a Monday.
      return Array.from({ length: count }, (_, at) => {
        const day = part === 'month' ? Date.UTC(2024, at, 15) : Date.UTC(2024, 0, 1 + at)
        return { name: phrase(format.format(day)), at }
      })
    }),
  )
}

/** `23 Jan 2022`, `Jan 23, 2022`, `23-Jan-22`, `23. Januar 2022`. */
function inWords(text: string): DateRead {
  const said = phrase(text)
  const dayFirst = /^(\d{1,2}) (?:of |de )?(\p{L}+) (?:de )?(\d{4}|\d{2})$/u.exec(said)
  const monthFirst = /^(\p{L}+) (\d{1,2}) (\d{4}|\d{2})$/u.exec(said)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = MONTHS.get(name ?? '') ?? (name === 'sept' ? 9 : undefined)
  if (day === undefined || year === undefined || month === undefined) return NO_DATE
  return dated(fullYear(year), month, Number(day))
}
