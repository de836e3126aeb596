import type { TableClient } from '@azure/data-tables'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import type { Instant } from '../../bot/domain/time'
import type { Records } from '../../bot/flows/ports'
import type { Log } from '../../bot/log'
import { createTicker } from '../../bot/schedule/tick'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import { ALEX, anActionItem, aProject, at, fixedClock, NOW, TENANT, THIS_WEEK } from '../support/builders'
import { aRoster } from '../support/roster'
import { NOT_MEASURED } from '../support/unobserved'

const BEFORE = at('2026-11-18', '09:00')
const THURSDAY = at('2026-11-19', '10:00')
const FRIDAY_NOON = at('2026-11-20', '12:00')
const FRIDAY_THREE = at('2026-11-20', '15:00')
const FAR = at('2027-11-20')

let client: TableClient
let clock: ReturnType<typeof fixedClock>
let storage: Storage
let errors: object[]

beforeEach(async () => {
  clock = fixedClock(BEFORE)
  client = await freshTable()
  storage = openStorage({ client, clock })
  errors = []
})

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields) => void errors.push(fields),
}

/** A process of the service. `over` stands before its records. */
function aProcess(over: (records: Records) => Partial<Records> = () => ({})) {
  const { records, people, channels, agenda } = openStorage({ client, clock })
  return createTicker({
    ...NOT_MEASURED,
    records: { ...records, ...over(records) },
    people,
    channels,
    agenda,
    roster: aRoster(),
    clock,
    renderRecap: () => ({}),
    log,
  })
}

/** A project with an item, set up long ago. */
async function givenProject(name: string): Promise<ProjectId> {
  const channel = name as ChannelId
  const id = storage.records.idOf(TENANT, channel)
  const record = aProject({ id, channel, name, createdAt: at('2026-11-02') })
  await storage.records.commit(id, { project: { record, over: 'new' } })
  await storage.records.createItem(id, (item) => ({
    items: [{ record: anActionItem({ id: item }), over: 'new' }],
  }))
  return id
}

async function tickAt(moment: Instant, ...tickers: readonly ReturnType<typeof aProcess>[]): Promise<void> {
  clock.set(moment)
  await Promise.all(tickers.map((ticker) => ticker.tick()))
}

async function sent(project: ProjectId): Promise<string[]> {
  return (await storage.outbox.pending(project, 100)).map(({ record }) => record.what.kind).toSorted()
}

async function looks(project: ProjectId): Promise<Instant[]> {
  const entries = await storage.agenda.due(FAR, 1000)
  return entries.filter(({ record }) => record.project === project).map(({ record }) => record.at)
}

test('a project that was set up gets its week: asked, drafted, posted, and looked at no oftener than that', async () => {
  const project = await givenProject('one')
  const process = aProcess()
  await tickAt(BEFORE, process)
  await tickAt(at('2026-11-18', '09:10'), process)
  expect([await sent(project), await looks(project)]).toEqual([[], [THURSDAY]])
  await tickAt(THURSDAY, process)
  expect(await sent(project)).toEqual(['channelWeek', 'weeklyAsk'])
  await tickAt(FRIDAY_NOON, process)
  await tickAt(FRIDAY_THREE, process)
  await tickAt(at('2026-11-20', '15:20'), process)
  expect((await sent(project)).filter((kind) => kind !== 'channelWeek')).toEqual([
    'draft',
    'recap',
    'weeklyAsk',
  ])
  expect(await looks(project)).toEqual([at('2026-11-26', '10:00')])
})

test('two processes that tick at once do each thing once', async () => {
  const projects = await Promise.all(['one', 'two', 'three'].map(givenProject))
  const processes = [aProcess(), aProcess()]
  for (const moment of [BEFORE, THURSDAY, FRIDAY_NOON, FRIDAY_THREE]) await tickAt(moment, ...processes)
  for (const project of projects) {
    const kinds = (await sent(project)).filter((kind) => kind !== 'channelWeek')
    expect(kinds).toEqual(['draft', 'recap', 'weeklyAsk'])
  }
  expect(errors).toEqual([])
})

test('a tick while another goes on does nothing', async () => {
  await givenProject('one')
  let reads = 0
  const process = aProcess((records) => ({
    project: (id) => {
      reads += 1
      return records.project(id)
    },
  }))
  clock.set(BEFORE)
  await Promise.all([process.tick(), process.tick(), process.tick()])
  expect(reads).toBe(1)
})

