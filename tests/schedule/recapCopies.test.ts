import { NO_LINKS } from '../../bot/cards/reader'
import type { ChannelId } from '../../bot/domain/ids'
import type { PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { createDeliveries } from '../../bot/schedule/deliveries'
import { tablesConnection } from '../support/azurite'
import { anActionItem, THIS_WEEK } from '../support/builders'
import type { Incoming, StandingMessage } from '../support/connector'
import {
  ANNOUNCEMENTS,
  GENERAL,
  PEOPLE,
  startTeamsTrial,
  wordsIn,
  type TeamsTrial,
} from '../support/teamsTrial'
import { aRoster } from '../support/roster'
import { setUp } from '../teams/projects'

const { alex, megan } = PEOPLE
const STEERING = { id: 'channel-steering-id' as ChannelId, name: 'Steering' }
const BOARD = { id: 'channel-board-id' as ChannelId, name: 'Customer board' }
let trial: TeamsTrial

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection(), { moreChannels: [STEERING, BOARD] })
  await setUp(trial)
  await trial.records.createItem(trial.project('general'), (id) => ({
    items: [{ record: anActionItem({ owner: personOf(megan), workstream: null, id }), over: 'new' }],
  }))
})
afterEach(() => trial.close())

const personOf = ({ aadObjectId, name }: PlaygroundPerson) => ({ id: aadObjectId as never, name })
const inChannel = (channel: string) => trial.connector.messagesIn(channel)
const recapIn = (channel: string): StandingMessage =>
  inChannel(channel).find((one) => /Records as of/.test(wordsIn(one)))!
const theRecap = async () => (await trial.records.recap(trial.project('general'), THIS_WEEK))!.record
const postsInto =
  (channel: string) =>
  ({ method, body }: Incoming) =>
    method === 'POST' && JSON.stringify(body ?? '').includes(`"channel":{"id":"${channel}"}`)

async function choose(...channels: readonly string[]) {
  const [form] = await trial.say(alex, 'general', 'audience')
  await trial.tap(alex, 'general', form!, 'Save', { channels: channels.join(',') })
}
async function post() {
  await trial.say(alex, 'general', 'recap now')
  await trial.settle()
}
/** The lead's latest card in the 1:1 chat. */
const latestInChat = () => inChannel(trial.connector.chatWith(alex)).at(-1)!
async function correct(headline: string) {
  await trial.say(alex, 'chat', 'correct recap')
  await trial.tap(alex, 'chat', latestInChat(), 'Save the correction', { headline, note: '' })
  await trial.settle()
}
async function deliveries(): Promise<string> {
  await trial.say(alex, 'chat', 'who got it')
  return wordsIn(latestInChat())
}

