import type { Cell, SheetRow } from '../domain/exchange/cell'
import type { ExportColumn } from '../domain/exchange/exportSheets'
import type { ImportId, ImportJob } from '../domain/exchange/importJob'
import type { Instant } from '../domain/time'
import type { Revision, Stored } from './ports'

/** Why a file is not read at all. */
export type FileRefusal =
  /** Neither a workbook nor a text of rows and columns. */
  | 'notASheet'
  /** Macros, links into other files, or a password: what a list of records has no need of. */
  | 'macros'
  | 'externalLinks'
  | 'locked'
  | 'oldExcel'
  /** More in it than a list of records ever has, or packed so that it would fill the memory. */
  | 'tooMuch'
  | 'damaged'

export type OpenedFile = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  /** The rows of a sheet (from 0) that hold anything, top down. Ends after the last one, whatever the sheet claims. */
  rows(sheet: number): AsyncIterable<SheetRow>
}

export type SheetFile = { readonly name: string; readonly bytes: Uint8Array }

export type SheetToWrite = {
  readonly name: string
  readonly columns: readonly ExportColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** Workbooks and CSV files. What comes in is read as values alone: no formula is worked out and no link is followed. */
export interface Spreadsheets {
  /** Opens a file for as long as `use` takes; few are open at once in one process. */
  read<T>(
    file: SheetFile,
    use: (opened: OpenedFile) => Promise<T>,
  ): Promise<
    { readonly kind: 'read'; readonly value: T } | { readonly kind: 'refused'; readonly why: FileRefusal }
  >
  /** A workbook with its headings frozen and a filter on each sheet. Null: there is more than one workbook should hold. */
  workbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array | null>
  /** A sheet as CSV, in pieces. A cell that could be run as a formula is written so that it can't. */
  csv(sheet: SheetToWrite): AsyncIterable<string>
}

/** When to see whether somebody is still at an import, and since when it is watched. */
export type ImportLook = { readonly import: ImportId; readonly at: Instant; readonly since: Instant }

/** Files that people gave to be imported, kept for some days so that any process can go on with one. */
export interface Imports {
  keep(job: ImportJob, bytes: Uint8Array): Promise<void>
  job(id: ImportId): Promise<Stored<ImportJob> | null>
  /** Writes the job over what was read of it, and answers with the new revision; null when somebody else was first. */
  save(job: ImportJob, over: Revision): Promise<Revision | null>
  /** The file of a job; null when it was taken away. */
  bytes(job: ImportJob): Promise<Uint8Array | null>
  /** Takes files away whose time has come. */
  clear(now: Instant): Promise<void>
  /** Has the clock look after an import, which costs a row while it is under way. */
  plan(look: ImportLook): Promise<void>
  /** What is to be looked after by then, the longest due first. */
  due(until: Instant, limit: number): Promise<readonly Stored<ImportLook>[]>
  /** Takes an entry away that was looked after, unless it was planned anew meanwhile. */
  done(look: Stored<ImportLook>): Promise<void>
}

/** Files that Teams keeps: what somebody sent in the chat, and where one that is sent to them is put. */
export interface FileDoor {
  get(
    address: string,
  ): Promise<
    { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'tooBig' | 'unreachable' }
  >
  /** False where it could not be put there. */
  put(address: string, bytes: Uint8Array): Promise<boolean>
}
