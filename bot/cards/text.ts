import type { RecordId } from '../domain/ids'
import { shortened } from '../domain/text'

/** What markdown, Teams' `{{DATE()}}` functions, mentions, HTML or its entities give a meaning to; no more is escaped. */
const MARKUP = /[\\`*_[\]<]|~(?=~)|\{(?=\{)|(?<=\{)\{|&(?=#?\w+;)/g
/** What markdown takes for a heading, a list or a quotation, at the start of a line. */
const LINE_START = /^(\u2068?)(#|[-+=>]|\d+(?=[.)]))/
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * What somebody wrote, as one line for a TextBlock: nothing in it is taken for markdown, a link or a mention. A text
 * that runs from right to left is isolated, so that it leaves the order of the words around it alone.
 */
export function plain(text: string, most = 300): string {
  const line = escaped(isolated(oneLine(text, most)))
  return line.replace(LINE_START, (_, before: string, sign: string) =>
    /^\d/.test(sign) ? `${before}${sign}\\` : `${before}\\${sign}`,
  )
}

/** What somebody wrote, inside a line: nothing in it is taken for markdown, a link or a mention. */
export function escaped(text: string): string {
  return text.replace(MARKUP, '\\$&')
}

/** What somebody wrote, as one line for places without markdown: text runs, buttons, summaries. */
export function oneLine(text: string, most = 300): string {
  return shortened(text.replace(/\s+/g, ' ').trim(), most)
}

/** A text of many lines as TextBlocks show it, and whether some of it was left out. */
export type Excerpt = { readonly lines: readonly string[]; readonly cut: boolean }

/** The beginning of a long text, by its lines: at most `mostLines` of them and `most` characters. */
export function excerpt(text: string, most = 1500, mostLines = 15): Excerpt {
  const all = text.split('\n').filter((line) => line.trim() !== '')
  const lines: string[] = []
  let left = most
  for (const line of all.slice(0, mostLines)) {
    if (left <= 0) break
    const part = shortened(line.trim(), left)
    lines.push(part)
    left -= part.length
  }
  const cut = lines.length < all.length || lines.some((line, at) => line !== all[at]?.trim())
  return { lines, cut }
}

export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

/** "1 day", "3 days". Plurals that only add an s may be left out. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "Megan Bowen", "Megan Bowen and Adele Vance", "A, B and C"; beyond `most`, "and 4 more". */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A signed difference with a true minus: "+3", "−1", "" for none. */
export function difference(change: number | null): string {
  if (change === null || change === 0) return ''
  return change > 0 ? `+${change}` : `−${-change}`
}

/** The name that one is called by: "Adele" of "Adele Vance", "Megan" of "Bowen, Megan". */
export function firstName(name: string): string {
  const [family = name, given] = name.split(',')
  return ((given ?? family).trim().split(/\s+/)[0] ?? name).trim()
}

const ORDINALS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinalRule = new Intl.PluralRules('en', { type: 'ordinal' })

/** "1st", "2nd", "23rd". */
export function ordinal(count: number): string {
  return `${count}${ORDINALS[ordinalRule.select(count)] ?? 'th'}`
}

/** A record's number that no line breaks in two; read back, its hyphen counts as the usual one. */
export function unbroken(id: RecordId): string {
  return id.replace('-', '\u2011')
}

/** A name inside a mention, where escapes would show: what markdown gives a meaning to is left out. */
export function mentionable(name: string): string {
  return oneLine(name.replace(/[\\`*_[\]<>~{}&#]/g, ''), 80)
}
