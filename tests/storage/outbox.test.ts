import type { TableClient } from '@azure/data-tables'
import type { ChannelId, ProjectId, TenantId } from '../../bot/domain/ids'
import { instant } from '../../bot/domain/time'
import type { Outgoing } from '../../bot/flows/outgoing'
import type { Waiting } from '../../bot/flows/sendingPorts'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  ADELE,
  aMessageRef,
  anActionItem,
  anAsk,
  fixedClock,
  MEGAN,
  NOW,
  STEERING,
  TENANT,
  THIS_WEEK,
  TODAY,
} from '../support/builders'

let table: TableClient
let storage: Storage
let clock: ReturnType<typeof fixedClock>
let project: ProjectId

beforeEach(async () => {
  clock = fixedClock()
  table = await freshTable()
  storage = openStorage({ client: table, clock })
  project = storage.records.idOf(TENANT, 'channel' as ChannelId)
})

const MINUTE = 60_000

function aMessage(over: Partial<Outgoing> = {}): Outgoing {
  return { id: 'channelWeek', at: NOW, what: { kind: 'channelWeek', week: THIS_WEEK }, ...over }
}

const send = (...outgoing: Outgoing[]) => storage.records.commit(project, { outgoing })
const waiting = async () => (await storage.outbox.pending(project, 100)).map(({ record }) => record)

test('every kind of message waits as it was given, oldest first', async () => {
  const whats: Outgoing['what'][] = [
    { kind: 'weeklyAsk', week: THIS_WEEK, person: MEGAN.id },
    { kind: 'channelWeek', week: THIS_WEEK },
    { kind: 'recap', week: THIS_WEEK },
    { kind: 'recapCopy', week: THIS_WEEK, channel: STEERING.id },
    { kind: 'recapCorrected', week: THIS_WEEK, channel: null },
    { kind: 'draft', week: THIS_WEEK },
    { kind: 'reminder', week: THIS_WEEK, person: MEGAN.id },
    { kind: 'overtakenCard', week: THIS_WEEK, person: MEGAN.id, message: aMessageRef() },
    { kind: 'itemDone', item: 'A-1', to: ADELE, version: 2 },
    { kind: 'itemMoved', item: 'A-1', to: ADELE, version: null },
    { kind: 'itemReopened', item: 'A-1', to: ADELE, version: 3 },
    { kind: 'digest', on: TODAY },
    { kind: 'refreshCard', record: 'I-3' },
  ]
  const messages = whats.map((what, index) =>
    aMessage({ id: `m/${index}`, what, at: instant(`2026-11-20T09:00:${30 - index}.000Z`) }),
  )
  await send(...messages)
  expect(await waiting()).toEqual(messages.toReversed().map((message) => ({ ...message, state: UNTOUCHED })))
  expect(await storage.outbox.pending(project, 2)).toHaveLength(2)
})

const oldest = async (): Promise<Waiting> => (await storage.outbox.pending(project, 10))[0]!
const claim = async (message: Waiting) => (await storage.outbox.claim(project, message, NOW))!
const SENT = { status: 'sent', at: NOW, message: aMessageRef() } as const
const finish = async () => storage.outbox.finish(project, await oldest(), SENT, {})
const UNTOUCHED = { status: 'pending', tries: 0, notBefore: null } as const

test('one of two senders gets a message, and carries it on', async () => {
  await send(aMessage())
  const message = await oldest()
  const claims = await Promise.all([1, 2].map(() => storage.outbox.claim(project, message, NOW)))
  const won = claims.filter((claimed) => claimed !== null)
  expect(won).toHaveLength(1)
  expect(await waiting()).toEqual([{ ...aMessage(), state: { status: 'sending', since: NOW, tries: 0 } }])
  expect(await storage.outbox.finish(project, won[0]!, SENT, {})).toBe('saved')
  expect(await waiting()).toEqual([])
  expect(await storage.outbox.finish(project, won[0]!, SENT, {})).toBe('gone')
})

