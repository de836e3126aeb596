import type { TableClient } from '@azure/data-tables'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { StorageUnavailable, UnreadableRecord } from '../../bot/storage/unavailable'
import { freshTableName, tablesConnection } from '../support/azurite'
import { aChange, anActionItem, anIssue, fixedClock, MEGAN, NOW, TENANT } from '../support/builders'
import { startTablesProxy } from '../support/tablesProxy'

let proxy: Awaited<ReturnType<typeof startTablesProxy>>
let client: TableClient
let storage: Storage
let project: ProjectId
let count = 0

beforeAll(async () => {
  proxy = await startTablesProxy(tablesConnection())
  client = await connectTables({
    table: freshTableName(),
    at: { kind: 'connection', connection: proxy.connection },
  })
  storage = openStorage({ client, clock: fixedClock() })
})

beforeEach(() => {
  project = storage.records.idOf(TENANT, `channel-${++count}` as ChannelId)
})

afterEach(() => proxy.make('none'))
afterAll(() => proxy.stop())

const addItem = (title = 'List') =>
  storage.records.createItem(project, (id) => ({
    items: [{ record: anActionItem({ id, title }), over: 'new' }],
    changes: [aChange({ record: id, version: 1 })],
  }))

test('an empty page with a continuation is not taken for the end', async () => {
  await addItem()
  await addItem()
  for (let made = 0; made < 3; made++) {
    await storage.records.createIssue(project, (id) => ({
      issues: [{ record: anIssue({ id }), over: 'new' }],
    }))
  }
  await storage.people.seenIn(TENANT, MEGAN.id, project)
  proxy.make('emptyPages')
  expect(await storage.records.openItems(project)).toHaveLength(2)
  expect(await storage.records.history(project, 'A-1')).toHaveLength(1)
  expect((await storage.records.issues(project, { before: null, limit: 2 })).map(({ id }) => id)).toEqual([
    'I-3',
    'I-2',
  ])
  expect(await storage.people.projectsOf(TENANT, MEGAN.id)).toEqual([project])
})

describe('when the answer to a write gets lost, the write is neither lost nor done twice', () => {
  test('a new item', async () => {
    await addItem('first')
    proxy.loseNextAnswer()
    expect(await addItem('second')).toBe('A-2')
    expect(await addItem('third')).toBe('A-3')
    expect((await storage.records.openItems(project)).map(({ title }) => title)).toEqual([
      'first',
      'second',
      'third',
    ])
  })

  test('an edit', async () => {
    await addItem()
    const { revision } = (await storage.records.item(project, 'A-1'))!
    proxy.loseNextAnswer()
    const record = anActionItem({ id: 'A-1', title: 'edited', version: 2 })
    const changes = [aChange({ record: 'A-1', version: 2 })]
    expect(await storage.records.commit(project, { items: [{ record, over: revision }], changes })).toBe(
      'saved',
    )
    expect(await storage.records.history(project, 'A-1')).toHaveLength(2)
  })

  test('an edit that lost its race is still told so', async () => {
    await addItem()
    const { revision } = (await storage.records.item(project, 'A-1'))!
    const edit = (title: string) => ({
      items: [{ record: anActionItem({ id: 'A-1', title }), over: revision }],
    })
    await storage.records.commit(project, edit('theirs'))
    proxy.loseNextAnswer()
    expect(await storage.records.commit(project, edit('ours'))).toBe('lost')
    expect((await storage.records.item(project, 'A-1'))?.record.title).toBe('theirs')
  })
})

describe('an outage', () => {
  test('is never an empty list or a missing record, and its message tells nothing that was written', async () => {
    await addItem('secret title')
    proxy.make('busy')
    const calls: (() => Promise<unknown>)[] = [
      () => storage.records.openItems(project),
      () => storage.records.item(project, 'A-1'),
      () => storage.records.commit(project, { items: [{ record: anActionItem(), over: 'any' }] }),
      () => addItem('secret title'),
      () => storage.outbox.pending(project, 1),
      () => storage.people.contact(TENANT, MEGAN.id),
      () => storage.people.seenIn(TENANT, MEGAN.id, project),
      () => storage.ping(),
    ]
    const errors = await Promise.all(calls.map((call) => call().catch((error: unknown) => error)))
    for (const error of errors) {
      expect(error).toBeInstanceOf(StorageUnavailable)
      expect((error as Error).message).toMatch(/^Storage could not [a-z ]+ \(ServerBusy\)$/)
      expect((error as Error).cause).toBeDefined()
    }
  })

  test('of a table that is gone is one too', async () => {
    const gone = await connectTables({
      table: freshTableName(),
      at: { kind: 'connection', connection: tablesConnection() },
    })
    await gone.deleteTable()
    const { records, ping } = openStorage({ client: gone, clock: fixedClock() })
    await expect(ping()).rejects.toThrow(StorageUnavailable)
    await expect(records.item(project, 'A-1')).rejects.toThrow(StorageUnavailable)
    await expect(records.commit(project, { changes: [aChange()] })).rejects.toThrow(StorageUnavailable)
  })

  test('in which storage says nothing at all ends too', async () => {
    const at = { kind: 'connection', connection: proxy.connection } as const
    const hasty = await connectTables({ table: client.tableName, at }, 1_000)
    const { records } = openStorage({ client: hasty, clock: fixedClock() })
    proxy.make('silent')
    await expect(records.openItems(project)).rejects.toThrow('Storage could not list records (AbortError)')
    await expect(records.commit(project, { changes: [aChange()] })).rejects.toThrow(StorageUnavailable)
  })

  test('at the start names what failed', async () => {
    const nowhere = proxy.connection.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1')
    const start = connectTables({ table: 'plumbline', at: { kind: 'connection', connection: nowhere } })
    await expect(start).rejects.toThrow('Storage could not make its table (ECONNREFUSED)')
  })
})

test('storage that answers is ready, before anything is stored and after', async () => {
  await expect(storage.ping()).resolves.toBeUndefined()
  await addItem()
  await expect(storage.ping()).resolves.toBeUndefined()
})

describe('a row that this version did not write is refused, not guessed at', () => {
  const row = { kind: 'item', v: 1, d0: JSON.stringify(anActionItem({ id: 'A-1' })) }
  test.each([
    ['a later version', { ...row, v: 2 }, 'its version is 2'],
    ['another kind', { ...row, kind: 'issue' }, 'holds something else'],
    ['half a record', { ...row, d0: row.d0.slice(0, 50) }, 'not whole'],
    ['no record', { kind: 'item', v: 1 }, 'not whole'],
    ['a wrong field', { ...row, d0: row.d0.replace('"open"', '"ajar"') }, 'wrong at state.status'],
  ])('%s', async (_, properties, why) => {
    await client.createEntity({ partitionKey: project, rowKey: 'item.00000001', ...properties })
    const reading = storage.records.item(project, 'A-1')
    await expect(reading).rejects.toThrow(UnreadableRecord)
    await expect(reading).rejects.toThrow(why)
    await expect(reading).rejects.not.toThrow(/customer list/)
  })

  test('what a later version added to a record is passed over', async () => {
    const d0 = JSON.stringify({ ...anActionItem({ id: 'A-1' }), added: NOW })
    await client.createEntity({ partitionKey: project, rowKey: 'item.00000001', kind: 'item', v: 1, d0 })
    expect((await storage.records.item(project, 'A-1'))?.record).toEqual(anActionItem({ id: 'A-1' }))
  })
})
