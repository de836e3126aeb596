import type { PersonId } from '../../bot/domain/ids'
import { weeklyAskMessage } from '../../bot/flows/weekMessages'
import { tablesConnection } from '../support/azurite'
import { becomesDone } from '../support/becomesDone'
import { anActionItem, anAsk, THIS_WEEK } from '../support/builders'
import type { Fault, Incoming } from '../support/connector'
import { PEOPLE, startTeamsTrial, TENANT_ID, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from '../teams/projects'

/* What each fault of the connector comes to: for a card in a person's chat, whose POST meets it once. */

const { alex, megan } = PEOPLE
let trial: TeamsTrial

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
})
afterEach(() => trial.close())

type Case = {
  readonly fault: Fault
  /** POSTs into the chat until an hour later. */
  readonly posts: number
  /** Cards that stand there then. */
  readonly cards: number
  readonly ask: 'sent' | 'unreachable' | 'unknown'
  readonly shut: string | null
}

const status = (code: number, more: object = {}): Fault => ({ kind: 'status', status: code, ...more })
const REFUSED = { posts: 1, cards: 0, ask: 'unreachable' } as const
const AGAIN = { posts: 2, cards: 1, ask: 'sent', shut: null } as const
const AMBIGUOUS = { posts: 1, ask: 'unknown', shut: null } as const

const CASES: Record<string, Case> = {
  '307, which is not followed': { fault: status(307, { location: '?again' }), ...AMBIGUOUS, cards: 0 },
  '400': { fault: status(400), ...REFUSED, shut: null },
  '401': { fault: status(401), ...AGAIN },
  '403': { fault: status(403), ...REFUSED, shut: 'notInstalled' },
  '403 ConversationBlockedByUser': {
    fault: status(403, { code: 'ConversationBlockedByUser' }),
    ...REFUSED,
    shut: 'blocked',
  },
  '403 BotDisabledByAdmin': {
    fault: status(403, { code: 'BotDisabledByAdmin' }),
    ...REFUSED,
    shut: 'notInstalled',
  },
  '408': { fault: status(408), ...AMBIGUOUS, cards: 0 },
  '412': { fault: status(412), ...AGAIN },
  '413': { fault: status(413), ...REFUSED, shut: null },
  '429 with Retry-After': { fault: status(429, { retryAfter: 20 }), ...AGAIN },
  '429 without': { fault: status(429), ...AGAIN },
  '500': { fault: status(500), ...AMBIGUOUS, cards: 0 },
  '502': { fault: status(502), ...AMBIGUOUS, cards: 0 },
  '503': { fault: status(503), ...AMBIGUOUS, cards: 0 },
  '504': { fault: status(504), ...AMBIGUOUS, cards: 0 },
  'a reset before the message was taken': { fault: { kind: 'resetBefore' }, ...AMBIGUOUS, cards: 0 },
  'a reset after it was taken': { fault: { kind: 'reset' }, ...AMBIGUOUS, cards: 1 },
  'no answer at all': { fault: { kind: 'hang' }, ...AMBIGUOUS, cards: 0 },
  'an answer that can not be read': { fault: { kind: 'brokenBody' }, ...AMBIGUOUS, cards: 1 },
}

test.each(Object.entries(CASES))('%s', async (_name, { fault, posts, cards, ask, shut }) => {
  await givenItem()
  await meetMegan()
  trial.connector.failNext(fault, toMegan)
  await askNow()
  await anHourLater()
  expect(postsToMegan()).toHaveLength(posts)
  expect(trial.connector.messagesIn(trial.connector.chatWith(megan))).toHaveLength(cards)
  expect(await delivery()).toBe(ask)
  expect(await shutBecause()).toBe(shut)
  expect(await trial.storage.outbox.pending(trial.project('general'), 10)).toEqual([])
})

test('404: another chat is opened and the card stands there; only when that is gone too is the target shut', async () => {
  await givenItem()
  await meetMegan()
  for (let time = 0; time < 2; time++) trial.connector.failNext(status(404), toMegan)
  await askNow()
  expect(postsToMegan()).toHaveLength(2)
  expect(await delivery()).toBe('unreachable')
  expect(await shutBecause()).toBe('gone')
})

test('no connection at all: nothing was posted, and it is once there is one', async () => {
  await givenItem()
  await meetMegan('http://127.0.0.1:1/')
  await askNow()
  expect(await delivery()).toBe('pending')
  await meetMegan()
  await anHourLater()
  expect(postsToMegan()).toHaveLength(1)
  expect(await delivery()).toBe('sent')
})

