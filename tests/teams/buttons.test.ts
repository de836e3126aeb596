import type { PersonId } from '../../bot/domain/ids'
import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { buttonsOn, inputsOn, wordsOn } from '../support/sentCards'
import { cardOf, PEOPLE, startTeamsTrial, TENANT_ID, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan, adele, isaiah } = PEOPLE
const CARD = 'application/vnd.microsoft.card.adaptive'
const MEGAN_BROWN = {
  id: 'user-id-7',
  name: 'Megan Brown',
  aadObjectId: '00000000-0000-0000-0000-0000000000027',
  email: 'meganbr@example.com',
}
let trial: TeamsTrial
let card: StandingMessage

beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection(), { alsoThere: [MEGAN_BROWN] })
  await setUp(trial)
  const posted = await trial.say(
    alex,
    'general',
    'action send the price file <at>Megan Bowen</at> by 4 Dec',
    megan,
  )
  card = posted[0]!
})
afterEach(() => trial.close())

const item = async () => (await trial.records.item(trial.project('general'), 'A-1'))?.record
const inChannel = () => wordsIn(trial.connector.message(card.id))
const puts = () => trial.connector.puts().filter(({ path }) => path.endsWith(card.id))

describe('a tapped button in the channel', () => {
  test('answers who tapped and edits the message for everybody, once', async () => {
    const answer = await trial.tap(megan, 'general', card, 'Done')
    expect(answer).toMatchObject({ statusCode: 200, type: CARD, posted: [] })
    await trial.settle()
    expect(puts()).toHaveLength(1)
    expect(cardOf(trial.connector.message(card.id))).toEqual(answer.value)
    expect(await item()).toMatchObject({ state: { status: 'done', by: { name: 'Megan Bowen' } } })
  })

  test('leaves its author the way back on the card', async () => {
    await trial.tap(megan, 'general', card, 'Done')
    await trial.settle()
    const undone = await trial.tap(megan, 'general', trial.connector.message(card.id)!, 'Undo')
    expect(wordsOn(undone.value)).toContain('Megan Bowen took back the last change')
    expect(await item()).toMatchObject({ state: { status: 'open' } })
  })

  test('whose message can not be edited is still answered, and the outbox edits it later', async () => {
    trial.connector.failNext({ kind: 'status', status: 502 }, ({ method }) => method === 'PUT')
    const answer = await trial.tap(megan, 'general', card, 'Done')
    expect(wordsOn(answer.value)).toContain('Done')
    expect(trial.logged.map(({ message }) => message)).toContain(
      'A tapped card could not be edited for everybody',
    )
    await trial.settle()
    expect(inChannel()).toContain('A-1 · done')
  })

  test('that opens a form shows it to who tapped and leaves the message alone', async () => {
    const answer = await trial.tap(megan, 'general', card, 'Not on track')
    expect(Object.keys(inputsOn(answer.value))).toContain('newDate')
    await trial.settle()
    expect(puts()).toEqual([])
  })

  test('delivered twice, with the same id or a new one, changes the item once', async () => {
    const button = buttonsOn(cardOf(card)).find(({ title }) => title === 'Done')!
    const tap = trial.tapOf(megan, 'general', card, button)
    const [first, again] = await Promise.all([trial.post(tap), trial.post(tap)])
    expect(again).toEqual(first)
    await trial.post({ ...tap, id: 'another' })
    expect(await trial.records.history(trial.project('general'), 'A-1')).toHaveLength(2)
  })

  test('of somebody whose item it is not changes nothing and says whose it is', async () => {
    const answer = await trial.tap(isaiah, 'general', card, 'Done')
    expect(wordsOn(answer.value)).toContain('Megan Bowen')
    await trial.settle()
    expect(puts()).toEqual([])
    expect(await item()).toMatchObject({ state: { status: 'open' } })
  })

  test('with a verb that no card has is answered kindly', async () => {
    const answer = await trial.tap(megan, 'general', card, { verb: 'item.explode', data: {} })
    expect(answer).toMatchObject({ statusCode: 200, type: CARD })
    expect(wordsOn(answer.value)).toContain('too old to be used')
  })

  test("the Playground's captured tap, whose verb is none of ours, is answered kindly", async () => {
    const { status, text } = await trial.post(trial.fixture('channel-adaptiveCardAction'))
    expect(status).toBe(200)
    expect(text).toContain('too old to be used')
  })
})

describe('a private look asked for by a button in the channel', () => {
  const status = () => ({ verb: 'status', data: { project: trial.project('general') } })

  test('goes to the 1:1 chat, and the channel gets no post for it', async () => {
    const answer = await trial.tap(adele, 'general', card, status())
    expect(answer).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: 'Sent to our chat',
    })
    expect(wordsIn(...trial.connector.messagesIn(trial.connector.chatWith(adele)))).toContain('for you only')
    expect(answer.posted.map(({ conversation }) => conversation)).toEqual([trial.connector.chatWith(adele)])
  })

  test('is shown to who tapped, and to nobody else, where the chat is blocked', async () => {
    trial.connector.block(adele)
    const answer = await trial.tap(adele, 'general', card, status())
    expect(wordsOn(answer.value)).toContain('for you only')
    expect(answer.posted).toEqual([])
    expect(puts()).toEqual([])
  })
})

