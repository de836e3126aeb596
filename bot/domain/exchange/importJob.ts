import type { MessageRef } from '../cycle'
import type { Door } from '../history'
import type { Brand, PersonId, ProjectId, RecordId } from '../ids'
import type { Language } from '../language'
import type { Person } from '../person'
import { epochMs, fromEpochMs, type Instant } from '../time'
import type { RowMemory } from './applyRow'
import type { InRow, ReadRow, RowFault, RowNote } from './readRow'
import type { SheetFacts, SheetPlan } from './sheetPlan'

/** A file that somebody gave to be imported. Made up by us, so that nobody guesses it. */
export type ImportId = Brand<string, 'ImportId'>

export type PlannedSheet = { readonly plan: SheetPlan; readonly facts: SheetFacts }

/** What has become of the rows so far. */
export type ImportCounts = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
}

export const NOTHING_YET: ImportCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0 }

/** `beat`: when whoever carries it out last said so; one that is old belongs to somebody who is gone. */
type ImportState =
  | { readonly status: 'ready' }
  | { readonly status: 'running'; readonly beat: Instant }
  | { readonly status: 'done'; readonly at: Instant }

/** A card in somebody's own chat that shows how far an import is. */
export type ImportCard = { readonly person: PersonId; readonly message: MessageRef }

/** Who had a file taken, and by which door. */
export type ImportRun = {
  readonly by: Person
  readonly door: Door
  /** The card on which it was begun or gone on with last; null where that was on the tab. */
  readonly card: ImportCard | null
  /** How often the clock has taken it up since it last came further. */
  readonly inVain: number
}

/** A file on its way in: how it is read, and how far it has come. */
export type ImportJob = {
  readonly id: ImportId
  readonly project: ProjectId
  readonly by: Person
  readonly at: Instant
  /** The file is kept until then. */
  readonly until: Instant
  readonly file: { readonly name: string; readonly bytes: number }
  readonly sheets: readonly PlannedSheet[]
  /** Sheets in which no records were found. */
  readonly without: readonly string[]
  readonly state: ImportState
  /** Null until somebody has it taken. */
  readonly run: ImportRun | null
  readonly counts: ImportCounts
  /** The last row that was taken or skipped; null before the first. */
  readonly mark: { readonly sheet: number; readonly row: number } | null
  /** What only showed while it was carried out. */
  readonly conflicts: readonly RowProblem[]
}

/** A row that is not taken (`skipped`), or taken otherwise than it stands there. */
export type RowProblem = InRow<RowFault | RowNote> & {
  readonly sheet: string
  readonly row: number
  readonly skipped: boolean
}

export function problemsOf(sheet: string, row: number, read: ReadRow): RowProblem[] {
  if (read.kind === 'wrong') return read.faults.map((fault) => ({ ...fault, sheet, row, skipped: true }))
  if (read.kind !== 'record') return []
  return read.notes.map((note) => ({ ...note, sheet, row, skipped: false }))
}

/** By what a row of a file is known in a project, for good: `issue number 7`. */
export type ImportedKey = Brand<string, 'ImportedKey'>

/** What came of a row of a file: its record, and what the row said then. */
export type Imported = {
  readonly key: ImportedKey
  readonly record: RecordId
  readonly said: RowMemory
  /** The import that made or changed the record last: one that is gone on with counts the row as what it was. */
  readonly by: { readonly import: ImportId; readonly what: 'created' | 'updated' } | null
}

export function importedKey(record: 'issue' | 'item', name: string): ImportedKey {
  return `${record} ${name}` as ImportedKey
}

/** Rows that one import takes; a longer file is taken in parts. */
export const MOST_ROWS = 20_000
/** The longest file, in bytes. */
export const MOST_BYTES = 20_000_000
/** Days for which a file is kept. */
export const KEPT_DAYS = 3
/** After so long without a beat, in ms, whoever carried it out is taken for gone. */
const BEATS_WITHIN = 30_000
/** The longest that one rests which comes to a halt again and again, in ms. */
const LONGEST_REST = 3_600_000
/** So often the clock takes one up in vain, over some hours: then something is wrong that time does not mend. */
const MOST_IN_VAIN = 10

/** Whether somebody is at it. */
export function isUnderWay({ state }: Pick<ImportJob, 'state'>, now: Instant): boolean {
  return state.status === 'running' && Date.parse(now) - Date.parse(state.beat) < BEATS_WITHIN
}

/**
 * When the clock looks whether somebody is still at it, by the latest beat; null: nobody ever was. An import that comes to
 * a halt again and again may be what ends its processes, and rests longer each time.
 */
export function lookedAfterAt({ state, run }: Pick<ImportJob, 'state' | 'run'>): Instant | null {
  if (state.status !== 'running' || !run) return null
  return fromEpochMs(epochMs(state.beat) + Math.min(BEATS_WITHIN * 2 ** run.inVain, LONGEST_REST))
}

/** Whether one that came to a halt goes on by itself. */
export function goesOnByItself({ run }: Pick<ImportJob, 'run'>): boolean {
  return run !== null && run.inVain < MOST_IN_VAIN
}

/** From where in a file something is, as the history of a record keeps it for all who read the project's language. */
export function placeInFile(
  file: string,
  { sheet, row }: { readonly sheet: string; readonly row: number },
  language: Language,
): string {
  // A CSV has one sheet, which is called as the file is.
  const place = sheet === file.replace(/\.\w{1,5}$/, '') ? file : `${file}, ${sheet}`
  return language === 'de' ? `Aus ${place}, Zeile ${row}` : `From ${place}, row ${row}`
}

/** Rows of the sheets that are taken. */
export function rowsToTake({ sheets }: Pick<ImportJob, 'sheets'>): number {
  return sheets.reduce((sum, { plan, facts }) => sum + (plan.takes ? facts.rows : 0), 0)
}