test('patience that is not told grows with each try', async () => {
  await givenItem()
  await meetMegan()
  for (let time = 0; time < 4; time++) trial.connector.failNext(status(429), toMegan)
  await askNow()
  const waits = new Set<number>()
  for (let time = 0; time < 4; time++) {
    for (const { ms } of trial.later) waits.add(ms)
    await trial.runLater()
  }
  expect([...waits].filter((ms) => ms <= 8_000)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(await delivery()).toBe('sent')
})

describe('a chat that is shut', () => {
  beforeEach(async () => {
    await givenItem()
    await meetMegan()
    trial.connector.block(megan)
    await askNow()
    expect(postsToMegan()).toHaveLength(1)
  })

  test('gets nothing more, with the reason kept', async () => {
    await tellMegan('A-7')
    await tellMegan('A-8')
    expect(postsToMegan()).toHaveLength(1)
    expect(await shutBecause()).toBe('blocked')
  })

  test.each([
    ['they write to the bot', () => trial.say(megan, 'chat', 'help')],
    ['they write in the channel', () => trial.say(megan, 'general', 'help')],
  ])('is open again when %s', async (_when, happens) => {
    trial.connector.block(megan, false)
    await happens()
    const before = postsToMegan().length
    await tellMegan('A-7')
    expect(postsToMegan()).toHaveLength(before + 1)
  })

  test('is tried once by the ask of the next week', async () => {
    await askedNextWeek()
    expect(postsToMegan()).toHaveLength(2)
    await tellMegan('A-7')
    expect(postsToMegan()).toHaveLength(2)
  })

  test('is open again when that ask arrives', async () => {
    trial.connector.block(megan, false)
    await askedNextWeek()
    await tellMegan('A-7')
    expect(postsToMegan()).toHaveLength(3)
    expect(await shutBecause()).toBeNull()
  })

  test('is open before its records say that a card stands there: what follows from those must find it so', async () => {
    trial.connector.block(megan, false)
    const { shutTargets } = trial.storage
    const open = shutTargets.open.bind(shutTargets)
    const stood: (string | undefined)[] = []
    jest.spyOn(shutTargets, 'open').mockImplementation(async (tenant, target) => {
      if (target.to === 'person' && target.person === personOf(megan).id) stood.push(await delivery())
      await open(tenant, target)
    })
    await askNow()
    expect(stood).toEqual(['pending'])
    expect(await delivery()).toBe('sent')
  })
})

const toMegan = ({ method, path }: Pick<Incoming, 'method' | 'path'>) =>
  method === 'POST' && path.includes(`/${trial.connector.chatWith(megan)}/activities`)
const postsToMegan = () => trial.connector.posts().filter(toMegan)
const personOf = ({ aadObjectId, name }: typeof megan) => ({ id: aadObjectId as PersonId, name })

async function givenItem(): Promise<void> {
  await trial.records.createItem(trial.project('general'), (id) => ({
    items: [{ record: anActionItem({ id, owner: personOf(megan), workstream: null }), over: 'new' }],
  }))
}

/** Her chat with the bot is known. */
function meetMegan(serviceUrl = trial.connector.serviceUrl): Promise<void> {
  return trial.storage.people.meet(TENANT_ID, {
    person: personOf(megan),
    locale: 'en-GB',
    zone: null,
    teamsId: megan.id,
    reference: {
      serviceUrl,
      conversation: trial.connector.chatWith(megan),
      tenant: TENANT_ID,
      bot: { id: 'bot', name: 'Plumbline' },
    },
  })
}

/** Somebody's item for her is done, of which she is told. */
async function tellMegan(id: 'A-7' | 'A-8'): Promise<void> {
  const given = { by: personOf(alex), for: personOf(megan), at: trial.clock.now() }
  await trial.records.commit(trial.project('general'), becomesDone(id, given))
  await trial.settle()
}

async function askNow(): Promise<void> {
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
}

/** By the clock, as the ask of a week is. */
async function askedNextWeek(): Promise<void> {
  const [week, at] = ['2026-W48', trial.clock.now()] as const
  const record = anAsk({ week, person: personOf(megan), items: ['A-1'], delivery: { status: 'pending' } })
  await trial.records.commit(trial.project('general'), {
    asks: [{ record, over: 'new' }],
    outgoing: [weeklyAskMessage(week, record.person.id, at)],
  })
  await trial.settle()
}

async function anHourLater(): Promise<void> {
  await trial.runLater()
  trial.clock.advance(3_600_000)
  await trial.sender.sweep()
  await trial.settle()
}

async function delivery() {
  const ask = await trial.records.ask(trial.project('general'), THIS_WEEK, megan.aadObjectId as PersonId)
  return ask?.record.delivery.status
}

async function shutBecause(): Promise<string | null> {
  const [shut] = await trial.storage.shutTargets.list(TENANT_ID)
  return shut?.why ?? null
}