test.each([
  { status: 'sent', at: NOW, message: null },
  { status: 'failed', at: NOW, why: 'gone' },
  { status: 'unknown', at: NOW },
] as const)('a message that is $status waits no more; the others do', async (state) => {
  await send(aMessage(), aMessage({ id: 'other' }))
  const mine = (await storage.outbox.pending(project, 10)).find(({ record }) => record.id === 'channelWeek')!
  expect(await storage.outbox.finish(project, await claim(mine), state, {})).toBe('saved')
  expect((await waiting()).map(({ id }) => id)).toEqual(['other'])
})

test('a message that somebody else sends is not finished by us', async () => {
  await send(aMessage())
  const message = await oldest()
  await claim(message)
  expect(await storage.outbox.finish(project, message, SENT, {})).toBe('gone')
  expect((await waiting()).map(({ state }) => state.status)).toEqual(['sending'])
})

describe('what became of a message and what its records say of it', () => {
  const record = { ...anAsk(), delivery: { status: 'sent', at: NOW, message: aMessageRef() } } as const

  test('is written together, with what follows', async () => {
    await send(aMessage())
    const commit = { asks: [{ record, over: 'new' as const }], outgoing: [aMessage({ id: 'next' })] }
    expect(await storage.outbox.finish(project, await claim(await oldest()), SENT, commit)).toBe('saved')
    expect(await storage.records.ask(project, record.week, record.person.id)).toMatchObject({ record })
    expect((await waiting()).map(({ id }) => id)).toEqual(['next'])
  })

  test('is not written at all when a record has changed meanwhile, and can be on top of that', async () => {
    await storage.records.commit(project, { asks: [{ record: anAsk(), over: 'new' }] })
    const read = (await storage.records.ask(project, record.week, record.person.id))!
    const answered = { ...read.record, answeredAt: NOW }
    await storage.records.commit(project, { asks: [{ record: answered, over: read.revision }] })
    await send(aMessage())
    const claimed = await claim(await oldest())
    const put = (over: typeof read) => ({ asks: [{ record, over: over.revision }] })
    expect(await storage.outbox.finish(project, claimed, SENT, put(read))).toBe('lost')
    expect((await waiting()).map(({ state }) => state.status)).toEqual(['sending'])
    const now = (await storage.records.ask(project, record.week, record.person.id))!
    expect(await storage.outbox.finish(project, claimed, SENT, put(now))).toBe('saved')
  })
})

test('one that is put back waits where it waited, until it was told, and knows how often it was tried', async () => {
  await send(aMessage(), aMessage({ id: 'later', at: instant('2026-11-20T14:00:01.000Z') }))
  const until = instant('2026-11-20T14:02:00.000Z')
  for (let time = 0; time < 2; time++) {
    await storage.outbox.putBack(project, await claim(await oldest()), until)
  }
  expect((await waiting())[0]).toEqual({
    ...aMessage(),
    state: { status: 'pending', tries: 2, notBefore: until },
  })
})

test('the same of the same moment waits once', async () => {
  for (let time = 0; time < 2; time++) await send(aMessage())
  expect(await waiting()).toHaveLength(1)
  await finish()
  expect(await waiting()).toEqual([])
})

test('several that mean the same can be taken as one, and end together', async () => {
  await send(aMessage(), aMessage({ id: 'other' }))
  await send(aMessage({ at: instant('2026-11-20T14:00:01.000Z') }))
  const [first, ...others] = await storage.outbox.pending(project, 10)
  const alike = others.filter(({ record }) => record.id === first!.record.id)
  const claimed = await claim(storage.outbox.asOne(first!, alike))
  await storage.outbox.finish(project, claimed, SENT, {})
  expect((await waiting()).map(({ id }) => id)).toEqual(['other'])
})

test('the same ordered again while it is sent, in the same millisecond even, is not swallowed', async () => {
  await send(aMessage())
  const read = await oldest()
  await send(aMessage())
  const claimed = await claim(read)
  await storage.outbox.finish(project, claimed, SENT, {})
  expect(await waiting()).toEqual([{ ...aMessage(), state: UNTOUCHED }])
})

