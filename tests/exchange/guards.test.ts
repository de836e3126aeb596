import { strToU8, zipSync } from 'fflate'
import { createSpreadsheets } from '../../bot/exchange/spreadsheets'
import { guardZip } from '../../bot/exchange/zipGuard'
import { aWorkbook, workbookParts } from '../support/workbooks'

const sheet = { name: 'Issues', rows: { 1: ['Title', 'Severity'], 2: ['Order total', 'High'] } }
const spreadsheets = createSpreadsheets()
const opening = async (bytes: Uint8Array, name = 'log.xlsx') => {
  const result = await spreadsheets.read({ name, bytes }, () => Promise.resolve('opened'))
  return result.kind === 'read' ? result.value : result.why
}

test('an honest workbook is opened', async () => {
  expect(await opening(aWorkbook([sheet]))).toBe('opened')
})

test('a workbook with macros is refused, whatever it is called', async () => {
  expect(await opening(aWorkbook([sheet], { 'xl/vbaProject.bin': strToU8('x') }))).toBe('macros')
  expect(await opening(aWorkbook([sheet], { 'xl/macrosheets/sheet1.xml': strToU8('<x/>') }))).toBe('macros')
  expect(await opening(aWorkbook([sheet]), 'log.xlsm')).toBe('macros')
})

test('a workbook that links to other files is refused', async () => {
  expect(await opening(aWorkbook([sheet], { 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') }))).toBe(
    'externalLinks',
  )
})

test('a zip that is no workbook is refused', async () => {
  expect(await opening(zipSync({ 'readme.txt': strToU8('hello') }))).toBe('notASheet')
})

test('a bomb is refused by what it claims, before anything of it is unpacked', async () => {
  const zeros = new Uint8Array(25_000_000)
  const bomb = zipSync({ ...workbookParts([sheet]), 'xl/worksheets/sheet1.xml': zeros })
  const seen: string[] = []
  const watch = (part: string) => {
    seen.push(part)
    return null
  }
  expect(await guardZip(bomb, watch)).toBe('tooMuch')
  expect(seen).toEqual([])
})

test('a bomb whose directory lies is given up where it goes beyond what it claims', async () => {
  const honest = zipSync({
    ...workbookParts([sheet]),
    'xl/worksheets/sheet1.xml': new Uint8Array(15_000_000),
  })
  const lying = claiming(honest, 15_000_000, 1_000)
  let unpacked = 0
  const watch = (part: string) =>
    part.includes('sheet1') ? (piece: Buffer) => void (unpacked += piece.length) : null
  expect(await guardZip(lying, watch)).toBe('tooMuch')
  expect(unpacked).toBeLessThan(100_000)
})

test('what claims more than a log ever holds is refused', async () => {
  expect(await opening(claiming(aWorkbook([sheet]), null, 210_000_000))).toBe('tooMuch')
})

test('many small parts are too much as well', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 2_100 }, (_, at) => [`xl/media/${at}.txt`, strToU8('x')]),
  )
  expect(await opening(aWorkbook([sheet], many))).toBe('tooMuch')
})

test('a part that is there twice, or has no size, is damaged', async () => {
  const twice = replaced(
    aWorkbook([sheet], { 'xl/worksheets/sheet2.xml': strToU8('<x/>') }),
    'sheet2',
    'sheet1',
  )
  expect(await opening(twice)).toBe('damaged')
  expect(await opening(claiming(aWorkbook([sheet]), null, 0xffffffff))).toBe('damaged')
})

/** The same zip with another size in its directory: of the part that is `is` long, or of each. */
function claiming(zip: Uint8Array, is: number | null, claims: number): Uint8Array {
  const data = Buffer.from(zip)
  for (
    let at = data.indexOf('PK\x01\x02', 'latin1');
    at >= 0;
    at = data.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    if (is === null || data.readUInt32LE(at + 24) === is) data.writeUInt32LE(claims, at + 24)
  }
  return data
}

function replaced(zip: Uint8Array, word: string, by: string): Uint8Array {
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(word, by), 'latin1')
}
