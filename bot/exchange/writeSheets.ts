import { stringify } from 'csv-stringify'
import { Readable } from 'node:stream'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { guarded, MAX_CELL, type Cell } from '../domain/exchange/cell'
import type { SheetToWrite } from '../flows/exchangePorts'

/** A workbook is put together in memory; what is more goes out as CSV, which isn't. */
const MOST_ROWS = 60_000

/** As the cells are: a heading without a font of its own is drawn in whichever the program has. */
const FONT = { name: 'Calibri', size: 11 } as const
const HEADING = { font: { ...FONT, bold: true }, alignment: { vertical: 'center', wrapText: true } } as const
/** Of a line, in points. */
const LINE_HEIGHT = 15
/** A row is at most so many lines high, so that a long text hides no others. */
const MOST_LINES = 6
/** A text of several lines shows them as far as its row is high, and what is shorter stands beside the first. */
const CELL = { alignment: { vertical: 'top', wrapText: true } } as const
/** Printed, all columns of a row stand on one page. */
const ON_PAPER = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

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
      columns: columns.map(({ width }) => ({ width, style: CELL })),
      cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEADING }])),
      rowDefs: new Map(values.map((row, at) => [at, { height: LINE_HEIGHT * linesOf(row, columns) }])),
      freezePane: { rows: 1 },
      pageSetup: ON_PAPER,
      autoFilter: { range: `A1:${letters(columns.length)}${values.length}` },
    })
  }
  return writeXlsx({
    sheets: whole,
    defaultFont: FONT,
    namedRanges: whole.flatMap(namesOf),
    stringMode: 'inline',
    properties: { creator: 'Plumbline' },
  })
}

/** How many lines a row takes, about: programs that don't work it out themselves would draw one row over the next. */
function linesOf(row: readonly CellValue[], columns: SheetToWrite['columns']): number {
  const lines = row.map((value, at) => {
    if (typeof value !== 'string') return 1
    const { width = 1 } = columns[at] ?? {}
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  })
  return Math.min(MOST_LINES, Math.max(1, ...lines))
}

/**
 * What spreadsheet programs know by names of their own: the filter of a sheet, which LibreOffice does not see without,
 * and the row of headings that stands on each page.
 */
function namesOf({ name: scope, columns, rows }: { name: string; columns: unknown[]; rows: unknown[] }) {
  const sheet = `'${scope.replaceAll("'", "''")}'`
  return [
    {
      name: '_xlnm._FilterDatabase',
      scope,
      range: `${sheet}!$A$1:$${letters(columns.length)}$${rows.length}`,
    },
    { name: '_xlnm.Print_Titles', scope, range: `${sheet}!$1:$1` },
  ]
}

/** A text stays a text in a workbook, whatever it begins with: it is marked as one, and nothing runs it. */
function asValue(cell: Cell): CellValue {
  if (cell !== null && typeof cell === 'object') return new Date(`${cell.day}T00:00:00.000Z`)
  if (typeof cell !== 'string') return cell
  if (cell === '') return null
  // What looks like Excel's own way of writing a sign by its number would be read as that sign.
  const text = cell.slice(0, MAX_CELL).replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  // With these two in it a workbook is no XML, and Excel takes it for broken.
  return text.replaceAll('\uFFFE', '_xFFFE_').replaceAll('\uFFFF', '_xFFFF_')
}

function letters(columns: number): string {
  return columns <= 26
    ? String.fromCharCode(64 + columns)
    : `${letters(Math.floor((columns - 1) / 26))}${letters(((columns - 1) % 26) + 1)}`
}

/** With the mark by which Excel knows UTF-8. A line that ends within a cell would end the row if it were not quoted. */
export async function* writeCsv({ columns, rows }: SheetToWrite): AsyncGenerator<string> {
  const lines = stringify({ bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
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
