import { paths } from '../../bot/contract/paths'
import { entryAnswer, entryDetail, openQuestions, searchAnswer, sourcePage } from '../../bot/contract/source'
import { pulse } from '../../bot/contract/session'
import type { Person } from '../../bot/domain/person'
import { ALEX, LYNNE, MEGAN, PATTI } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp()
})
afterEach(() => tab.close())

const GUIDE = 'https://northwind.example/uat'
const aNewEntry = (over = {}) => ({
  title: 'UAT guide',
  kind: null,
  content: GUIDE,
  owner: null,
  reviewDays: null,
  toBeRead: false,
  ...over,
})

async function added(person: Person = PATTI, over = {}) {
  const answer = await tab.ask(person, paths.source(tab.project), aNewEntry(over))
  const body = entryAnswer.parse(answer.body)
  if (body.kind !== 'saved') throw new Error(`Not added: ${answer.text}`)
  return body
}

async function change(person: Person, id: string, change: unknown, seen: number | null) {
  const answer = await tab.ask(person, paths.entry(tab.project, id), { change, seen })
  return { status: answer.status, body: entryAnswer.parse(answer.body) }
}

it('begins with the usual ten places, nothing counted, nothing asked, and no card in the channel', async () => {
  const page = sourcePage.parse((await tab.ask(LYNNE, paths.source(tab.project))).body)
  expect(page.entries.map(({ id }) => id)).toEqual([
    'S-1',
    'S-2',
    'S-3',
    'S-4',
    'S-5',
    'S-6',
    'S-7',
    'S-8',
    'S-9',
    'S-10',
  ])
  expect(page).toMatchObject({ count: { written: 0 }, questions: [], anchored: false })
  expect(page.entries.every(({ freshness }) => freshness.kind === 'empty')).toBe(true)
})

it('adds, shows with history, confirms, removes and takes back', async () => {
  const { entry, undo } = await added(PATTI, { owner: MEGAN.id })
  expect(entry).toMatchObject({
    id: 'S-8',
    owner: { name: 'Megan Bowen' },
    freshness: { kind: 'unverified' },
    version: 1,
  })
  expect([undo, tab.woken]).toEqual([1, [tab.project]])
  expect(await change(MEGAN, 'S-8', { kind: 'verify' }, 1)).toMatchObject({
    status: 200,
    body: {
      kind: 'saved',
      entry: { freshness: { kind: 'verified' }, verified: { by: { name: 'Megan Bowen' } } },
    },
  })
  expect(await change(PATTI, 'S-8', { kind: 'remove' }, 2)).toMatchObject({
    body: { entry: { removed: true }, undo: 3 },
  })
  const undone = await tab.ask(PATTI, paths.undoEntry(tab.project, 'S-8'), { version: 3 })
  expect(undone.body).toMatchObject({ kind: 'saved', entry: { removed: false } })
  const shown = entryDetail.parse((await tab.ask(LYNNE, paths.entry(tab.project, 'S-8'))).body)
  expect(shown).toMatchObject({
    canChange: false,
    history: [{ version: 1, door: 'tab' }, {}, {}, { undoes: 3 }],
  })
  const changed = pulse.parse(
    (await tab.ask(LYNNE, `/api/projects/${encodeURIComponent(tab.project)}/pulse`)).body,
  ).changed
  expect(changed.map(({ record }) => record)).toContain('S-8')
})

it('answers a change from an old page with both values', async () => {
  await added()
  await change(PATTI, 'S-8', { kind: 'edit', content: `${GUIDE}/2` }, 1)
  const late = await change(ALEX, 'S-8', { kind: 'edit', content: `${GUIDE}/3` }, 1)
  expect(late).toMatchObject({
    status: 409,
    body: {
      kind: 'changedMeanwhile',
      entry: { content: { url: `${GUIDE}/2` } },
      last: { by: { name: 'Patti Fernandez' } },
    },
  })
  expect((await change(ALEX, 'S-8', { kind: 'edit', content: `${GUIDE}/3` }, null)).status).toBe(200)
})

