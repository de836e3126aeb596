import { mailPage } from '../../bot/mail/mailPage'
import { mailText } from '../../bot/mail/mailText'
import type { WeekId } from '../../bot/domain/week'
import { tablesConnection } from '../support/azurite'
import { inputsOn, wordsOn } from '../support/sentCards'
import { cardOf, GENERAL, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { SETUP } from './projects'

/* A project whose channel is German, with Alex, who leads it and reads German, and Megan, who reads English. */

const { alex, megan } = PEOPLE
const WEEK = '2026-W47' as WeekId
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  trial.speaks(alex, 'de-DE')
})
afterEach(() => trial.close())

const inChannel = () => trial.connector.messagesIn(GENERAL)
const stored = async () => (await trial.records.project(trial.project('general')))?.record

async function setUpInGerman() {
  const [form] = await trial.say(alex, 'general', 'setup')
  const { language } = inputsOn(cardOf(form))
  return { language, saved: await trial.tap(alex, 'general', form!, 'Speichern', { ...SETUP, language }) }
}

test('the form of a German offers German, and speaks it before there is a project', async () => {
  const { language, saved } = await setUpInGerman()
  expect(language).toBe('de')
  expect(wordsOn(saved.value)).toContain('Deutsch')
  expect(await stored()).toMatchObject({ language: 'de' })
})

test('everybody reads German in the channel, each their own language in the chat', async () => {
  await setUpInGerman()
  const [said] = await trial.say(
    megan,
    'general',
    'action send the price file <at>Megan Bowen</at> by 4 Dec',
    megan,
  )
  expect(wordsIn(said)).toContain('Nicht im Plan')
  const [unknown] = await trial.say(megan, 'general', 'quux')
  expect(wordsIn(unknown)).toContain('Das habe ich nicht verstanden')
  await trial.say(megan, 'chat', 'hi')
  await trial.say(alex, 'general', 'ask now')
  await trial.settle()
  expect(wordsIn(inChannel().at(-1))).toContain('0 von 1')
  expect(wordsIn(trial.connector.messagesIn(trial.connector.chatWith(megan)).at(-1))).toContain(
    'Not on track',
  )
})

test('the page of how the project runs has its usual places in German', async () => {
  await setUpInGerman()
  const [page] = await trial.say(megan, 'general', 'source')
  expect(wordsIn(page)).toContain('Wie man ein Problem meldet')
  expect(wordsIn(page)).not.toContain('How to report an issue')
})

test('the recap is posted and mailed in German, and stays so when the channel goes over to English', async () => {
  await setUpInGerman()
  await trial.say(megan, 'general', 'action send the price file <at>Megan Bowen</at> by 20 Nov', megan)
  trial.clock.advance(24 * 3_600_000)
  await trial.say(alex, 'general', 'recap now')
  await trial.settle()
  const posted = inChannel().find((message) => wordsIn(message).includes('Woche 47'))
  expect(wordsIn(posted)).toContain(': 1 Aufgabe 1 Tag überfällig')
  expect(wordsIn(posted)).toContain('Niemand hat diesen Bericht bearbeitet.')

  const [form] = await trial.say(alex, 'general', 'setup')
  const english = { ...SETUP, language: 'en', goLiveWhy: '' }
  const changed = await trial.tap(alex, 'general', form!, 'Speichern', english)
  expect(wordsOn(changed.value)).toContain('Sprache')
  expect(await stored()).toMatchObject({ language: 'en' })
  const [unknown] = await trial.say(megan, 'general', 'quux')
  expect(wordsIn(unknown)).toContain('I did not understand that')

  const recap = (await trial.records.recap(trial.project('general'), WEEK))?.record.recap
  expect(recap?.language).toBe('de')
  expect(mailPage(recap!)).toContain('<html lang="de">')
  const mail = mailText(recap!)
  expect(mail).toContain('ÜBERFÄLLIG (1)')
  expect(mail).toContain('Woche 47')
  expect(mail).not.toMatch(/\b(Late|due|week|Nobody|Issues|open)\b/)
})
