import type { ItemId, PersonId } from '../../bot/domain/ids'
import { carryOut } from '../../bot/flows/carryOut'
import { channelWeekMessage } from '../../bot/flows/weekMessages'
import type { Sender } from '../../bot/schedule/sender'
import type { Command } from '../../bot/flows/command'
import type { PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { NO_FILES } from '../../bot/local/demo/noFiles'
import { tablesConnection } from '../support/azurite'
import { anActionItem, THIS_WEEK } from '../support/builders'
import type { Incoming, StandingMessage } from '../support/connector'
import { GENERAL, PEOPLE, startTeamsTrial, TENANT_ID, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from '../support/roster'
import { setUp } from '../teams/projects'

const { alex, megan, lynne } = PEOPLE
const EVERYBODY = Object.values(PEOPLE)
let trial: TeamsTrial

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
})
afterEach(() => trial.close())

const project = () => trial.project('general')
const personOf = ({ aadObjectId, name }: PlaygroundPerson) => ({ id: aadObjectId as PersonId, name })
const givenItem = (
  owner: PlaygroundPerson,
  over: Partial<ReturnType<typeof anActionItem>> = {},
): Promise<ItemId> =>
  trial.records.createItem(project(), (id) => ({
    items: [{ record: anActionItem({ owner: personOf(owner), workstream: null, ...over, id }), over: 'new' }],
  }))
const askNow = async () => {
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
}
const inChatWith = (person: PlaygroundPerson) => trial.connector.messagesIn(trial.connector.chatWith(person))
const askOf = async (person: PlaygroundPerson) =>
  (await trial.records.ask(project(), THIS_WEEK, person.aadObjectId as PersonId))?.record
const weekCard = () => trial.connector.messagesIn(GENERAL).find((one) => /\d of \d/.test(wordsIn(one)))!
const postsTo = (person: PlaygroundPerson) =>
  trial.connector
    .posts()
    .filter(({ path }) => path.includes(`/${trial.connector.chatWith(person)}/activities`))
const toChatWith =
  (person: PlaygroundPerson) =>
  ({ method, path }: Incoming) =>
    method === 'POST' && path.includes(`/${trial.connector.chatWith(person)}/activities`)
const pending = async () => (await trial.storage.outbox.pending(project(), 50)).map(({ record }) => record)

describe('the ask of a week', () => {
  test('reaches each of six owners once, and the channel by one card that counts them', async () => {
    for (const person of EVERYBODY) await givenItem(person)
    await givenItem(megan)
    await askNow()
    for (const person of EVERYBODY) expect(inChatWith(person)).toHaveLength(1)
    expect(wordsIn(...inChatWith(megan))).toMatch(/A-2[^]*A-7/)
    expect(wordsIn(weekCard())).toContain('0 of 6 have answered')
    expect(await pending()).toEqual([])
  })

  test('asked again the same week sends nobody a second card', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    await askNow()
    expect(postsTo(megan)).toHaveLength(1)
    expect(trial.connector.messagesIn(GENERAL).filter((one) => /0 of 2/.test(wordsIn(one)))).toHaveLength(2)
  })

  test('is counted in place as answers come', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    const [card] = inChatWith(megan)
    const standing = weekCard()
    await trial.tap(megan, 'chat', card!, 'No change')
    await trial.settle()
    expect(wordsIn(trial.connector.message(standing.id))).toContain('1 of 2 has answered')
  })
})

