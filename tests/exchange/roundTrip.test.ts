import { unzipSync, strFromU8 } from 'fflate'
import fc from 'fast-check'
import { guarded, textOf, unguarded, type SheetRow } from '../../bot/domain/exchange/cell'
import { createSpreadsheets } from '../../bot/exchange/spreadsheets'
import type { SheetToWrite } from '../../bot/flows/exchangePorts'
import { anyText } from '../support/anyText'

/* Whatever people write comes out as a file and back in as it was, and no program that opens the file runs it. */

const spreadsheets = createSpreadsheets()
const COLUMNS = 12

const rowsOfText = fc.array(fc.array(anyText, { minLength: COLUMNS, maxLength: COLUMNS }), {
  minLength: 1,
  maxLength: 12,
})

/** A sheet with these texts, each row with a number before it, so that none is empty. */
function sheetOf(rows: readonly (readonly string[])[]): SheetToWrite {
  const columns = Array.from({ length: COLUMNS + 1 }, (_, at) => ({ heading: `Column ${at}`, width: 20 }))
  return {
    name: 'Issues',
    columns,
    rows: (async function* () {
      for (const [at, texts] of rows.entries()) yield await Promise.resolve([at + 1, ...texts])
    })(),
  }
}

/** The texts of a file's rows, without the headings and the numbers. */
async function textsIn(name: string, bytes: Uint8Array): Promise<string[][]> {
  const read = await spreadsheets.read({ name, bytes }, async (file) => {
    const rows: SheetRow[] = []
    for await (const row of file.rows(0)) rows.push(row)
    return rows
  })
  if (read.kind === 'refused') throw new Error(`Refused: ${read.why}`)
  return read.value
    .slice(1)
    .map(({ cells }) => Array.from({ length: COLUMNS }, (_, at) => textOf(cells[at + 1])))
}

async function workbookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const bytes = await spreadsheets.workbook([sheetOf(rows)])
  if (!bytes) throw new Error('There is no workbook')
  return bytes
}

async function csvOf(rows: readonly (readonly string[])[]): Promise<string> {
  let text = ''
  for await (const piece of spreadsheets.csv(sheetOf(rows))) text += piece
  return text
}

test('any text comes back from a workbook as it was', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      expect(await textsIn('export.xlsx', await workbookOf(rows))).toEqual(rows)
    }),
    { numRuns: 100 },
  )
})

test('any text comes back from CSV as it was', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      expect(await textsIn('issues.csv', new TextEncoder().encode(await csvOf(rows)))).toEqual(rows)
    }),
    { numRuns: 100 },
  )
})

test('no cell of a workbook is a formula, and each text is marked as one', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      const parts = unzipSync(await workbookOf(rows))
      const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      expect(sheet).not.toMatch(/<f[ >/]/)
      const texts = rows.flat().filter((text) => text !== '').length
      expect(sheet.match(/<c [^>]*t="inlineStr"/g)?.length).toBe(texts + COLUMNS + 1)
    }),
    { numRuns: 50 },
  )
})

test('a workbook is XML to its last sign', async () => {
  const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      const parts = unzipSync(await workbookOf(rows))
      for (const part of Object.values(parts)) expect(strFromU8(part)).not.toMatch(NO_XML)
    }),
    { numRuns: 50 },
  )
})

test('no cell of CSV begins as a formula does, and each row is one', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      const cells = cellsOf(await csvOf(rows))
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      expect(cells).toHaveLength((rows.length + 1) * (COLUMNS + 1))
    }),
    { numRuns: 100 },
  )
})

test('nor does one where semicolons part cells, whatever stands in quotes', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOfText, async (rows) => {
      for (const cell of (await csvOf(rows)).split(/[;\r\n]/)) {
        expect(cell).not.toMatch(/^"*(?:[=+@]|-(?! *\p{L})|-[^,]*[(|!])/u)
      }
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['Steps:\n- open the order\n- close it', 'Steps:\n- open the order\n- close it'],
  ['Steps:\n- call(it)\n- 1', "Steps:\n'- call(it)\n'- 1"],
  ['x;=HYPERLINK("http://evil")', 'x;\'=HYPERLINK("http://evil")'],
  ['x\n=1+1\ny', "x\n'=1+1\ny"],
  ['x;-2+cmd|A', "x;'-2+cmd|A"],
  ['x;"=1+1', 'x;"\'=1+1'],
])('%j stands in CSV as %j', (text, written) => {
  expect(guarded(text)).toBe(written)
  expect(unguarded(written)).toBe(text)
})

/** The cells as any program parts them: by commas and lines outside of quotes. */
function cellsOf(text: string): string[] {
  const cells: string[] = []
  const parts = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|\r|\n)/gu
  for (const [, quoted, plain] of text.replace(/^\ufeff/, '').matchAll(parts)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  return cells
}
