import { request } from 'node:http'
import { importAnswer, type ImportAnswer } from '../../bot/contract/exchange'
import { paths } from '../../bot/contract/paths'
import type { Person } from '../../bot/domain/person'
import { ALEX, MEGAN } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

const CSV =
  'ID,Title,Sev,Status,Owner\n1,Order total shows 0,Purple,Open,Megan Bowen\n2,Logo is blurred,Low,Done,Priya\n'
let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp()
})
afterEach(() => tab.close())

async function call(
  person: Person | null,
  method: string,
  path: string,
  body?: string | Uint8Array,
  type = 'application/octet-stream',
  language = 'en-GB',
) {
  const answer = await fetch(`${tab.origin}${path}`, {
    method,
    headers: {
      'accept-language': language,
      ...(person && { authorization: `Bearer ${await tab.tokenOf(person)}` }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: body as BodyInit }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text }
}

const upload = (person: Person | null, body: string | Uint8Array = CSV, name = 'issues.csv') =>
  call(person, 'POST', paths.imports(tab.project, name), body)
const read = (text: string): ImportAnswer => importAnswer.parse(JSON.parse(text))

test('a file goes in step by step: shown, put right, taken, and asked how far it is', async () => {
  const shown = read((await upload(ALEX)).text)
  if (shown.kind !== 'preview') throw new Error('No preview')
  expect(shown).toMatchObject({ file: 'issues.csv', fresh: 1, known: 0, wrong: 1 })
  expect(shown.problems.map(({ row, column, text }) => [row, column, text])).toEqual([
    [2, 'Sev', 'I don’t know “Purple”. Say what it means.'],
    [3, 'Owner', '“Priya” is not known here and stays in the details.'],
  ])
  expect(shown.sheets[0]).toMatchObject({
    kind: 'issues',
    severities: [
      { word: 'Purple', means: null },
      { word: 'Low', means: 'cosmetic' },
    ],
    people: [
      { word: 'Megan Bowen', means: MEGAN.id },
      { word: 'Priya', means: null },
    ],
  })

  const change = {
    sheets: [{ sheet: 0, severities: { purple: 'showStopper' }, people: { priya: MEGAN.id } }],
  }
  const path = paths.import(tab.project, shown.id)
  const changed = read((await call(ALEX, 'PUT', path, JSON.stringify(change), 'application/json')).text)
  expect(changed).toMatchObject({ kind: 'preview', fresh: 2, wrong: 0, problems: [] })

  const taken = read((await call(ALEX, 'POST', paths.runImport(tab.project, shown.id))).text)
  expect(taken).toMatchObject({ kind: 'progress', status: 'done', created: 2, skipped: 0 })
  expect(read((await call(ALEX, 'GET', path)).text)).toEqual(taken)
  expect((await tab.records.issue(tab.project, 'I-2'))?.record.owner).toEqual(MEGAN)
})

test('who may not import is told who may, and a stranger learns nothing', async () => {
  const refused = await upload(MEGAN)
  expect(refused.status).toBe(403)
  expect(read(refused.text)).toEqual({
    kind: 'refused',
    text: 'Only Alex Wilber, who leads the project, and the team’s owners can import.',
  })
  expect((await upload(null)).status).toBe(401)
  const shown = read((await upload(ALEX)).text)
  if (shown.kind !== 'preview') throw new Error('No preview')
  expect((await call(MEGAN, 'GET', paths.import(tab.project, shown.id))).status).toBe(403)
  expect((await call(MEGAN, 'POST', paths.runImport(tab.project, shown.id))).status).toBe(403)
})

test('what is no list is refused with a sentence', async () => {
  const refused = await upload(ALEX, Uint8Array.from([0x89, 0x50, 0, 1]), 'photo.png')
  expect(refused.status).toBe(422)
  expect(read(refused.text)).toMatchObject({
    kind: 'refused',
    text: 'This is no list that I can read. Send an Excel workbook (.xlsx) or a CSV file.',
  })
  expect((await call(ALEX, 'GET', paths.import(tab.project, 'nothing'))).status).toBe(422)
  expect((await call(ALEX, 'POST', paths.imports(tab.project, 'a.csv'), CSV, 'text/plain')).status).toBe(415)
  expect(
    (
      await call(
        ALEX,
        'PUT',
        paths.import(tab.project, 'x'),
        '{"sheets":[{"sheet":0,"kind":"lies"}]}',
        'application/json',
      )
    ).status,
  ).toBe(400)
})

test.each([
  ['says how long it is', true],
  ['does not', false],
])('an upload of 50 MB that %s is refused, and nothing of it is held', async (_, says) => {
  const piece = Buffer.alloc(1_000_000, 'x')
  const token = await tab.tokenOf(ALEX)
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const status = await new Promise<number>((resolve, reject) => {
    const sending = request(`${tab.origin}${paths.imports(tab.project, 'big.csv')}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        ...(says ? { 'content-length': 50_000_000 } : {}),
      },
    })
    sending.on('response', (res) => {
      res.resume()
      resolve(res.statusCode ?? 0)
    })
    sending.on('error', reject)
    let sent = 0
    const more = () => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      if (sent++ >= 50) sending.end()
      else sending.write(piece, () => setImmediate(more))
    }
    more()
  })
  expect(status).toBe(413)
  // Less than the file: what is over the limit was let go. The sender's own pieces are among it.
  expect(most).toBeLessThan(45_000_000)
})

test('every member gets the records as a workbook and as CSV', async () => {
  await tab.inChat(ALEX, { do: 'logIssue', title: '=1+1', details: '', conversation: null })
  const book = await call(MEGAN, 'GET', paths.workbook(tab.project))
  expect(Object.fromEntries(book.headers)).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="export.xlsx"; filename*=UTF-8''ERP%20roll-out.xlsx`,
    'cache-control': 'private, no-store',
  })
  expect(book.text.slice(0, 2)).toBe('PK')
  const csv = await call(MEGAN, 'GET', paths.csv(tab.project, 'issues'))
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.text).toMatch(/^\ufeff?Number,Title,Status/)
  expect(csv.text).toContain("I-1,'=1+1,New")
  for (const sheet of ['items', 'delays', 'recaps', 'source']) {
    expect((await call(MEGAN, 'GET', paths.csv(tab.project, sheet))).status).toBe(200)
  }
  expect((await call(MEGAN, 'GET', paths.csv(tab.project, 'secrets'))).status).toBe(404)
  const german = await call(MEGAN, 'GET', paths.csv(tab.project, 'issues'), undefined, undefined, 'de-AT')
  expect(german.headers.get('content-disposition')).toContain(encodeURIComponent(', Probleme.csv'))
  expect(german.text).toMatch(/^\ufeff?Nummer,Titel,Status/)
  expect((await call(null, 'GET', paths.workbook(tab.project))).status).toBe(401)
})

test('another project’s records and files are not there', async () => {
  const other = 'project.tenant.other'
  expect((await call(ALEX, 'GET', paths.workbook(other))).status).toBe(404)
  expect((await call(ALEX, 'POST', paths.imports(other, 'a.csv'), CSV)).status).toBe(404)
})

test.each(['x'.repeat(900), '../project', 'a b', '%00'])(
  'no id of an import: %s is not there',
  async (id) => {
    expect((await call(ALEX, 'GET', paths.import(tab.project, id))).status).toBe(404)
    expect((await call(ALEX, 'POST', paths.runImport(tab.project, id))).status).toBe(404)
  },
)
