import { strFromU8, unzipSync } from 'fflate'
import type { Cell } from '../../bot/domain/exchange/cell'
import { plainDate } from '../../bot/domain/time'
import { createSpreadsheets } from '../../bot/exchange/spreadsheets'

/* What a workbook of ours holds besides its cells, part by part: Excel and LibreOffice each need some of it. */

async function* rowsOf(rows: readonly (readonly Cell[])[]) {
  for (const row of rows) yield await Promise.resolve(row)
}

async function partsOf(rows: readonly (readonly Cell[])[]): Promise<Record<string, string>> {
  const columns = [
    { heading: 'Number', width: 9 },
    { heading: 'Steps', width: 20 },
    { heading: 'Due', width: 13 },
  ]
  const sheets = ['Issues', 'Action items'].map((name) => ({ name, columns, rows: rowsOf(rows) }))
  const bytes = await createSpreadsheets().workbook(sheets)
  const parts = Object.entries(unzipSync(bytes ?? new Uint8Array()))
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]))
}

const ROWS: readonly (readonly Cell[])[] = [
  ['I-1', 'one', { day: plainDate('2026-11-20') }],
  ['I-2', '1. open\n2. close\n3. look', null],
  ['I-3', 'far too long '.repeat(100), null],
]

test('headings stay in sight and have a filter, which each program finds by the name that it looks for', async () => {
  const parts = await partsOf(ROWS)
  for (const sheet of ['sheet1', 'sheet2']) {
    const xml = parts[`xl/worksheets/${sheet}.xml`]
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"')
    expect(xml).toContain('<autoFilter ref="A1:C4"/>')
  }
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)]
  expect(names.map(([, name, range]) => [name, range])).toEqual([
    ['_xlnm._FilterDatabase', "'Issues'!$A$1:$C$4"],
    ['_xlnm.Print_Titles', "'Issues'!$1:$1"],
    ['_xlnm._FilterDatabase', "'Action items'!$A$1:$C$4"],
    ['_xlnm.Print_Titles', "'Action items'!$1:$1"],
  ])
})

test('a row is as high as its lines, up to six', async () => {
  const xml = (await partsOf(ROWS))['xl/worksheets/sheet1.xml'] ?? ''
  expect([...xml.matchAll(/<row r="\d" ht="(\d+)"/g)].map(([, height]) => height)).toEqual([
    ...['15', '15', '45', '90'],
  ])
})

test('a day is shown as one, and a heading in the font of the cells', async () => {
  const parts = await partsOf(ROWS)
  const style = Number(/<c r="C2" s="(\d)"/.exec(parts['xl/worksheets/sheet1.xml'] ?? '')?.[1])
  const styles = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts['xl/styles.xml'] ?? '')?.[1] ?? ''
  expect([...styles.matchAll(/<xf numFmtId="(\d+)"/g)][style]?.[1]).toBe('164')
  expect(parts['xl/styles.xml']).toContain('<font><b/><sz val="11"/><name val="Calibri"/></font>')
})
