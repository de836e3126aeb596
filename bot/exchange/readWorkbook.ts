import { streamXlsxRows, type CellValue } from 'hucre/xlsx'
import type { Cell, SheetRow } from '../domain/exchange/cell'
import { isEmptyRow } from '../domain/exchange/cell'
import type { PlainDate } from '../domain/time'
import type { FileRefusal, OpenedFile } from '../flows/exchangePorts'
import { partsWatcher, type Merged, type SheetPart } from './workbookParts'
import { guardZip } from './zipGuard'

/** Rows that a sheet is looked through for, empty ones among them, and after how many empty ones it has come to its end. */
const MOST_ROWS = 60_000
const ENDS_AFTER = 1_000
const MOST_COLUMNS = 200

/** A workbook's sheets and rows, once nothing in it is dangerous; what a formula gives is what was saved of it. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenedFile | FileRefusal> {
  const parts = partsWatcher()
  const refusal = await guardZip(bytes, (part) => parts.watch(part))
  if (refusal) return refusal
  const sheets = parts.sheets()
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: (sheet) => rowsOf(bytes, sheet, sheets[sheet]),
  }
}

async function* rowsOf(
  bytes: Uint8Array,
  sheet: number,
  part: SheetPart | undefined,
): AsyncGenerator<SheetRow> {
  if (!part || part.name === '') return
  const fill = filler(part.merged)
  let empty = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet, maxRows: MOST_ROWS })) {
    const row = fill({ number: index + 1, cells: values.slice(0, MOST_COLUMNS).map(asCell) })
    if (!isEmptyRow(row)) {
      empty = 0
      yield row
    } else if (++empty >= ENDS_AFTER) {
      return
    }
  }
}

function asCell(value: CellValue): Cell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) as PlainDate }
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** What stands in the first of merged cells counts for the rows below, where a merged cell shows it. */
function filler(merged: readonly Merged[]): (row: SheetRow) => SheetRow {
  const starts = new Map<number, Merged[]>()
  for (const one of merged) starts.set(one.from, [...(starts.get(one.from) ?? []), one])
  const standing = new Map<number, { readonly to: number; readonly cell: Cell }>()
  return (row) => {
    const cells = [...row.cells]
    for (const [column, { to, cell }] of standing) {
      if (row.number > to) standing.delete(column)
      else if (!cells[column]) {
        while (cells.length <= column) cells.push(null)
        cells[column] = cell
      }
    }
    for (const { column, to } of starts.get(row.number) ?? []) {
      standing.set(column, { to, cell: cells[column] ?? null })
    }
    return { number: row.number, cells }
  }
}
