import { itemAnswer, itemDetail, itemList, itemPage, type NewItem } from '../../bot/contract/item'
import { paths } from '../../bot/contract/paths'
import { ADELE, ALEX, aPerson, at, DATA_MIGRATION, LYNNE, MEGAN, PATTI } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp({ workstreams: [DATA_MIGRATION] })
})
afterEach(() => tab.close())

const anItem = (over: Partial<NewItem> = {}): NewItem => ({
  title: 'Price file for 2026, all regions',
  owner: MEGAN.id,
  for: ADELE.id,
  unblocks: 'load test',
  due: '2026-11-24' as NewItem['due'],
  workstream: DATA_MIGRATION.id,
  ...over,
})

async function added(person = PATTI, over: Partial<NewItem> = {}) {
  const answer = await tab.ask(person, paths.items(tab.project), anItem(over))
  const body = itemAnswer.parse(answer.body)
  if (body.kind !== 'saved') throw new Error(`Not added: ${answer.text}`)
  return body.item
}

async function change(person: typeof PATTI, id: string, change: unknown, seen: number | null) {
  const answer = await tab.ask(person, paths.item(tab.project, id), { change, seen })
  return { status: answer.status, body: itemAnswer.parse(answer.body) }
}

async function detail(id: string, person = LYNNE) {
  return itemDetail.parse((await tab.ask(person, paths.item(tab.project, id))).body)
}

it('adds what the form asked for, and sends what is due because of it', async () => {
  expect(await added()).toMatchObject({
    id: 'A-1',
    owner: { name: 'Megan Bowen' },
    for: { name: 'Adele Vance' },
    unblocks: 'load test',
    due: '2026-11-24',
    first: '2026-11-24',
    workstreamName: 'Data migration',
    status: 'open',
    createdBy: { name: 'Patti Fernandez' },
    history: [{ version: 1, door: 'tab' }],
  })
  expect(tab.woken).toEqual([tab.project])
})

it('asks for what a new item lacks, and adds nothing', async () => {
  const answer = await tab.ask(PATTI, paths.items(tab.project), anItem({ title: ' ', owner: null }))
  expect(answer).toMatchObject({ status: 422, body: { kind: 'missing', missing: ['title', 'owner'] } })
  expect(await tab.records.openItems(tab.project)).toEqual([])
})

