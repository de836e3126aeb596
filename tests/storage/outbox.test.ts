import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { instant } from '../../bot/domain/time'
import type { Outgoing, OutgoingState } from '../../bot/flows/ports'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTable } from '../support/azurite'
import {
  ADELE,
  aMessageRef,
  anActionItem,
  fixedClock,
  MEGAN,
  NOW,
  STEERING,
  TENANT,
  THIS_WEEK,
  TODAY,
} from '../support/builders'

let storage: Storage
let clock: ReturnType<typeof fixedClock>
let project: ProjectId

beforeEach(async () => {
  clock = fixedClock()
  storage = openStorage({ client: await freshTable(), clock })
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
    { kind: 'itemDone', item: 'A-1', to: ADELE },
    { kind: 'itemMoved', item: 'A-1', to: ADELE, from: TODAY, until: TODAY },
    { kind: 'refreshCard', record: 'I-3' },
  ]
  const messages = whats.map((what, index) =>
    aMessage({ id: `m/${index}`, what, at: instant(`2026-11-20T09:00:${30 - index}.000Z`) }),
  )
  await send(...messages)
  expect(await waiting()).toEqual(
    messages.toReversed().map((message) => ({ ...message, state: { status: 'pending' } })),
  )
  expect(await storage.outbox.pending(project, 2)).toHaveLength(2)
})

test('one of two senders gets a message, and carries it on with the revision it was given', async () => {
  await send(aMessage())
  const { revision } = (await storage.outbox.pending(project, 1))[0]!
  const claim = () => storage.outbox.mark(project, aMessage(), revision, { status: 'sending', since: NOW })
  const claims = await Promise.all([claim(), claim()])
  const won = claims.filter((claimed) => claimed !== null)
  expect(won).toHaveLength(1)
  expect(await waiting()).toEqual([{ ...aMessage(), state: { status: 'sending', since: NOW } }])

  const sent = { status: 'sent', at: NOW, message: aMessageRef() } as const
  expect(await storage.outbox.mark(project, aMessage(), won[0]!, sent)).not.toBeNull()
  expect(await waiting()).toEqual([])
  expect(await storage.outbox.mark(project, aMessage(), won[0]!, sent)).toBeNull()
})

test.each([
  { status: 'sent', at: NOW, message: null },
  { status: 'failed', at: NOW, why: 'gone' },
  { status: 'unknown', at: NOW },
] as const)('a message that is $status waits no more; the others do', async (state) => {
  await send(aMessage(), aMessage({ id: 'other' }))
  const mine = (await storage.outbox.pending(project, 10)).find(({ record }) => record.id === 'channelWeek')!
  expect(await storage.outbox.mark(project, mine.record, mine.revision, state)).not.toBeNull()
  expect((await waiting()).map(({ id }) => id)).toEqual(['other'])
})

test('a message that was marked by somebody else meanwhile is not finished by us', async () => {
  await send(aMessage())
  const { revision } = (await storage.outbox.pending(project, 1))[0]!
  await storage.outbox.mark(project, aMessage(), revision, { status: 'sending', since: NOW })
  const late = await storage.outbox.mark(project, aMessage(), revision, {
    status: 'failed',
    at: NOW,
    why: 'x',
  })
  expect(late).toBeNull()
  expect((await waiting()).map(({ state }) => state.status)).toEqual(['sending'])
})

test('the same message of the same moment waits once', async () => {
  await send(aMessage())
  expect(await send(aMessage())).toBe('saved')
  expect(await waiting()).toHaveLength(1)
})

test('a message that is ordered again after it was sent waits again', async () => {
  await send(aMessage())
  const { revision } = (await storage.outbox.pending(project, 1))[0]!
  await storage.outbox.mark(project, aMessage(), revision, { status: 'sent', at: NOW, message: null })
  await send(aMessage())
  expect(await waiting()).toEqual([{ ...aMessage(), state: { status: 'pending' } }])
})

describe('projects with something to send', () => {
  test('are listed from the commit on, whatever time passes, until nothing waits', async () => {
    expect(await storage.outbox.projectsWithPending()).toEqual([])
    await send(aMessage())
    expect(await storage.outbox.projectsWithPending()).toEqual([project])
    clock.advance(24 * 60 * MINUTE)
    expect(await storage.outbox.projectsWithPending()).toEqual([project])

    const { revision } = (await storage.outbox.pending(project, 1))[0]!
    await storage.outbox.mark(project, aMessage(), revision, { status: 'sent', at: NOW, message: null })
    expect(await storage.outbox.projectsWithPending()).toEqual([])
    expect(await storage.outbox.projectsWithPending()).toEqual([])
  })

  test('stay listed while a commit may be on its way, though nothing waits yet', async () => {
    await send(aMessage())
    const { revision } = (await storage.outbox.pending(project, 1))[0]!
    await storage.outbox.mark(project, aMessage(), revision, { status: 'sent', at: NOW, message: null })
    clock.advance(9 * MINUTE)
    expect(await storage.outbox.projectsWithPending()).toEqual([project])
    clock.advance(2 * MINUTE)
    expect(await storage.outbox.projectsWithPending()).toEqual([])
  })

  test('are not those whose commits send nothing', async () => {
    await storage.records.commit(project, { items: [{ record: anActionItem(), over: 'new' }], outgoing: [] })
    expect(await storage.outbox.projectsWithPending()).toEqual([])
  })
})

describe('what became of messages', () => {
  const finish = async (id: string, state: OutgoingState) => {
    const mine = (await storage.outbox.pending(project, 10)).find(({ record }) => record.id === id)!
    await storage.outbox.mark(project, mine.record, mine.revision, state)
  }
  const fates = async (...ids: string[]) => Object.fromEntries(await storage.records.fates(project, ids))

  test('is read by their ids: what waits, what is through, and nothing of what was never ordered', async () => {
    await send(aMessage({ id: 'draft.2026-W47' }), aMessage({ id: 'recap/x' }), aMessage({ id: 'other' }))
    await finish('recap/x', { status: 'failed', at: NOW, why: 'gone' })
    expect(await fates('draft.2026-W47', 'recap/x', 'never')).toEqual({
      'draft.2026-W47': { status: 'pending' },
      'recap/x': { status: 'failed', at: NOW, why: 'gone' },
    })
  })

  test('is that it waits, when it was sent once and is ordered again', async () => {
    await send(aMessage())
    await finish('channelWeek', { status: 'sent', at: NOW, message: aMessageRef() })
    expect(await fates('channelWeek')).toMatchObject({ channelWeek: { status: 'sent' } })
    clock.advance(MINUTE)
    await send(aMessage({ at: clock.now() }))
    expect(await fates('channelWeek')).toEqual({ channelWeek: { status: 'pending' } })
  })
})
