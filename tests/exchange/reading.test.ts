import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findHeader } from '../../bot/domain/exchange/columns'
import { textOf, type SheetRow } from '../../bot/domain/exchange/cell'
import { createSpreadsheets } from '../../bot/exchange/spreadsheets'
import type { FileRefusal } from '../../bot/flows/exchangePorts'
import { projectRoot } from '../../bot/local/localStack'
import { aWorkbook, type RawSheet } from '../support/workbooks'

const spreadsheets = createSpreadsheets()

async function read(
  name: string,
  bytes: Uint8Array,
): Promise<Readonly<Record<string, SheetRow[]>> | FileRefusal> {
  const result = await spreadsheets.read({ name, bytes }, async (file) => {
    const sheets: Record<string, SheetRow[]> = {}
    for (const [at, { name }] of file.sheets.entries()) {
      const rows: SheetRow[] = []
      for await (const row of file.rows(at)) rows.push(row)
      sheets[name] = rows
    }
    return sheets
  })
  return result.kind === 'read' ? result.value : result.why
}

const texts = (rows: readonly SheetRow[] | undefined) => (rows ?? []).map(({ cells }) => cells.map(textOf))

async function rowsOf(sheet: Partial<RawSheet>): Promise<SheetRow[]> {
  const found = await read('book.xlsx', aWorkbook([{ name: 'Sheet', rows: {}, ...sheet }]))
  if (typeof found === 'string') throw new Error(found)
  return found['Sheet'] ?? []
}

describe('a real RAID log', () => {
  const bytes = readFileSync(join(projectRoot(), 'tests/fixtures/files/raid-log.xlsx'))

  test('gives its four rows under two titles, and none of the prepared ones', async () => {
    const found = await read('raid-log.xlsx', bytes)
    if (typeof found === 'string') throw new Error(found)
    const rows = found['RAID Log'] ?? []
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6, 7, 8])
    expect(rows[3]?.cells[3]).toEqual({ day: '2026-08-04' })
    expect(rows[3]?.cells[7]).toBe(12)
  })

  test('is known as a log of issues by its headings, and its legend as none', async () => {
    const found = await read('raid-log.xlsx', bytes)
    if (typeof found === 'string') throw new Error(found)
    const header = findHeader('RAID Log', found['RAID Log'] ?? [])
    expect(header).toMatchObject({ row: 4, kind: 'issues' })
    expect(
      header?.columns.filter(({ field }) => field).map(({ heading, field }) => `${heading}: ${field}`),
    ).toEqual([
      'ID: number',
      'Category: category',
      'Description: title',
      'Date Raised: raised',
      'Owner: owner',
      'Status: status',
      'Mitigation / Response Plan: details',
      'Target Date: details',
      'Notes: details',
    ])
    expect(findHeader('Legend', found['Legend'] ?? [])).toBeNull()
  })
})

describe('what stands in the cells of messy workbooks', () => {
  test('formulas give their stored results, rich text its words, dates their day', async () => {
    const rows = await rowsOf({
      rows: {
        1: [
          { formula: 'A1&B1', result: 'Open' },
          { formula: '1+1', result: 2 },
          { rich: ['Order ', 'total'] },
          { shared: 'shared & kept' },
          { serial: 46_000.75 },
          { error: '#REF!' },
        ],
      },
    })
    expect(rows[0]?.cells).toEqual([
      'Open',
      2,
      'Order total',
      'shared & kept',
      { day: '2025-12-09' },
      '#REF!',
    ])
  })

  test('what is merged over rows counts for each of them', async () => {
    const rows = await rowsOf({
      rows: { 2: ['Data migration', 'one'], 3: [null, 'two'], 4: [null, 'three'], 5: [null, 'four'] },
      merges: ['A2:A4'],
    })
    expect(texts(rows)).toEqual([
      ['Data migration', 'one'],
      ['Data migration', 'two'],
      ['Data migration', 'three'],
      ['', 'four'],
    ])
  })

  test('a sheet that claims a million rows ends after its last one', async () => {
    const rows = await rowsOf({
      rows: { 1: ['Title'], 2: ['one'] },
      claims: 'A1:XFD1048576',
      more: Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}"/></row>`).join(
        '',
      ),
    })
    expect(texts(rows)).toEqual([['Title'], ['one']])
  })

  test('sheets are told by their names, hidden ones too', async () => {
    const bytes = aWorkbook([
      { name: 'R&D "issues"', rows: { 1: ['x'] } },
      { name: 'old', rows: { 1: ['y'] }, hidden: true },
    ])
    const result = await spreadsheets.read({ name: 'b.xlsx', bytes }, (file) => Promise.resolve(file.sheets))
    expect(result).toEqual({
      kind: 'read',
      value: [
        { name: 'R&D "issues"', hidden: false },
        { name: 'old', hidden: true },
      ],
    })
  })
})

describe('CSV', () => {
  const csv = async (text: string | Uint8Array, name = 'issues.csv') => {
    const found = await read(name, typeof text === 'string' ? new TextEncoder().encode(text) : text)
    return typeof found === 'string' ? found : texts(found['issues'])
  }

  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons, with commas in the text', 'a;b\n"1";"2"\n'],
    ['tabs', 'a\tb\r\n1\t2\r\n'],
    ['the mark of UTF-8 in front', '\ufeffa,b\n1,2'],
  ])('is read with %s', async (_, text) => {
    expect(await csv(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('is read as Windows and Excel write it', async () => {
    expect(await csv(Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x2c, 0x31]))).toEqual([
      ['Müller', '1'],
    ])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\tb\n1\t2', 'utf16le')])
    expect(await csv(utf16)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('keeps lines inside quotes together and counts rows as a spreadsheet does', async () => {
    const found = await read('issues.csv', new TextEncoder().encode('Title,Steps\n\n"A","1\n2\n3"\n'))
    expect(typeof found === 'string' ? found : found['issues']).toEqual([
      { number: 1, cells: ['Title', 'Steps'] },
      { number: 3, cells: ['A', '1\n2\n3'] },
    ])
  })
})

describe('files that are none', () => {
  test.each<[string, string, Uint8Array, FileRefusal]>([
    ['a picture', 'photo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]), 'notASheet'],
    ['a picture called a CSV file', 'photo.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]), 'notASheet'],
    [
      'a workbook cut off in the middle',
      'a.xlsx',
      aWorkbook([{ name: 'S', rows: { 1: ['x'] } }]).slice(0, 900),
      'damaged',
    ],
    ['an old workbook', 'a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'oldExcel'],
    ['a workbook with a password', 'a.xlsx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'locked'],
    ['nothing', 'a.csv', new Uint8Array(), 'notASheet'],
  ])('%s', async (_, name, bytes, why) => {
    expect(await read(name, bytes)).toBe(why)
  })
})
