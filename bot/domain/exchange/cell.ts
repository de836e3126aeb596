import type { PlainDate } from '../time'

/** What a cell of a sheet holds, whatever kind of file it came from. A day alone: what a sheet says of hours is left out. */
export type Cell = null | string | number | boolean | CellDay
export type CellDay = { readonly day: PlainDate }

/** A row with its number as the sheet shows it, from 1. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[] }

/** The longest text of a cell, as spreadsheet programs keep it. */
export const MAX_CELL = 32_767

/** What a cell says, as one would read it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.day
  return typeof cell === 'string' ? cell.trim() : String(cell)
}

export function isEmptyRow({ cells }: SheetRow): boolean {
  return cells.every((cell) => textOf(cell) === '')
}

/** What a spreadsheet program may run as a formula when it opens a text file, with any signs of ours before it. */
const MAY_RUN = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/
/*
 * The same inside of a cell, behind a semicolon or the end of a line: where semicolons part cells, as they do in German,
 * quotes around the whole cell hold nothing together. Lines of a list begin with a dash, too: one before words that call
 * nothing and reach for nothing is let be.
 */
const FORMULA_INSIDE = /(?='*(?:[=+@]|-(?! *\p{L}[^;\n\r(|!]*(?:[;\n\r]|$))))/u.source
const MAY_RUN_INSIDE = new RegExp(`([;\\n\\r]"*)${FORMULA_INSIDE}`, 'gu')
const GUARDED_INSIDE = new RegExp(`([;\\n\\r]"*)'${FORMULA_INSIDE}`, 'gu')

/** A text as it can stand in a CSV file: a sign in front keeps what looks like a formula from being run. */
export function guarded(text: string): string {
  const inside = text.replace(MAY_RUN_INSIDE, "$1'")
  return MAY_RUN.test(text) ? `'${inside}` : inside
}

/** What `guarded` was given. */
export function unguarded(text: string): string {
  const whole = GUARDED.test(text) ? text.slice(1) : text
  return whole.replace(GUARDED_INSIDE, '$1')
}

/**
 * A text in the form in which words are compared: small letters and figures without accents, one space between words.
 */
export function phrase(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const NOTHING = new Set([
  '',
  'tbd',
  'tbc',
  'tba',
  'n a',
  'na',
  'none',
  'nobody',
  'unassigned',
  'not assigned',
  'unknown',
  'nil',
  'null',
])

/** Whether a cell is filled in only to say that there is nothing: `TBD`, `n/a`, `-`. */
export function saysNothing(text: string): boolean {
  return NOTHING.has(phrase(text))
}
