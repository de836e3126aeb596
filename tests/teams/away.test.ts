import { tablesConnection } from '../support/azurite'
import { at } from '../support/builders'
import { buttonsOn } from '../support/sentCards'
import { cardOf, GENERAL, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

const { alex, megan, adele } = PEOPLE
const WEDNESDAY = at('2026-11-25', '16:00')
const ASK = at('2026-11-26', '10:00')
const POST = at('2026-11-27', '15:00')

let trial: TeamsTrial
beforeEach(async () => void (trial = await startTeamsTrial(tablesConnection())))
afterEach(() => trial.close())

/** What a person's 1:1 chat with the bot holds. */
function chatOf(person: typeof adele) {
  return trial.connector.messagesIn(trial.connector.chatWith(person))
}

/** The clock looks at this moment, and all that comes of it is sent. */
async function clockAt(moment: string): Promise<void> {
  trial.clock.set(moment)
  await trial.ticker.tick()
  await trial.settle()
}

/** A project that names people, in which Adele and Megan own an item each. */
async function givenTheirItems(): Promise<void> {
  await setUp(trial, 'general', { namesWhoIsMissing: 'true' })
  await trial.say(alex, 'general', `action price file <at>${adele.name}</at> by 4 Dec`, adele)
  await trial.say(alex, 'general', `action firewall <at>${megan.name}</at> by 5 Dec`, megan)
}

test('an owner goes away, the clock asks their delegate, who answers for them, and the recap says so', async () => {
  await givenTheirItems()
  trial.clock.set(WEDNESDAY)
  const [noted] = await trial.say(adele, 'chat', "I'm away until 3 Dec @Megan")
  expect(wordsIn(noted)).toContain('You are away until Thu Dec 3')
  expect(wordsIn(noted)).toContain('Megan Bowen is asked about your items instead')

  const before = chatOf(adele).length
  await clockAt(ASK)
  expect(chatOf(adele)).toHaveLength(before)
  const card = chatOf(megan).at(-1)
  expect(wordsIn(card)).toContain('You also answer for Adele Vance, away until')
  const [forAdele, herOwn] = buttonsOn(cardOf(card)).filter(({ title }) => title === 'Done')
  await trial.tap(megan, 'chat', card!, forAdele!)
  await trial.tap(megan, 'chat', card!, herOwn!)
  await trial.settle()
  const [history] = await trial.say(alex, 'general', 'history A-1')
  expect(wordsIn(history)).toContain('Megan Bowen for Adele Vance')

  await clockAt(POST)
  const recap = trial.connector.messagesIn(GENERAL).at(-1)
  expect(wordsIn(recap)).toContain('1 of 1 person answered')
  expect(wordsIn(recap)).toContain(
    'Adele Vance is away until Thu 3 Dec; Megan Bowen answered in their place.',
  )
})

test('a form asks for the day where none was said, and its card ends it', async () => {
  await givenTheirItems()
  const [form] = await trial.say(adele, 'chat', 'away')
  expect(wordsIn(form)).toContain('Until when are you away?')
  const late = { from: '2026-11-20', until: '2026-11-13', delegate: megan.aadObjectId }
  await trial.tap(adele, 'chat', form!, 'Save', late)
  expect(wordsIn(trial.connector.message(form!.id))).toContain('That day has passed.')
  expect(wordsIn(trial.connector.message(form!.id))).toContain('2026-11-13')
  await trial.tap(adele, 'chat', form!, 'Save', { ...late, until: '2026-12-03' })
  expect(wordsIn(trial.connector.message(form!.id))).toContain('You are away until Thu Dec 3')
  await trial.tap(adele, 'chat', trial.connector.message(form!.id)!, 'I am back')
  expect(wordsIn(trial.connector.message(form!.id))).toContain('Welcome back')
})

test('whether one is away is answered in one’s own chat, wherever it was said', async () => {
  await givenTheirItems()
  const posted = await trial.say(adele, 'general', 'away until 3 Dec')
  const channel = trial.connector.messagesIn(GENERAL).at(-1)
  expect(wordsIn(channel)).toContain('I sent it to you in our chat')
  expect(wordsIn(...posted, chatOf(adele).at(-1))).toContain('Nobody is asked in your place')
})

test('a card is put off on its owner’s wish, and comes back saying so', async () => {
  await givenTheirItems()
  await clockAt(ASK)
  const card = chatOf(megan).at(-1)!
  await trial.tap(megan, 'chat', card, 'Remind me later', { comment: 'the vendor has not called' })
  const opened = trial.connector.message(card.id)!
  expect(wordsIn(opened)).toContain('In an hour: Thu Nov 26, 10:00')
  await trial.tap(megan, 'chat', opened, 'An hour')
  expect(wordsIn(trial.connector.message(card.id))).toContain('I remind you Thu Nov 26, 10:00.')
  expect(wordsIn(trial.connector.message(card.id))).toContain('the vendor has not called')

  await clockAt(at('2026-11-26', '10:59'))
  expect(chatOf(megan).at(-1)?.id).toBe(card.id)
  await clockAt(at('2026-11-26', '11:00'))
  const reminder = chatOf(megan).at(-1)!
  expect(reminder.id).not.toBe(card.id)
  expect(wordsIn(reminder)).toContain('You asked me to remind you.')
  expect(reminder.activity.summary).toContain('You asked me to remind you.')
})