describe('somebody whose chat can not be reached', () => {
  test.each([
    ['because they blocked the bot', () => trial.connector.block(megan)],
    [
      'because Teams does not open it',
      () =>
        trial.connector.failNext(
          { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
          opensChat,
        ),
    ],
  ])('%s is mentioned in the thread and shown on the card', async (_why, given) => {
    await givenItem(megan)
    given()
    await askNow()
    const standing = weekCard()
    const mention = trial.connector
      .messagesIn(GENERAL)
      .find((one) => wordsIn(one).includes('I could not reach you in a chat of our own'))!
    expect(mention.conversation).toBe(standing.conversation)
    expect(JSON.stringify(mention.activity)).toContain(
      `"mentioned":{"id":"${megan.id}","name":"Megan Bowen"}`,
    )
    expect(wordsIn(standing)).toContain('Megan Bowen could not be reached in chat: asked in this thread')
    expect((await askOf(megan))?.delivery).toMatchObject({ status: 'unreachable', fallback: true })
  })

  test('who answers on the tab is not tried once more', async () => {
    await givenItem(megan)
    trial.connector.block(megan)
    await askNow()
    const before = trial.connector.posts().length
    await onTheTab(megan, NO_CHANGE)
    expect(trial.connector.posts()).toHaveLength(before)
    expect(wordsIn(weekCard() as StandingMessage | undefined)).not.toContain('could not be reached')
  })

  test('is tried again when the week is asked again', async () => {
    await givenItem(megan)
    trial.connector.block(megan)
    await askNow()
    trial.connector.block(megan, false)
    await askNow()
    expect(inChatWith(megan)).toHaveLength(1)
    expect(await askOf(megan)).toMatchObject({ delivery: { status: 'sent' } })
  })
})

describe('a card of which nobody knows whether it arrived', () => {
  beforeEach(async () => {
    await givenItem(megan)
    trial.connector.failNext({ kind: 'reset' }, toChatWith(megan))
    await askNow()
  })

  test('is shown as that', async () => {
    expect(wordsIn(weekCard())).toContain('1 message may or may not have arrived')
    expect((await askOf(megan))?.delivery.status).toBe('unknown')
  })

  test('is never sent again: not by the clock, by asking again, by a new item or by an answer on the tab', async () => {
    trial.clock.advance(3_600_000)
    await trial.sender.sweep()
    await askNow()
    await givenItem(megan)
    await askNow()
    await onTheTab(megan, NO_CHANGE)
    expect(postsTo(megan)).toHaveLength(1)
  })
})

describe('the week’s card in the channel', () => {
  const toChannel = ({ method, body }: Incoming) =>
    method === 'POST' && (body as { isGroup?: boolean }).isGroup === true
  const cards = () => trial.connector.messagesIn(GENERAL).filter((one) => /\d of \d ha/.test(wordsIn(one)))

  test('of which nobody knows whether it arrived is not posted a second time', async () => {
    await givenItem(megan)
    trial.connector.failNext({ kind: 'reset' }, toChannel)
    await askNow()
    await onTheTab(megan, NO_CHANGE)
    expect(cards()).toHaveLength(1)
  })

  test('waits for one of the same week that is on its way', async () => {
    await givenItem(megan)
    await command(alex, { do: 'askNow' })
    const waiting = await trial.storage.outbox.pending(project(), 50)
    const message = waiting.find(({ record }) => record.what.kind === 'channelWeek')!
    await trial.storage.outbox.claim(project(), message, trial.clock.now())
    trial.clock.advance(1_000)
    await onTheTab(megan, NO_CHANGE)
    expect(cards()).toEqual([])
    trial.clock.advance(61_000)
    await trial.sender.sweep()
    expect(cards()).toEqual([])
    expect(await pending()).toEqual([])
  })
})

describe('when Teams asks for patience', () => {
  test('what is left waits as long as it was told, and then goes out, once', async () => {
    for (const person of EVERYBODY) await givenItem(person)
    trial.connector.failNext({ kind: 'status', status: 429, retryAfter: 17 }, toChatWith(megan))
    await askNow()
    expect(trial.later.map(({ ms }) => ms)).toContain(17_000)
    expect((await pending()).map(({ state }) => state.status)).toContain('pending')
    await trial.runLater()
    for (const person of EVERYBODY) expect(inChatWith(person)).toHaveLength(1)
    expect(postsTo(megan).map(({ status }) => status)).toEqual([429, 201])
  })

  test('for an edit, it is made again after that time', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    trial.connector.failNext({ kind: 'status', status: 429, retryAfter: 4 }, isPut)
    await onTheTab(megan, NO_CHANGE)
    expect(trial.later.map(({ ms }) => ms)).toContain(4_000)
    await trial.runLater()
    expect(wordsIn(weekCard())).toContain('1 of 2 has answered')
  })
})

describe('what failed before it was posted', () => {
  beforeEach(async () => {
    for (const person of [megan, lynne]) await givenItem(person)
    trial.connector.failNext({ kind: 'status', status: 503 }, opensChat)
    await askNow()
  })

  test('holds nobody else up, and is sent when it can be', async () => {
    const reached = [megan, lynne].filter((person) => inChatWith(person).length === 1)
    expect(reached).toHaveLength(1)
    await trial.runLater()
    for (const person of [megan, lynne]) expect(inChatWith(person)).toHaveLength(1)
    expect(wordsIn(weekCard())).not.toMatch(/could not be reached|may or may not/)
  })

  test('for a whole day is shown as not reached', async () => {
    trial.connector.failNext({ kind: 'status', status: 503 }, opensChat)
    trial.clock.advance(24 * 3_600_000 + 1)
    await trial.runLater()
    expect(await pending()).toEqual([])
    expect(wordsIn(weekCard())).toContain('could not be reached')
  })
})

