import type { Cell } from '../../domain/exchange/cell'
import { EXPORT_SHEETS, type ExportSheet } from '../../domain/exchange/exportColumns'
import {
  delayCells,
  exportColumns,
  issueCells,
  itemCells,
  recapCells,
  sheetName,
  sourceCells,
  type ExportOf,
} from '../../domain/exchange/exportSheets'
import type { Language } from '../../domain/language'
import type { IssueId, ItemId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import type { WeekId } from '../../domain/week'
import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { SheetToWrite } from '../exchangePorts'
import type { Outcome } from '../outcome'
import { headOf } from '../projectHead'

type Deps = Pick<FlowDeps, 'records' | 'exchange'>

/** Says how one gets the project's records as a file. Every member may have them: they may read them all. */
export async function offerExport(
  { records }: Pick<FlowDeps, 'records'>,
  { project: id }: Order<CommandOf<'export'>>,
): Promise<Outcome> {
  const stored = await records.project(id)
  return stored ? { kind: 'exportOffer', project: headOf(stored.record), toChat: true } : { kind: 'notSetUp' }
}

/** The project's records as one workbook; null where there are more than a workbook should hold. */
export async function exportWorkbook(
  deps: Deps,
  project: Project,
  language: Language,
): Promise<Uint8Array | null> {
  const sheets = EXPORT_SHEETS.map((sheet) => sheetOf(deps, project, sheet, language))
  return deps.exchange.spreadsheets.workbook(sheets)
}

/** One kind of the project's records as CSV, in pieces, however many there are. */
export function exportCsv(
  deps: Deps,
  project: Project,
  sheet: ExportSheet,
  language: Language,
): AsyncIterable<string> {
  return deps.exchange.spreadsheets.csv(sheetOf(deps, project, sheet, language))
}

function sheetOf(
  { records }: Deps,
  { id, zone, workstreams }: Project,
  sheet: ExportSheet,
  language: Language,
): SheetToWrite {
  const rows = ROWS[sheet](records, { project: id, zone, language, workstreams })
  return { name: sheetName(sheet, language), columns: exportColumns(sheet, language), rows }
}

type Rows = (records: FlowDeps['records'], of: ExportOf) => AsyncIterable<readonly Cell[]>

/** So many are read at a time: what is open stays small, whatever there is. */
const PAGE = 500

const ROWS: Readonly<Record<ExportSheet, Rows>> = {
  async *issues(records, of) {
    let before: IssueId | null = null
    for (;;) {
      const page: Awaited<ReturnType<typeof records.issues>> = await records.issues(of.project, {
        before,
        limit: PAGE,
      })
      for (const issue of page) yield issueCells(issue, of)
      before = page.at(-1)?.id ?? null
      if (page.length < PAGE) return
    }
  },
  async *items(records, of) {
    for await (const item of allItems(records, of)) yield itemCells(item, of)
  },
  async *delays(records, of) {
    for await (const item of allItems(records, of)) yield* delayCells(item, of)
  },
  async *recaps(records, of) {
    let before: WeekId | null = null
    for (;;) {
      const page: Awaited<ReturnType<typeof records.recaps>> = await records.recaps(
        of.project,
        before,
        RECAPS,
      )
      for (const posted of page) yield recapCells(posted, of)
      before = page.at(-1)?.recap.week ?? null
      if (page.length < RECAPS) return
    }
  },
  async *source(records, of) {
    for (const entry of await records.entries(of.project)) {
      if (entry.state.status === 'standing') yield sourceCells(entry, of)
    }
  },
}

/** A recap is kept with its card and weighs much. */
const RECAPS = 20

async function* allItems(records: FlowDeps['records'], { project }: ExportOf) {
  let before: ItemId | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof records.items>> = await records.items(project, {
      before,
      limit: PAGE,
    })
    yield* page
    before = page.at(-1)?.id ?? null
    if (page.length < PAGE) return
  }
}
