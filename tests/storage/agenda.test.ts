import type { TableClient } from '@azure/data-tables'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../../bot/domain/time'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import { aCycle, anActionItem, aProject, fixedClock, NOW, TENANT } from '../support/builders'

const MINUTE = 60_000

let client: TableClient
let clock: ReturnType<typeof fixedClock>
let storage: Storage
let project: ProjectId

beforeEach(async () => {
  clock = fixedClock()
  client = await freshTable()
  storage = openStorage({ client, clock })
  project = storage.records.idOf(TENANT, 'channel' as ChannelId)
})

function minutes(count: number): Instant {
  return fromEpochMs(epochMs(NOW) + count * MINUTE)
}

async function due(until: Instant, limit = 100) {
  return (await storage.agenda.due(until, limit)).map(({ record }) => record)
}

test('projects are due by their moment, the longest due first, as many as were asked for', async () => {
  const other = 'project.other.channel' as ProjectId
  await storage.agenda.plan(project, minutes(5))
  await storage.agenda.plan(other, minutes(-5))
  await storage.agenda.plan(other, minutes(6))
  expect(await due(minutes(4))).toEqual([{ project: other, at: minutes(-5) }])
  expect(await due(minutes(5))).toEqual([
    { project: other, at: minutes(-5) },
    { project, at: minutes(5) },
  ])
  expect(await due(minutes(9), 2)).toHaveLength(2)
})

test('one moment of a project stands once, however often it is planned', async () => {
  await storage.agenda.plan(project, NOW)
  await storage.agenda.plan(project, NOW)
  expect(await due(NOW)).toHaveLength(1)
})

test('what was looked after is taken away, unless it was planned anew meanwhile', async () => {
  await storage.agenda.plan(project, NOW)
  const [entry] = await storage.agenda.due(NOW, 1)
  await storage.agenda.plan(project, NOW)
  await storage.agenda.done(entry!)
  expect(await due(NOW)).toEqual([{ project, at: NOW }])

  const [again] = await storage.agenda.due(NOW, 1)
  await storage.agenda.done(again!)
  await storage.agenda.done(again!)
  expect(await due(NOW)).toEqual([])
})

test.each([
  ['the project', { project: { record: aProject(), over: 'new' } }],
  ['its week', { cycle: { record: aCycle(), over: 'new' } }],
] as const)(
  'a commit of %s puts it on the agenda, now and once more when it must have ended',
  async (_, commit) => {
    await storage.records.commit(project, commit)
    expect(await due(NOW)).toEqual([{ project, at: NOW }])
    expect(await due(minutes(10))).toEqual([
      { project, at: NOW },
      { project, at: minutes(10) },
    ])
  },
)

test('a commit that makes nothing due leaves the agenda alone', async () => {
  await storage.records.commit(project, { items: [{ record: anActionItem(), over: 'new' }] })
  expect(await due(minutes(999))).toEqual([])
})

describe('projects that were set up before there was an agenda', () => {
  const channels = ['one', 'two', 'three'].map((name) => name as ChannelId)

  beforeEach(async () => {
    for (const channel of channels) {
      const id = storage.records.idOf(TENANT, channel)
      await storage.records.commit(id, { project: { record: aProject({ id, channel }), over: 'new' } })
    }
    for (const entry of await storage.agenda.due(minutes(999), 100)) await storage.agenda.done(entry)
  })

  test('are all put on it, each once', async () => {
    await storage.agenda.adopt()
    const ids = channels.map((channel) => storage.records.idOf(TENANT, channel))
    expect((await due(NOW)).map((entry) => entry.project).toSorted()).toEqual(ids.toSorted())
  })

  test('are not looked for a second time', async () => {
    await storage.agenda.adopt()
    for (const entry of await storage.agenda.due(NOW, 100)) await storage.agenda.done(entry)
    await openStorage({ client, clock }).agenda.adopt()
    expect(await due(minutes(999))).toEqual([])
  })
})