test('a message that can not be worked out holds up none of those behind it', async () => {
  await givenItem(megan)
  const away = new Error('away')
  const read = jest.spyOn(trial.records, 'posted').mockRejectedValueOnce(away)
  await askNow()
  expect(read).toHaveBeenCalled()
  expect(inChatWith(megan)).toHaveLength(1)
  expect(trial.logged).toContainEqual({
    level: 'error',
    message: 'A message could not be worked out',
    fields: expect.objectContaining({ cause: away }) as object,
  })
  await trial.runLater()
  expect(wordsIn(weekCard())).toContain('0 of 1')
})

test('of a message whose end could not be written none that means the same is posted while its claim lasts', async () => {
  await givenItem(megan)
  const { outbox } = trial.storage
  const finish = outbox.finish.bind(outbox)
  const ended = jest.spyOn(outbox, 'finish')
  const { sender } = await trial.another()
  let hasFailed = false
  ended.mockImplementation(async (...given) => {
    const [, { record }] = given
    if (record.what.kind !== 'channelWeek' || hasFailed) return finish(...given)
    hasFailed = true
    await anotherIsTakenUp(sender)
    throw new Error('away')
  })
  await command(alex, { do: 'askNow' })
  await sender.drain(project())
  const weekCards = () => trial.connector.messagesIn(GENERAL).filter((one) => /\d of \d/.test(wordsIn(one)))
  expect(hasFailed).toBe(true)
  expect(weekCards()).toHaveLength(1)
  trial.clock.advance(61_000)
  await sender.sweep()
  expect(weekCards()).toHaveLength(1)
  expect(await pending()).toEqual([])
})

/** One more message for the week's card, until it stands in its lane: after all reads of a look at the project. */
async function anotherIsTakenUp(sender: Sender): Promise<void> {
  const { outbox, shutTargets, records } = trial.storage
  const reads = [
    jest.spyOn(outbox, 'pending'),
    jest.spyOn(shutTargets, 'list'),
    jest.spyOn(records, 'project'),
  ]
  await trial.records.commit(project(), { outgoing: [channelWeekMessage(THIS_WEEK, trial.clock.now())] })
  for (const { mock } of reads) mock.results.length = 0
  sender.kick(project())
  while (reads.some(({ mock }) => mock.results.length === 0)) await aMoment()
  await Promise.all(reads.flatMap(({ mock }) => mock.results.map((read) => read.value as unknown)))
  await aMoment()
}

const aMoment = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('a process that died while it sent', () => {
  test('leaves a message that nobody touches while it may still be sent, and that is unknown after', async () => {
    await givenItem(megan)
    const sending = await stuckAsk()
    await trial.sender.drain(project())
    expect((await pending()).map(({ state }) => state)).toEqual([sending])
    trial.clock.advance(61_000)
    await trial.sender.sweep()
    expect(postsTo(megan)).toEqual([])
    expect(wordsIn(weekCard())).toContain('1 message may or may not have arrived')
    expect(await pending()).toEqual([])
  })

  /** As a crash between the mark and the POST leaves it. */
  async function stuckAsk() {
    await command(alex, { do: 'askNow' })
    const waiting = await trial.storage.outbox.pending(project(), 50)
    const { record, revision } = waiting.find(({ record }) => record.what.kind === 'weeklyAsk')!
    const message = { record, revision }
    return (await trial.storage.outbox.claim(project(), message, trial.clock.now()))!.record.state
  }
})

describe('an edit', () => {
  test('that fails is made again', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    trial.connector.failNext({ kind: 'status', status: 502 }, isPut)
    await onTheTab(megan, NO_CHANGE)
    expect(trial.later.map(({ ms }) => ms)).toContain(5_000)
    await trial.runLater()
    expect(wordsIn(weekCard())).toContain('1 of 2 has answered')
    expect(await pending()).toEqual([])
  })

  test('that keeps failing is given up after an hour', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    const standing = weekCard()
    const fail = () => trial.connector.failNext({ kind: 'status', status: 502 }, editsMessage(standing))
    fail()
    await onTheTab(megan, NO_CHANGE)
    trial.clock.advance(3_600_001)
    fail()
    await trial.runLater()
    expect(await pending()).toEqual([])
  })

  test("of a week's card that somebody deleted posts it anew", async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    trial.connector.remove(weekCard().id)
    await onTheTab(megan, NO_CHANGE)
    expect(wordsIn(weekCard())).toContain('1 of 2 has answered')
  })

  test('whose process died posts nothing in place of a message that is gone: it may have done so', async () => {
    for (const person of [alex, megan]) await givenItem(person)
    await askNow()
    trial.connector.remove(weekCard().id)
    await command(megan, NO_CHANGE)
    const waiting = await trial.storage.outbox.pending(project(), 50)
    const message = waiting.find(({ record }) => record.what.kind === 'channelWeek')!
    await trial.storage.outbox.claim(project(), message, trial.clock.now())
    trial.clock.advance(61_000)
    await trial.sender.sweep()
    expect(weekCard()).toBeUndefined()
    expect(await pending()).toEqual([])
  })
})