test('one that closes goes on with the projects that it has begun, begins no other, and leaves those to the next', async () => {
  const projects = await Promise.all(Array.from({ length: 12 }, (_, index) => givenProject(`p${index}`)))
  let begin: () => void = () => undefined
  let goOn: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const gate = new Promise<void>((resolve) => (goOn = resolve))
  const process = aProcess((records) => ({
    project: async (id) => {
      begin()
      await gate
      return records.project(id)
    },
  }))
  clock.set(THURSDAY)
  const ticking = process.tick()
  await begun
  const closing = process.close()
  goOn()
  await Promise.all([ticking, closing])
  const askedIn = async () =>
    (await Promise.all(projects.map(sent))).filter((kinds) => kinds.length > 0).length
  expect(await askedIn()).toBe(8)
  await process.tick()
  expect(await askedIn()).toBe(8)
  await tickAt(THURSDAY, aProcess())
  expect(await askedIn()).toBe(12)
})

test('a project that can’t be read keeps no other from its turn, and is looked at again in five minutes', async () => {
  const [broken, sound] = [await givenProject('one'), await givenProject('two')]
  const process = aProcess((records) => ({
    openItems: (id) => (id === broken ? Promise.reject(new Error('no roster')) : records.openItems(id)),
  }))
  await tickAt(THURSDAY, process)
  expect([await sent(broken), await sent(sound)]).toEqual([[], ['channelWeek', 'weeklyAsk']])
  expect(errors).toMatchObject([{ project: broken }])
  expect(await looks(broken)).toContain(at('2026-11-19', '10:05'))
  await tickAt(at('2026-11-19', '10:05'), aProcess())
  expect(await sent(broken)).toEqual(['channelWeek', 'weeklyAsk'])
})

test('a process that dies after a step, before it planned the next look, loses no later step', async () => {
  const project = await givenProject('one')
  const { records, people, channels, agenda } = storage
  const dying = createTicker({
    ...NOT_MEASURED,
    records,
    people,
    channels,
    agenda: { ...agenda, plan: () => Promise.reject(new Error('died here')) },
    roster: aRoster(),
    clock,
    renderRecap: () => ({}),
    log,
  })
  clock.set(THURSDAY)
  await expect(dying.tick()).rejects.toThrow('died here')
  for (const moment of [THURSDAY, FRIDAY_NOON, FRIDAY_THREE]) await tickAt(moment, aProcess())
  const kinds = (await sent(project)).filter((kind) => kind !== 'channelWeek')
  expect(kinds).toEqual(['draft', 'recap', 'weeklyAsk'])
})

test('a pause takes a project off the agenda, and resuming puts it back', async () => {
  const project = await givenProject('one')
  const process = aProcess()
  const setState = async (state: ReturnType<typeof aProject>['state']) => {
    const stored = (await storage.records.project(project))!
    await storage.records.commit(project, {
      project: { record: { ...stored.record, state }, over: stored.revision },
    })
  }
  await setState({ status: 'paused', since: BEFORE, by: ALEX })
  await tickAt(THURSDAY, process)
  expect([await sent(project), await looks(project)]).toEqual([[], []])
  await setState({ status: 'running' })
  await tickAt(at('2026-11-19', '10:30'), process)
  expect(await sent(project)).toEqual(['channelWeek', 'weeklyAsk'])
})

test('projects from before the agenda are found at the first tick', async () => {
  const project = await givenProject('one')
  for (const entry of await storage.agenda.due(FAR, 100)) await storage.agenda.done(entry)
  await tickAt(THURSDAY, aProcess())
  expect(await sent(project)).toEqual(['channelWeek', 'weeklyAsk'])
})

test('a clock that ran days ahead and was put right leaves out no week', async () => {
  const project = await givenProject('one')
  const process = aProcess()
  await tickAt(at('2026-11-21', '09:00'), process)
  expect(await looks(project)).toEqual([at('2026-11-26', '10:00')])
  await tickAt(at('2026-11-18', '12:00'), process)
  await tickAt(THURSDAY, process)
  expect((await storage.records.cycle(project, THIS_WEEK))?.record.askedAt).toBe(THURSDAY)
})

test('a tick costs what is due: a hundred projects that wait are not read', async () => {
  for (let n = 0; n < 100; n++) {
    await storage.agenda.plan(storage.records.idOf(TENANT, `waits-${n}` as ChannelId), FAR)
  }
  const project = await givenProject('due')
  const read: ProjectId[] = []
  const process = aProcess((records) => ({
    project: (id) => {
      read.push(id)
      return records.project(id)
    },
  }))
  await storage.agenda.adopt()
  await tickAt(NOW, process)
  expect(new Set(read)).toEqual(new Set([project]))
})
