import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import type { Commit } from '../../bot/flows/ports'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  aChange,
  aCycle,
  anActionItem,
  anAnswer,
  anIssue,
  aProject,
  fixedClock,
  NOW,
  TENANT,
} from '../support/builders'

/** Two processes on one table, as far as storage can tell: neither knows of the other's queue. */
let one: Storage
let other: Storage
let project: ProjectId
let count = 0

beforeAll(async () => {
  const client = await freshTable()
  one = openStorage({ client, clock: fixedClock() })
  other = openStorage({ client, clock: fixedClock() })
})

beforeEach(() => {
  project = one.records.idOf(TENANT, `channel-${++count}` as ChannelId)
})

const withItem = (id: `A-${number}`): Commit => ({
  items: [{ record: anActionItem({ id }), over: 'new' }],
  changes: [aChange({ record: id, version: 1 })],
})

test('fifty items added at once by two processes get the numbers 1 to 50, each once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 50 }, (_, index) => (index % 2 ? one : other).records.createItem(project, withItem)),
  )
  const numbers = Array.from({ length: 50 }, (_, index) => `A-${index + 1}` as const)
  expect([...ids].sort()).toEqual([...numbers].sort())
  expect((await one.records.openItems(project)).map(({ id }) => id)).toEqual(numbers)
  for (const id of numbers) expect(await one.records.history(project, id)).toHaveLength(1)
})

test('items and issues are numbered apart', async () => {
  const issue = (id: `I-${number}`): Commit => ({ issues: [{ record: anIssue({ id }), over: 'new' }] })
  const made = await Promise.all([
    one.records.createItem(project, withItem),
    one.records.createIssue(project, issue),
    other.records.createItem(project, withItem),
    other.records.createIssue(project, issue),
  ])
  expect(made.sort()).toEqual(['A-1', 'A-2', 'I-1', 'I-2'])
})

test('an item that could not be made leaves no hole', async () => {
  await one.records.createItem(project, withItem)
  const failing = one.records.createItem(project, () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await one.records.createItem(project, withItem)).toBe('A-2')
})

test('a new item whose commit can never hold is given up, and takes no number', async () => {
  await one.records.commit(project, { cycle: { record: aCycle(), over: 'new' } })
  const doomed = one.records.createItem(project, (id) => ({
    ...withItem(id),
    cycle: { record: aCycle(), over: 'new' },
  }))
  await expect(doomed).rejects.toThrow('another record of its commit has changed')
  expect(await one.records.createItem(project, withItem)).toBe('A-1')
})

test('of two edits of the same state one is saved and the other is told that it lost', async () => {
  await one.records.createItem(project, withItem)
  const { revision } = (await one.records.item(project, 'A-1'))!
  const edit = (title: string) => ({
    items: [{ record: anActionItem({ id: 'A-1', title }), over: revision }],
  })
  const results = await Promise.all([
    one.records.commit(project, edit('first')),
    other.records.commit(project, edit('second')),
  ])
  expect([...results].sort()).toEqual(['lost', 'saved'])
  const winner = results[0] === 'saved' ? 'first' : 'second'
  expect((await one.records.item(project, 'A-1'))?.record.title).toBe(winner)
  expect((await one.records.openItems(project)).map(({ title }) => title)).toEqual([winner])
})

test('two who set the same project up: one does, and the revision read after holds', async () => {
  const put = { project: { record: aProject({ id: project }), over: 'new' } } as const
  const results = await Promise.all([one.records.commit(project, put), other.records.commit(project, put)])
  expect(results.sort()).toEqual(['lost', 'saved'])
  const { revision } = (await one.records.project(project))!
  const renamed = aProject({ id: project, name: 'Renamed', version: 2 })
  expect(await other.records.commit(project, { project: { record: renamed, over: revision } })).toBe('saved')
  expect(await one.records.commit(project, { project: { record: renamed, over: revision } })).toBe('lost')
})

test('a commit that loses on one record writes none of the others', async () => {
  await one.records.createItem(project, withItem)
  const stale = (await one.records.item(project, 'A-1'))!.revision
  const moved = anActionItem({ id: 'A-1', title: 'moved on', version: 2 })
  await one.records.commit(project, { items: [{ record: moved, over: stale }] })

  const result = await other.records.commit(project, {
    project: { record: aProject({ id: project }), over: 'new' },
    items: [{ record: anActionItem({ id: 'A-1', title: 'late' }), over: stale }],
    issues: [{ record: anIssue(), over: 'new' }],
    changes: [aChange({ record: 'A-1', version: 9 })],
    answers: [{ record: anAnswer(), over: 'new' }],
    outgoing: [{ id: 'x', at: NOW, what: { kind: 'refreshCard', record: 'A-1' } }],
  })
  expect(result).toBe('lost')
  expect(await one.records.project(project)).toBeNull()
  expect((await one.records.item(project, 'A-1'))?.record).toEqual(moved)
  expect(await one.records.openIssues(project)).toEqual([])
  expect(await one.records.change(project, 'A-1', 9)).toBeNull()
  expect(await one.records.answers(project, anAnswer().week)).toEqual([])
  expect(await one.outbox.pending(project, 10)).toEqual([])
})

test('a hundred rows are one commit; one more is refused before anything is written', async () => {
  const changes = Array.from({ length: 50 }, (_, index) => aChange({ version: index + 1 }))
  expect(await one.records.commit(project, { changes })).toBe('saved')
  const tooMany: Commit = {
    changes: changes.map((change) => ({ ...change, record: 'A-1' })),
    cycle: { record: aCycle(), over: 'new' },
  }
  await expect(one.records.commit(project, tooMany)).rejects.toThrow('101 rows')
  expect(await one.records.history(project, 'A-1')).toEqual([])
})

test('a commit that writes one record twice is refused', async () => {
  const twice = {
    items: [anActionItem(), anActionItem()].map((record) => ({ record, over: 'any' }) as const),
  }
  await expect(one.records.commit(project, twice)).rejects.toThrow('twice')
})

test('an empty commit is saved', async () => {
  expect(await one.records.commit(project, {})).toBe('saved')
})