describe('a card that is out of date', () => {
  test('says what changed, and the one in the channel shows how it stands', async () => {
    await trial.say(alex, 'chat', 'move A-1 to 11 Dec the files come late')
    const [date, why] = ['2026-12-18', 'on holiday']
    const move = { verb: 'item.move', data: dataOf(card, 'Done') }
    const answer = await trial.tap(megan, 'general', card, move, { newDate: date, why })
    expect(wordsOn(answer.value)).toContain('Alex Wilber changed this')
    expect(wordsOn(answer.value)).toContain('on holiday')
    await trial.settle()
    expect(inChannel()).toContain('11')
    expect(inChannel()).not.toContain('on holiday')
    expect((await item())?.due?.moves.at(-1)?.to).toBe('2026-12-11')

    const mine = buttonsOn(answer.value).find(({ title }) => title.startsWith('Use my'))!
    await trial.tap(megan, 'general', card, mine)
    expect((await item())?.due?.moves.at(-1)).toMatchObject({ to: date, why })
  })
})

describe('a name that fits several people', () => {
  let question: StandingMessage
  beforeEach(async () => {
    const [asked] = await trial.say(alex, 'general', 'action book the room @Megan by 4 Dec')
    question = asked!
  })

  test('is a choice, and the choice becomes the item in place of the question', async () => {
    expect(wordsIn(question)).toContain('Which Megan?')
    expect(await trial.records.item(trial.project('general'), 'A-2')).toBeNull()
    const answer = await trial.tap(alex, 'general', question, 'Megan Brown')
    expect(wordsOn(answer.value)).toMatch(/A-2[^]*book the room[^]*Megan Brown/)
    expect(answer.posted).toEqual([])
    expect(wordsIn(trial.connector.message(question.id))).toContain('A-2')
    const posted = await trial.records.posted(trial.project('general'), 'A-2')
    expect(posted?.message?.message).toBe(question.id)
  })

  test('chosen twice from one card is one item, shown as it stands by then', async () => {
    await trial.tap(alex, 'general', question, 'Megan Brown')
    await trial.say(alex, 'chat', 'done A-2')
    const again = await trial.tap(alex, 'general', question, 'Megan Brown')
    expect(wordsOn(again.value)).toContain('A-2 · done')
    expect(await trial.records.item(trial.project('general'), 'A-3')).toBeNull()
  })
})

describe('in the 1:1 chat', () => {
  test('a tap edits the message there', async () => {
    const [shown] = await trial.say(megan, 'chat', 'A-1')
    await trial.tap(megan, 'chat', shown!, 'Done')
    expect(wordsIn(trial.connector.message(shown!.id))).toContain('A-1 · done')
    await trial.settle()
    expect(inChannel()).toContain('A-1 · done')
  })

  test('the bot greets, and its button says to somebody without a project where to begin', async () => {
    const chat = trial.connector.chatWith(alex)
    const installed = trial.fixture('personal-installationUpdate')
    await trial.post(installed)
    await trial.post(installed)
    const [welcome, ...more] = trial.connector.messagesIn(chat)
    expect(more).toEqual([])
    const answer = await trial.tap(adele, 'chat', welcome!, 'My items')
    expect(wordsOn(answer.value)).toContain("I don't know a project of yours yet")
  })

  test('an update of the app greets nobody', async () => {
    const chat = trial.connector.chatWith(alex)
    await trial.post({ ...trial.fixture('personal-installationUpdate'), action: 'add-upgrade' })
    expect(trial.connector.messagesIn(chat)).toEqual([])
  })

  test('the chat that an installation tells of is the one that asks go to', async () => {
    const chat = trial.connector.chatWith(alex)
    await trial.post(trial.fixture('personal-installationUpdate'))
    const contact = await trial.storage.people.contact(TENANT_ID, alex.aadObjectId as PersonId)
    expect(contact).toMatchObject({ person: { name: 'Alex Wilber' }, reference: { conversation: chat } })
  })

  test('somebody on two projects is asked which, and the choice is answered for that one', async () => {
    await setUp(trial, 'announcements', { name: 'CRM renewal' })
    await trial.say(megan, 'general', 'mine')
    await trial.say(megan, 'announcements', 'mine')
    const [question] = await trial.say(megan, 'chat', 'actions')
    expect(
      buttonsOn(cardOf(question))
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['CRM renewal', 'ERP roll-out'])
    const answer = await trial.tap(megan, 'chat', question!, 'ERP roll-out')
    expect(wordsIn(...answer.posted) + wordsOn(answer.value)).toContain('price file')
  })

  test('somebody whom a record names is known there before they ever wrote in the channel', async () => {
    const [mine] = await trial.say(megan, 'chat', 'mine')
    expect(wordsIn(mine)).toContain('price file')
    const [nothing] = await trial.say(adele, 'chat', 'mine')
    expect(wordsIn(nothing)).toContain("I don't know a project of yours yet")
  })
})

function dataOf(message: StandingMessage, title: string) {
  return buttonsOn(cardOf(message)).find((button) => button.title === title)!.data
}
