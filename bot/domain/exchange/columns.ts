import { phrase, textOf, type SheetRow } from './cell'
import { fieldCalled } from './columnWords'
import { FIELDS, type Field, type SheetKind } from './fields'

/** A column of a sheet: where it stands, from 0, what stands over it, and what it is taken for. */
export type Column = { readonly at: number; readonly heading: string; readonly field: Field | null }

export type Header = {
  /** The row of the headings as the sheet numbers it. */
  readonly row: number
  readonly kind: SheetKind
  readonly columns: readonly Column[]
}

/** So many rows at the start of a sheet are looked at for its headings. */
export const HEADER_WITHIN = 60
const MOST_COLUMNS = 100

/** The row of headings among the first rows of a sheet, under whatever titles stand there; null where there is none. */
export function findHeader(name: string, rows: readonly SheetRow[]): Header | null {
  if (isBesideThePoint(name)) return null
  let best: (Header & { readonly known: number }) | null = null
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const kind = kindOf(name, row)
    const columns = columnsOf(row, kind)
    const known = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field]))).size
    const hasTitle = columns.some(({ field }) => field === 'title')
    if (hasTitle && known >= 2 && known > (best?.known ?? 0)) best = { row: row.number, kind, columns, known }
  }
  return best && { row: best.row, kind: best.kind, columns: best.columns }
}

/** Sheets that hold no records of ours, some of them of our own export. */
function isBesideThePoint(name: string): boolean {
  return /^(?:delay ledger|recaps|source of truth|verschiebungen|wochenberichte|projektwissen|legend|legende|lists?|look ?ups?|instructions|anleitung|hinweise|read ?me|how to\b.*|drop ?downs?|validation)$/.test(
    phrase(name),
  )
}

/** What the rows are, by the sheet's name first and then by headings that only one of the two has. */
function kindOf(name: string, row: SheetRow): SheetKind {
  const called = phrase(name)
  const headings = row.cells.map((cell) => phrase(textOf(cell)))
  const has = (...words: readonly string[]) => words.filter((word) => headings.includes(word)).length
  const issues =
    (/\b(?:issues?|bugs?|defects?|incidents?|raid|uat|tickets?|faults?|probleme?|problemliste|fehler|mangel)\b/.test(
      called,
    )
      ? 3
      : 0) +
    has(
      'severity',
      'steps',
      'steps to reproduce',
      'issue',
      'bug',
      'defect',
      'reported by',
      'where',
      'module',
      'priority',
      'workaround',
      'category',
      'schwere',
      'schweregrad',
      'schritte',
      'gemeldet von',
      'umweg',
      'prioritat',
    )
  const items =
    (/\b(?:actions?|tasks?|to ?dos?|items?|deliverables?|aufgaben?|ma(?:ss|ß)nahmen?)\b/.test(called)
      ? 3
      : 0) +
    has(
      'due',
      'due date',
      'deadline',
      'action',
      'action item',
      'task',
      'for',
      'unblocks',
      'by when',
      'action owner',
      'fallig',
      'fallig am',
      'termin',
      'aufgabe',
      'massnahme',
      'maßnahme',
    )
  return items > issues ? 'items' : 'issues'
}

function columnsOf(row: SheetRow, kind: SheetKind): Column[] {
  const columns = row.cells.slice(0, MOST_COLUMNS).flatMap((cell, at): Column[] => {
    const heading = textOf(cell).replaceAll(/\s+/g, ' ')
    return heading === ''
      ? []
      : [{ at, heading, field: typeof cell === 'string' ? (fieldCalled(heading, kind) ?? null) : null }]
  })
  return kept(withTitle(oncePerField(columns)), kind)
}

/** The same columns read as the other kind of rows. */
export function columnsAs(columns: readonly Column[], kind: SheetKind): Column[] {
  const read = columns.map(({ at, heading }) => ({ at, heading, field: fieldCalled(heading, kind) ?? null }))
  return kept(withTitle(oncePerField(read)), kind)
}

/** A field has one column, the first that is called so; details alone can have several. */
function oncePerField(columns: readonly Column[]): Column[] {
  const taken = new Set<Field>()
  return columns.map((column) => {
    const { field } = column
    if (field === null || field === 'details') return column
    if (taken.has(field)) return { ...column, field: null }
    taken.add(field)
    return column
  })
}

/** Without a title, the description says what a row is about. */
function withTitle(columns: readonly Column[]): Column[] {
  if (columns.some(({ field }) => field === 'title')) return [...columns]
  const description = columns.find(
    ({ field, heading }) => field === 'details' && /descri|beschreib|^details?$/i.test(heading),
  )
  return columns.map((column) => (column === description ? { ...column, field: 'title' as const } : column))
}

/** Items keep no details: a description is what is to be done, or it is left out. */
function kept(columns: readonly Column[], kind: SheetKind): Column[] {
  return columns.map((column) =>
    column.field === null || FIELDS[kind].includes(column.field) ? column : { ...column, field: null },
  )
}