test('from the choice to both channels, corrected in both, and what did not arrive is told', async () => {
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  const [form] = await trial.say(alex, 'general', 'audience')
  expect(wordsIn(form)).toContain('General always gets it')
  expect(JSON.stringify(form)).toMatch(/Announcements.*Steering.*Customer board/)
  await trial.tap(alex, 'general', form!, 'Save', { channels: `${STEERING.id},${BOARD.id}` })
  trial.connector.failNext(
    { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
    postsInto(BOARD.id),
  )
  await post()

  const [own, copy] = [recapIn(GENERAL), recapIn(STEERING.id)]
  expect(wordsIn(copy)).toContain('A copy of the recap in the channel General')
  expect(wordsIn(own)).not.toContain('A copy of')
  expect(inChannel(BOARD.id)).toEqual([])

  await correct('Two weeks to go')
  for (const message of [own, copy]) {
    const now = trial.connector.message(message.id)!
    expect(now.edits).toBe(1)
    expect(wordsIn(now)).toContain('Two weeks to go')
    expect(wordsIn(now)).toContain('by Alex Wilber: headline')
  }
  expect(inChannel(STEERING.id)).toHaveLength(1)

  const told = await deliveries()
  expect(told).toContain('1 message did not arrive')
  expect(told).toMatch(/The copy in Customer board[^]*not reached[^]*I may not post in Customer board/)
  expect(told).toMatch(/Megan Bowen’s card[^]*Fri Nov 20, 14:00/)
  expect(told).toMatch(/The copy in Steering[^]*Fri Nov 20, 14:00/)
  expect(told).toMatch(/The correction in Steering[^]*Fri Nov 20, 14:00/)
})

test('a copy holds nothing that leads from the recap into the project', async () => {
  await choose(STEERING.id)
  await post()
  const buttons = JSON.stringify(recapIn(STEERING.id)).match(/"Action\.\w+"/g) ?? []
  expect(buttons.filter((kind) => kind !== '"Action.ToggleVisibility"')).toEqual([])
})

test('a channel that was deleted between the choice and the post keeps no other copy back', async () => {
  await choose(ANNOUNCEMENTS, STEERING.id)
  trial.connector.forget(STEERING.id)
  await post()
  expect(recapIn(GENERAL)).toBeDefined()
  expect(recapIn(ANNOUNCEMENTS)).toBeDefined()
  expect((await theRecap()).copies).toMatchObject([
    { channel: { name: 'Announcements' }, delivery: { status: 'sent' } },
    { channel: STEERING, delivery: { status: 'unreachable', why: 'gone' } },
  ])
  expect(await deliveries()).toMatch(/The copy in Steering[^]*Steering can’t be found/)
  trial.clock.advance(60_001)
  const [form] = await trial.say(alex, 'general', 'who gets the recap')
  expect(wordsIn(form)).toContain('Steering is no longer in this team')
})

test('a copy of which nobody knows whether it arrived is told so and never sent again', async () => {
  await choose(STEERING.id)
  trial.connector.failNext({ kind: 'reset' }, postsInto(STEERING.id))
  await post()
  trial.clock.advance(3_600_000)
  await trial.settle()
  await trial.sender.sweep()
  expect(trial.connector.posts().filter((one) => postsInto(STEERING.id)({ ...one } as never))).toHaveLength(1)
  expect((await theRecap()).copies).toMatchObject([{ delivery: { status: 'unknown' } }])
  expect(await deliveries()).toMatch(/The copy in Steering[^]*nobody knows[^]*Look in Steering/)
})

test('two senders at once post each copy once, and lose none of what became of them', async () => {
  await choose(ANNOUNCEMENTS, STEERING.id, BOARD.id)
  const { sender } = await trial.another()
  await trial.say(alex, 'general', 'recap now')
  await Promise.all([trial.settle(), sender.drain(trial.project('general'))])
  await trial.settle()
  for (const channel of [ANNOUNCEMENTS, STEERING.id, BOARD.id]) expect(inChannel(channel)).toHaveLength(1)
  const { delivery, copies } = await theRecap()
  expect([delivery, ...copies.map((copy) => copy.delivery)].map(({ status }) => status)).toEqual([
    'sent',
    'sent',
    'sent',
    'sent',
  ])
})

test('a recap that is corrected while a copy is on its way is edited there as soon as it arrives', async () => {
  await choose(STEERING.id)
  trial.connector.failNext({ kind: 'status', status: 429, retryAfter: 5 }, postsInto(STEERING.id))
  await post()
  expect(inChannel(STEERING.id)).toEqual([])
  await correct('Two weeks to go')
  await trial.runLater()
  expect(wordsIn(recapIn(STEERING.id))).toContain('Two weeks to go')
  expect(wordsIn(recapIn(GENERAL))).toContain('Two weeks to go')
})

test('a copy that was under way with the old words when the recap was corrected is edited once it has arrived', async () => {
  await choose(STEERING.id)
  trial.connector.failNext({ kind: 'status', status: 429, retryAfter: 5 }, postsInto(STEERING.id))
  await post()
  const { records, people, channels, outbox, imports } = trial.storage
  const deps = {
    records,
    people,
    channels,
    roster: aRoster(),
    clock: trial.clock,
    exchange: { imports },
    linksOf: () => Promise.resolve(NO_LINKS),
  }
  const what = { kind: 'recapCopy', week: THIS_WEEK, channel: STEERING.id } as const
  const look = await createDeliveries(deps)(trial.project('general'))
  const underWay = await look.deliver(what)
  await correct('Two weeks to go')
  if (underWay.kind !== 'post') throw new Error('The copy is not posted')
  const noted = await underWay.sent({ conversation: STEERING.id, message: 'the-copy' })
  await records.commit(trial.project('general'), noted)
  const waiting = await outbox.pending(trial.project('general'), 50)
  expect(waiting.map(({ record }) => record.what)).toContainEqual({ ...what, kind: 'recapCorrected' })
  expect((await theRecap()).recap.headline).toBe('Two weeks to go')
})

test('a message that was deleted is not posted again by a correction, and that is told', async () => {
  await choose(STEERING.id)
  await post()
  trial.connector.remove(recapIn(STEERING.id).id)
  await correct('Two weeks to go')
  expect(inChannel(STEERING.id)).toEqual([])
  expect(wordsIn(recapIn(GENERAL))).toContain('Two weeks to go')
  expect(await deliveries()).toMatch(
    /The correction in Steering[^]*not reached[^]*The message was deleted there, and nothing is posted again/,
  )
})

test('what became of the draft and of a reminder is told', async () => {
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  const project = trial.project('general')
  const at = trial.clock.now()
  const ask = (await trial.records.ask(project, THIS_WEEK, personOf(megan).id))!
  trial.connector.block(megan)
  await trial.records.commit(project, {
    asks: [{ record: { ...ask.record, remindedAt: [at] }, over: ask.revision }],
    outgoing: [
      { id: `draft.${THIS_WEEK}`, at, what: { kind: 'draft', week: THIS_WEEK } },
      {
        id: `reminder.${THIS_WEEK}.${megan.aadObjectId}`,
        at,
        what: { kind: 'reminder', week: THIS_WEEK, person: personOf(megan).id },
      },
    ],
  })
  await trial.settle()
  const told = await deliveries()
  expect(told).toMatch(/The draft for Alex Wilber[^]*Fri Nov 20, 14:00/)
  expect(told).toMatch(
    /Megan Bowen’s reminder[^]*not reached[^]*Megan has blocked Plumbline[^]*Their card from before stands/,
  )
})

test('only the lead is told, in their own chat although they asked in the channel', async () => {
  const [answer] = await trial.say(megan, 'general', 'who got it')
  expect(wordsIn(answer)).toContain('Only Alex Wilber')
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  const inPublic = await trial.say(alex, 'general', 'who got it')
  expect(inPublic.map((one) => wordsIn(one)).join()).not.toMatch(/Megan Bowen’s card[^]*only you see it/)
  expect(wordsIn(latestInChat())).toContain('only you see it')
})