describe('what the version before wrote', () => {
  const row = (state: object) => ({
    partitionKey: project,
    rowKey: 'out.2026-11-20T14:00:00,000Z.channelWeek',
    kind: 'outgoing',
    v: 1,
    d0: JSON.stringify({ ...aMessage(), state }),
  })

  test.each([
    [{ status: 'pending' }, UNTOUCHED],
    [
      { status: 'sending', since: NOW },
      { status: 'sending', since: NOW, tries: 0 },
    ],
  ])('is read and finished: %j', async (before, state) => {
    await table.createEntity(row(before))
    expect(await waiting()).toEqual([{ ...aMessage(), state }])
    expect(await finish()).toBe('saved')
    expect(await waiting()).toEqual([])
  })

  test('and was through with is taken away', async () => {
    await table.createEntity(row({ status: 'unknown', at: NOW }))
    expect(await waiting()).toEqual([])
    const left = table.listEntities({ queryOptions: { filter: "RowKey ge 'out.' and RowKey lt 'out.~'" } })
    expect(await left.next()).toMatchObject({ done: true })
  })
})

describe('projects with something to send', () => {
  const listed = async () => {
    for (const noted of await storage.outbox.projectsWithPending()) await storage.outbox.settle(noted)
    return (await storage.outbox.projectsWithPending()).map(({ record }) => record)
  }

  test('are listed with their tenant from the commit on, whatever time passes, until nothing waits', async () => {
    expect(await listed()).toEqual([])
    await send(aMessage())
    expect(await listed()).toMatchObject([{ project, tenant: TENANT }])
    clock.advance(24 * 60 * MINUTE)
    expect(await listed()).toMatchObject([{ project }])
    await finish()
    expect(await listed()).toEqual([])
  })

  test('stay listed while a commit may be on its way, though nothing waits yet', async () => {
    await send(aMessage())
    await finish()
    clock.advance(9 * MINUTE)
    expect(await listed()).toMatchObject([{ project }])
    clock.advance(2 * MINUTE)
    expect(await listed()).toEqual([])
  })

  test('are not those whose commits send nothing', async () => {
    await storage.records.commit(project, { items: [{ record: anActionItem(), over: 'new' }], outgoing: [] })
    expect(await listed()).toEqual([])
  })

  test('stay listed when they are noted anew while one looks', async () => {
    await send(aMessage())
    await finish()
    clock.advance(11 * MINUTE)
    const [noted] = await storage.outbox.projectsWithPending()
    await send()
    await storage.records.commit(project, { outgoing: [aMessage()] })
    await finish()
    await storage.outbox.settle(noted!)
    expect(await storage.outbox.projectsWithPending()).toHaveLength(1)
  })
})

test.each(['tenant', 'b0b0b0b0-0000-4000-8000-000000000001', 'Ünü/ß .#?'])(
  'the tenant of a project is known by its id: %s',
  (tenant) => {
    const id = storage.records.idOf(tenant as TenantId, '19:x@thread.tacv2' as ChannelId)
    expect(storage.outbox.tenantOf(id)).toBe(tenant)
  },
)
describe('what became of messages', () => {
  const end = async (id: string, state: Parameters<typeof storage.outbox.finish>[2]) => {
    const mine = (await storage.outbox.pending(project, 10)).find(({ record }) => record.id === id)!
    await storage.outbox.finish(project, mine, state, {})
  }
  const fates = async (...ids: string[]) => Object.fromEntries(await storage.records.fates(project, ids))

  test('is read by their ids: what waits, what is through, and nothing of what was never ordered', async () => {
    await send(aMessage({ id: 'draft.2026-W47' }), aMessage({ id: 'recap/x' }), aMessage({ id: 'other' }))
    await end('recap/x', { status: 'failed', at: NOW, why: 'gone' })
    expect(await fates('draft.2026-W47', 'recap/x', 'never')).toEqual({
      'draft.2026-W47': { status: 'pending', tries: 0, notBefore: null },
      'recap/x': { status: 'failed', at: NOW, why: 'gone' },
    })
  })

  test('is that it waits, when it was sent once and is ordered again', async () => {
    await send(aMessage())
    await end('channelWeek', { status: 'sent', at: NOW, message: aMessageRef() })
    expect(await fates('channelWeek')).toMatchObject({ channelWeek: { status: 'sent' } })
    clock.advance(MINUTE)
    await send(aMessage({ at: clock.now() }))
    expect(await fates('channelWeek')).toMatchObject({ channelWeek: { status: 'pending' } })
  })
})