test.each([
  ['a link that is not https', { content: 'http://northwind.example' }, 'https://'],
  ['no title', { title: ' ' }, 'title'],
  ['nothing to find', { content: '' }, 'link or a text'],
  ['an interval of no days', { reviewDays: 0 }, 'day'],
])('%s is refused in a sentence', async (_, over, words) => {
  const answer = await tab.ask(PATTI, paths.source(tab.project), aNewEntry(over))
  expect([answer.status, entryAnswer.parse(answer.body)]).toMatchObject([422, { kind: 'refused' }])
  expect(answer.text).toContain(words)
})

it('lets nobody change what is not theirs, name a stranger, or guess a number', async () => {
  await added(PATTI)
  expect(await change(MEGAN, 'S-8', { kind: 'verify' }, 1)).toMatchObject({
    status: 422,
    body: { kind: 'refused' },
  })
  const stranger = await tab.ask(PATTI, paths.source(tab.project), aNewEntry({ owner: 'nobody' }))
  expect(stranger.status).toBe(400)
  for (const id of ['S-44', 'A-1', 'x', '..']) {
    expect((await tab.ask(PATTI, paths.entry(tab.project, id))).status).toBe(404)
  }
  expect((await tab.ask(PATTI, paths.source(tab.project), { title: 'x' })).status).toBe(400)
})

it('counts who has read what everybody is asked to read', async () => {
  await added(PATTI, { toBeRead: true })
  await tab.ask(LYNNE, paths.readEntry(tab.project, 'S-8'), { version: 1 })
  const read = entryDetail.parse(
    (await tab.ask(LYNNE, paths.readEntry(tab.project, 'S-8'), { version: 1 })).body,
  )
  expect(read.reads).toEqual({ version: 1, read: 1, of: 6, mine: true })
  expect((await tab.ask(LYNNE, paths.readEntry(tab.project, 'S-8'), { version: 7 })).status).toBe(404)
})

it('finds answers, or the empty place where one would stand', async () => {
  await added()
  const found = async (question: string) =>
    searchAnswer.parse((await tab.ask(LYNNE, paths.searchSource(tab.project, question))).body)
  expect((await found('where is the test plan?')).entries.map(({ id }) => id)).toEqual(['S-8'])
  expect(await found('who approves the cutover')).toMatchObject({
    entries: [],
    place: expect.stringMatching(/S-[39]/) as string,
  })
  expect(await found('')).toEqual({ entries: [], place: null })
})

it('keeps a question until it is answered', async () => {
  const ask = () => tab.ask(LYNNE, paths.questions(tab.project), { question: 'Who signs in Rotterdam?' })
  await ask()
  expect((await ask()).body).toMatchObject({ again: true })
  const list = async () =>
    openQuestions.parse((await tab.ask(ALEX, paths.questions(tab.project))).body).questions
  const [question] = await list()
  const { answers, entry } = await added(PATTI, { title: 'Rotterdam: who signs', content: 'Patti.' })
  expect(answers.map(({ id }) => id)).toEqual([question!.id])
  const settle = (person: Person) =>
    tab.ask(person, paths.question(tab.project, question!.id), { entry: entry.id })
  expect((await settle(LYNNE)).status).toBe(422)
  expect((await settle(PATTI)).body).toMatchObject({ again: false })
  expect(await list()).toEqual([])
  expect((await tab.ask(ALEX, paths.question(tab.project, 'none'), { entry: null })).status).toBe(404)
  expect((await tab.ask(ALEX, paths.question(tab.project, 'x'.repeat(500)), { entry: null })).status).toBe(
    404,
  )
})

it('has the page posted to the channel', async () => {
  expect((await tab.ask(PATTI, paths.anchor(tab.project), {})).body).toEqual({ again: false })
})