it('tells each reader which items they may change: the owner, who added it, the lead', async () => {
  await added()
  const mayChange = async (person: typeof PATTI) =>
    itemList.parse((await tab.ask(person, paths.items(tab.project))).body).rows[0]?.canChange
  expect(await Promise.all([MEGAN, PATTI, ALEX, LYNNE, ADELE].map(mayChange))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

it('refuses who may not change it with the names of those who may', async () => {
  const { id, version } = await added()
  expect(await change(LYNNE, id, { kind: 'done' }, version)).toEqual({
    status: 422,
    body: {
      kind: 'refused',
      text: 'Its owner Megan Bowen, who added it, or Alex Wilber can change it.',
      item: null,
    },
  })
  expect((await detail(id)).status).toBe('open')
})

it('moves the date with its reason into the ledger, and takes it back', async () => {
  const { id, version } = await added()
  const moved = await change(MEGAN, id, { kind: 'move', to: '2026-12-01', why: 'two regions late' }, version)
  expect(moved.body).toMatchObject({
    kind: 'saved',
    undo: 2,
    item: {
      due: '2026-12-01',
      first: '2026-11-24',
      drift: 7,
      moves: 1,
      ledger: [
        { from: '2026-11-24', to: '2026-12-01', by: { name: 'Megan Bowen' }, why: 'two regions late' },
      ],
    },
  })
  const undone = await tab.ask(MEGAN, paths.undoItem(tab.project, id), { version: 2 })
  expect(undone.body).toMatchObject({ kind: 'saved', item: { due: '2026-11-24', ledger: [], moves: 0 } })
  const twice = await tab.ask(PATTI, paths.undoItem(tab.project, id), { version: 3 })
  expect(twice).toMatchObject({
    status: 422,
    body: { kind: 'refused', text: 'Only who made a change can take it back.' },
  })
})

it.each([
  ['a block without a reason', { kind: 'block', reason: '', needs: null }, ['reason'], false],
  ['a move without anything', { kind: 'move', to: null, why: '' }, ['date', 'why'], false],
  ['a move into the past', { kind: 'move', to: '2026-11-19', why: 'late' }, ['date'], true],
  ['a cancelling without a reason', { kind: 'cancel', why: ' ' }, ['why'], false],
])('asks for what %s lacks', async (_, wanted, missing, past) => {
  const { id, version } = await added()
  expect(await change(MEGAN, id, wanted, version)).toMatchObject({
    status: 422,
    body: { kind: 'missing', missing, past, item: { version: 1 } },
  })
})

it('says why it is blocked and whose help it needs, and goes on', async () => {
  const { id, version } = await added()
  await change(MEGAN, id, { kind: 'block', reason: 'no read rights', needs: ALEX.id }, version)
  expect(await detail(id)).toMatchObject({
    status: 'blocked',
    reason: 'no read rights',
    needs: { name: 'Alex Wilber' },
    since: tab.clock.now(),
  })
  expect((await change(MEGAN, id, { kind: 'start' }, 2)).body).toMatchObject({
    kind: 'saved',
    item: { status: 'inProgress', reason: null, needs: null },
  })
})

it('shows both values when somebody was first, and saves on purpose after that', async () => {
  const { id, version } = await added()
  await change(PATTI, id, { kind: 'own', owner: LYNNE.id }, version)
  const late = await change(ALEX, id, { kind: 'own', owner: ADELE.id }, version)
  expect(late).toMatchObject({
    status: 409,
    body: {
      kind: 'changedMeanwhile',
      last: { by: { name: 'Patti Fernandez' }, fields: [{ field: 'owner' }] },
      item: { owner: { name: 'Lynne Robbins' }, version: 2 },
    },
  })
  expect((await change(ALEX, id, { kind: 'own', owner: ADELE.id }, 2)).body).toMatchObject({
    kind: 'saved',
    item: { owner: { name: 'Adele Vance' } },
  })
})

it('says that an ended item has to be reopened first', async () => {
  const { id, version } = await added()
  await change(MEGAN, id, { kind: 'done' }, version)
  expect(await detail(id)).toMatchObject({ status: 'done', endedBy: { name: 'Megan Bowen' } })
  const late = await change(MEGAN, id, { kind: 'move', to: '2026-12-01', why: 'x' }, 2)
  expect(late).toMatchObject({ status: 422, body: { text: 'A-1 is done. Reopen it first.' } })
})

it('pages through all items, the newest first, closed ones among them', async () => {
  for (let made = 0; made < 3; made += 1) await added()
  await change(MEGAN, 'A-2', { kind: 'cancel', why: 'not needed' }, 1)
  const all = itemPage.parse((await tab.ask(LYNNE, paths.allItems(tab.project, null))).body)
  expect(all.rows.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'A-3 open',
    'A-2 cancelled',
    'A-1 open',
  ])
  expect(all.more).toBe(false)
  const older = itemPage.parse((await tab.ask(LYNNE, paths.allItems(tab.project, 'A-2'))).body)
  expect(older.rows.map(({ id }) => id)).toEqual(['A-1'])
})

it('knows people by the roster alone', async () => {
  const { id, version } = await added()
  const answer = await tab.ask(MEGAN, paths.item(tab.project, id), {
    change: { kind: 'edit', for: 'somebody-else' },
    seen: version,
  })
  expect(answer.status).toBe(400)
})

it('keeps every text of a new item whole, and never takes it for markup', async () => {
  const unblocks = `<script>alert("1")</script> ' or 1 eq 1 👩‍💻 שלום ${'x'.repeat(19_000)}`
  const { id } = await added(PATTI, { unblocks })
  expect((await detail(id)).unblocks).toBe(unblocks)
})

it.each([
  ['an item that is not there', 'A-99'],
  ['an issue’s number', 'I-1'],
  ['no number at all', '%27%20or%201%20eq%201'],
])('finds nothing for %s', async (_, id) => {
  const answer = await tab.ask(LYNNE, `${paths.items(tab.project)}/${id}`)
  expect(answer).toMatchObject({ status: 404, body: { text: 'There is nothing here for this account.' } })
})

it('tells somebody outside the team nothing, whatever they ask', async () => {
  const { id } = await added()
  await tab.close()
  // The same project, on whose team Lynne no longer is.
  const others = await serveTab({ over: () => ({ roster: { members: () => Promise.resolve([]) } }) })
  await others.setUp()
  const asked = [
    [paths.items(others.project), undefined],
    [paths.allItems(others.project, null), undefined],
    [paths.item(others.project, id), undefined],
    [paths.items(others.project), anItem()],
    [paths.item(others.project, id), { change: { kind: 'done' }, seen: null }],
    [paths.undoItem(others.project, id), { version: 1 }],
  ] as const
  for (const [path, body] of asked) {
    expect(await others.ask(LYNNE, path, body)).toMatchObject({
      status: 404,
      body: { text: 'There is nothing here for this account.' },
    })
  }
  expect(await others.ask(null, paths.items(others.project))).toMatchObject({ status: 401 })
  tab = others
})

it('gives the conversation an item came from as a link, where there can be one', async () => {
  const link = { conversation: 'channel;messageid=1', message: '2' }
  await tab.close()
  tab = await serveTab({
    over: () => ({ links: { tab: () => null, conversation: ({ message }) => `https://teams/${message}` } }),
  })
  await tab.setUp()
  await tab.inChat(PATTI, {
    do: 'addItem',
    title: 'Bin map of hall C',
    owner: aPerson('Lynne Robbins'),
    for: null,
    due: null,
    unblocks: null,
    workstream: null,
    conversation: link,
  })
  expect(await detail('A-1')).toMatchObject({
    conversation: 'https://teams/2',
    createdAt: at('2026-11-20', '15:00'),
  })
})
