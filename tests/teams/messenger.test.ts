import { createMessenger } from '../../bot/teams/messenger'
import { card as aCard } from '../../bot/cards/card'
import type { ChannelId, PersonId, ProjectId } from '../../bot/domain/ids'
import { playgroundWorld } from '../../bot/local/playgroundWorld'
import type { Messenger, Recipient } from '../../bot/schedule/messenger'
import { createPacing, NO_LIMITS, type Pacing } from '../../bot/schedule/pacing'
import type { Storage } from '../../bot/storage/openStorage'
import { BotAdapter } from '../../bot/teams/adapter'
import { BotAuthentication } from '../../bot/teams/connector'
import { createRoster } from '../../bot/teams/roster'
import { openTestStorage } from '../support/azurite'
import { fixedClock, TENANT } from '../support/builders'
import { startConnector, type Connector, type Fault } from '../support/connector'
import { cardOf } from '../support/teamsTrial'
import { wordsOn } from '../support/sentCards'
import { randomUUID } from 'node:crypto'

const [, megan] = playgroundWorld.people
const CARD = aCard('Hello', [{ type: 'TextBlock', text: 'Hello', wrap: true }])
const TO_MEGAN: Recipient = { to: 'person', person: megan.aadObjectId as PersonId }
const TO_CHANNEL: Recipient = { to: 'channel' }

let connector: Connector
let storage: Storage
let messenger: Messenger
let pacing: Pacing
let project: ProjectId
let channel: ChannelId

beforeEach(async () => {
  const clock = fixedClock()
  channel = `channel-${randomUUID()}` as ChannelId
  connector = await startConnector({ team: 'team-id', channels: [channel], people: playgroundWorld.people })
  storage = await openTestStorage(clock)
  const { channels, people } = storage
  // A tenant of its own: people are known by tenant.
  const tenant = `${TENANT}-${randomUUID()}` as typeof TENANT
  project = storage.records.idOf(tenant, channel)
  await channels.remember(project, {
    tenant,
    team: 'team-id' as never,
    channel,
    teamName: null,
    channelName: null,
    group: null,
    reference: {
      serviceUrl: connector.serviceUrl,
      conversation: channel,
      tenant,
      bot: { id: 'bot', name: 'Plumbline' },
    },
  })
  const registration = { kind: 'local' } as const
  const adapter = new BotAdapter({
    registration,
    authentication: new BotAuthentication({ registration, requestTimeout: 250 }),
    verify: () => Promise.resolve({ kind: 'trusted' }),
  })
  const connect = (serviceUrl: string) => adapter.connectTo(serviceUrl)
  pacing = createPacing({ clock, after: () => undefined, limits: NO_LIMITS })
  const roster = createRoster({ channels, connect, clock, pacing })
  messenger = createMessenger({ channels, people, roster, connect, pacing })
})
afterEach(() => connector.close())

const isActivity = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.includes('/activities')
const isConversation = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v3/conversations'
const isPut = ({ method }: { method: string }) => method === 'PUT'
const activities = () => connector.posts().filter(isActivity)

describe('a message that arrives', () => {
  test('in the channel opens a thread of its own', async () => {
    const result = await messenger.send(project, TO_CHANNEL, CARD)
    const [standing] = connector.messagesIn(channel)
    expect(result).toEqual({
      kind: 'sent',
      message: { conversation: `${channel};messageid=${standing?.id}`, message: standing?.id },
    })
    expect(wordsOn(cardOf(standing))).toBe('Hello')
  })

  test('in a thread stands below its root', async () => {
    const root = await messenger.send(project, TO_CHANNEL, CARD)
    if (root.kind !== 'sent') throw new Error('No root')
    await messenger.send(project, { to: 'thread', root: root.message }, CARD)
    expect(connector.messagesIn(channel).map(({ conversation }) => conversation)).toEqual([
      root.message.conversation,
      root.message.conversation,
    ])
  })

  test('with a person opens their chat once and finds it the next time', async () => {
    await messenger.send(project, TO_MEGAN, CARD)
    await messenger.send(project, TO_MEGAN, CARD)
    expect(connector.posts().filter(isConversation)).toHaveLength(1)
    expect(connector.messagesIn(connector.chatWith(megan))).toHaveLength(2)
  })
})