test('two processes that empty one outbox at the same time post each message once', async () => {
  for (const person of EVERYBODY) await givenItem(person)
  const another = await trial.another()
  await command(alex, { do: 'askNow' })
  await Promise.all([trial.sender.drain(project()), another.sender.drain(project()), trial.sender.sweep()])
  for (const person of EVERYBODY) expect(postsTo(person)).toHaveLength(1)
  expect(trial.connector.messagesIn(GENERAL).filter((one) => /of 6/.test(wordsIn(one)))).toHaveLength(1)
})

describe('who waits for an item', () => {
  beforeEach(() => givenItem(megan, { for: personOf(lynne), unblocks: 'load test 3' }))

  test('is told when it is done', async () => {
    await trial.say(megan, 'general', 'done A-1')
    await trial.settle()
    expect(wordsIn(...inChatWith(lynne))).toMatch(/by Megan Bowen[^]*load test 3/)
  })

  test('is not told when it was opened again before the message went out', async () => {
    await command(megan, { do: 'changeItem', id: 'A-1', change: { kind: 'done' }, seen: null })
    await command(megan, {
      do: 'changeItem',
      id: 'A-1',
      change: { kind: 'reopen', why: 'Half of it is missing' },
      seen: null,
    })
    await trial.settle()
    expect(inChatWith(lynne)).toEqual([])
    expect(await pending()).toEqual([])
  })

  test('is not told of a date that moved when it is done by then', async () => {
    await command(megan, {
      do: 'changeItem',
      id: 'A-1',
      change: { kind: 'move', to: '2026-12-18' as never, why: 'late files' },
      seen: null,
    })
    await command(megan, { do: 'changeItem', id: 'A-1', change: { kind: 'done' }, seen: null })
    await trial.settle()
    expect(inChatWith(lynne)).toHaveLength(1)
    expect(wordsIn(...inChatWith(lynne))).toContain('Done')
  })
})

test('a recap is posted once, whoever sweeps and however often', async () => {
  await trial.say(alex, 'general', 'recap now')
  const another = await trial.another()
  await Promise.all([trial.settle(), another.sender.sweep(), trial.sender.sweep()])
  await trial.say(alex, 'general', 'recap now')
  await trial.settle()
  const posted = trial.connector.posts().filter(({ path }) => path === '/v3/conversations')
  expect(posted).toHaveLength(1)
})

const NO_CHANGE: Command = { do: 'answer', week: THIS_WEEK, answers: [], restNoChange: true, comment: null }

/** A command without anybody who sends what comes of it. */
async function command(person: PlaygroundPerson, wanted: Command, door: 'chat' | 'tab' = 'chat') {
  const { records, people, channels } = trial.storage
  const roster = aRoster(EVERYBODY.map(personOf))
  const deps = {
    records,
    people,
    channels,
    roster,
    teamChannels: aTeamWith(),
    teamAccess: NO_TEAM_ACCESS,
    clock: trial.clock,
    renderRecap: () => ({}),
    exchange: NO_FILES,
  }
  const actor = { tenant: TENANT_ID, person: personOf(person), locale: 'en-GB', zone: null, ownsTeam: false }
  return carryOut(deps, { project: project(), actor, door, command: wanted })
}

async function onTheTab(person: PlaygroundPerson, wanted: Command) {
  await command(person, wanted, 'tab')
  await trial.settle()
}

function opensChat({ method, path, body }: Incoming): boolean {
  return (
    method === 'POST' && path === '/v3/conversations' && (body as { isGroup?: boolean }).isGroup === false
  )
}

function isPut({ method }: Incoming): boolean {
  return method === 'PUT'
}

function editsMessage({ id }: StandingMessage) {
  return ({ method, path }: Incoming) => method === 'PUT' && path.endsWith(id)
}
