import { stringify } from 'csv-stringify'
import { Readable } from 'node:stream'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { guarded, MAX_CELL, type Cell } from '../domain/exchange/cell'
import type { SheetToWrite } from '../flows/exchangePorts'

/** A workbook is put together in memory; what is more goes out as CSV, which isn't. */
const MOST_ROWS = 60_000

const HEADING = { font: { bold: true }, alignment: { vertical: 'center' } } as const

export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array | null> {
  const whole = []
  let count = 0
  for (const { name, columns, rows } of sheets) {
    const values: CellValue[][] = [columns.map(({ heading }) => heading)]
    for await (const row of rows) {
      if (++count > MOST_ROWS) return null
      values.push(row.map(asValue))
    }
    whole.push({
      name,
      rows: values,
      columns: columns.map(({ width }) => ({ width })),
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEADING }])),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letters(columns.length)}${values.length}` },
    })
  }
  return writeXlsx({ sheets: whole, stringMode: 'inline', properties: { creator: 'Plumbline' } })
}

/** A text stays a text in a workbook, whatever it begins with: it is marked as one, and nothing runs it. */
function asValue(cell: Cell): CellValue {
  if (cell !== null && typeof cell === 'object') return new Date(`${cell.day}T00:00:00.000Z`)
  if (typeof cell !== 'string') return cell
  // What looks like Excel's own way of writing a sign by its number would be read as that sign.
  return cell === '' ? null : cell.slice(0, MAX_CELL).replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}

function letters(columns: number): string {
  return columns <= 26
    ? String.fromCharCode(64 + columns)
    : `${letters(Math.floor((columns - 1) / 26))}${letters(((columns - 1) % 26) + 1)}`
}

/** With the mark by which Excel knows UTF-8. */
export async function* writeCsv({ columns, rows }: SheetToWrite): AsyncGenerator<string> {
  const lines = stringify({ bom: true, record_delimiter: '\r\n' })
  const all = async function* () {
    yield columns.map(({ heading }) => heading)
    for await (const row of rows) yield row.map(asText)
  }
  const written = Readable.from(all()).pipe(lines)
  for await (const piece of written as AsyncIterable<Buffer | string>) yield String(piece)
}

function asText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.day
  return typeof cell === 'string' ? guarded(cell) : String(cell)
}