test('a chat that Teams has forgotten is opened anew, and the message stands there once', async () => {
  await messenger.send(project, TO_MEGAN, CARD)
  connector.forget(connector.chatWith(megan))
  const before = connector.ledger.length
  expect(await messenger.send(project, TO_MEGAN, CARD)).toMatchObject({ kind: 'sent' })
  expect(connector.ledger.slice(before).map(({ status }) => status)).toEqual([404, 201, 201])
})

type Expected = [string, Fault, object]
const FAULTS: Expected[] = [
  [
    '429 with Retry-After',
    { kind: 'status', status: 429, retryAfter: 17 },
    { kind: 'throttled', retryAfterMs: 17_000 },
  ],
  ['429 without', { kind: 'status', status: 429 }, { kind: 'throttled', retryAfterMs: null }],
  [
    '429 that asks for a day',
    { kind: 'status', status: 429, retryAfter: 86_400 },
    { kind: 'throttled', retryAfterMs: 3_600_000 },
  ],
  ['412', { kind: 'status', status: 412 }, { kind: 'throttled' }],
  ['500', { kind: 'status', status: 500 }, { kind: 'unknown' }],
  ['502', { kind: 'status', status: 502 }, { kind: 'unknown' }],
  ['503', { kind: 'status', status: 503, retryAfter: 1 }, { kind: 'unknown' }],
  ['504', { kind: 'status', status: 504 }, { kind: 'unknown' }],
  ['408', { kind: 'status', status: 408 }, { kind: 'unknown' }],
  ['a connection reset after the message was taken', { kind: 'reset' }, { kind: 'unknown' }],
  ['an answer that never comes', { kind: 'hang' }, { kind: 'unknown' }],
  ['401', { kind: 'status', status: 401 }, { kind: 'notSent' }],
  ['400', { kind: 'status', status: 400 }, { kind: 'refused', why: 'refused' }],
  [
    '403 from a team without the bot',
    { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
    { kind: 'refused', why: 'notInstalled' },
  ],
  [
    '403 from a person who blocked it',
    { kind: 'status', status: 403, code: 'ConversationBlockedByUser' },
    { kind: 'refused', why: 'blocked' },
  ],
  [
    '403 by the administrator',
    { kind: 'status', status: 403, code: 'BotDisabledByAdmin' },
    { kind: 'refused', why: 'notInstalled' },
  ],
  ['404', { kind: 'status', status: 404, code: 'ConversationNotFound' }, { kind: 'refused', why: 'gone' }],
  ['413', { kind: 'status', status: 413 }, { kind: 'refused', why: 'tooBig' }],
]

describe('a post that meets', () => {
  test.each(FAULTS)('%s is made once and known for what it came to', async (_what, fault, expected) => {
    connector.failNext(fault, isConversation)
    expect(await messenger.send(project, TO_CHANNEL, CARD)).toMatchObject(expected)
    expect(connector.posts()).toHaveLength(1)
  })

  test.each(FAULTS)('%s in a person’s chat is made once as well', async (_what, fault, expected) => {
    connector.failNext(fault, isActivity)
    expect(await messenger.send(project, TO_MEGAN, CARD)).toMatchObject(expected)
    expect(activities()).toHaveLength(1)
  })
})

describe('what fails before the post', () => {
  test.each<Expected>([
    ['500', { kind: 'status', status: 500 }, { kind: 'notSent' }],
    ['504', { kind: 'status', status: 504 }, { kind: 'notSent' }],
    ['a reset', { kind: 'reset' }, { kind: 'notSent' }],
    ['a hang', { kind: 'hang' }, { kind: 'notSent' }],
    ['429', { kind: 'status', status: 429, retryAfter: 3 }, { kind: 'throttled', retryAfterMs: 3_000 }],
    [
      '403',
      { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
      { kind: 'refused', why: 'notInstalled' },
    ],
  ])('opening the chat, with %s: nothing was posted and it says so', async (_what, fault, expected) => {
    connector.failNext(fault, isConversation)
    expect(await messenger.send(project, TO_MEGAN, CARD)).toMatchObject(expected)
    expect(activities()).toEqual([])
  })

  test('reading the roster: nothing was posted', async () => {
    connector.failNext({ kind: 'status', status: 503 }, ({ path }) => path.endsWith('/pagedmembers'))
    expect(await messenger.send(project, TO_MEGAN, CARD)).toMatchObject({ kind: 'notSent' })
    expect(connector.posts()).toEqual([])
  })

  test('reading storage: nothing was posted', async () => {
    const broken = { ...storage.channels, place: () => Promise.reject(new Error('away')) }
    const roster = { members: () => Promise.resolve([]) }
    const connect = () => Promise.reject(new Error('not called'))
    const stuck = createMessenger({ channels: broken, people: storage.people, roster, connect, pacing })
    expect(await stuck.send(project, TO_CHANNEL, CARD)).toMatchObject({ kind: 'notSent' })
  })

  test('reaching Teams at all: nothing was posted', async () => {
    const place = await storage.channels.place(project)
    const reference = { ...(place?.reference as object), serviceUrl: 'http://127.0.0.1:1/' }
    await storage.channels.remember(project, { ...place!, reference })
    expect(await messenger.send(project, TO_CHANNEL, CARD)).toMatchObject({ kind: 'notSent' })
  })

  test('a person whose chat stays shut is known by the id that mentions them', async () => {
    connector.failNext({ kind: 'status', status: 403 }, isConversation)
    await messenger.send(project, TO_MEGAN, CARD)
    const { tenant } = (await storage.channels.place(project))!
    expect(await storage.people.contact(tenant, megan.aadObjectId as PersonId)).toMatchObject({
      teamsId: megan.id,
      reference: null,
    })
  })
})

describe('an edit in place', () => {
  const posted = async () => {
    const result = await messenger.send(project, TO_CHANNEL, CARD)
    if (result.kind !== 'sent') throw new Error('Not sent')
    return result.message
  }
  const OTHER = aCard('Other', [{ type: 'TextBlock', text: 'Other', wrap: true }])

  test('changes the message', async () => {
    const message = await posted()
    expect(await messenger.edit(project, message, OTHER)).toEqual({ kind: 'edited' })
    expect(wordsOn(cardOf(connector.message(message.message)))).toBe('Other')
  })

  test('of a message that was deleted finds it gone', async () => {
    const message = await posted()
    connector.remove(message.message)
    expect(await messenger.edit(project, message, OTHER)).toEqual({ kind: 'gone' })
  })

  test.each<Expected>([
    ['429', { kind: 'status', status: 429, retryAfter: 5 }, { kind: 'throttled', retryAfterMs: 5_000 }],
    ['500', { kind: 'status', status: 500 }, { kind: 'failed' }],
    ['503', { kind: 'status', status: 503 }, { kind: 'failed' }],
    ['a reset', { kind: 'reset' }, { kind: 'failed' }],
    ['a hang', { kind: 'hang' }, { kind: 'failed' }],
    ['403', { kind: 'status', status: 403 }, { kind: 'gone' }],
  ])('that meets %s is made once', async (_what, fault, expected) => {
    const message = await posted()
    connector.failNext(fault, isPut)
    expect(await messenger.edit(project, message, OTHER)).toMatchObject(expected)
    expect(connector.puts()).toHaveLength(1)
  })
})
