import { tablesConnection } from '../support/azurite'
import type { StandingMessage } from '../support/connector'
import { inputsOn, wordsOn } from '../support/sentCards'
import { cardOf, GENERAL, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp, SETUP } from './projects'

const { alex, megan, patti } = PEOPLE
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  trial.speaks(megan, 'de-DE')
})
afterEach(() => trial.close())

const inChat = () => trial.connector.messagesIn(trial.connector.chatWith(megan))

describe('a German in the 1:1 chat', () => {
  test.each([
    ['mine', 'Für Megan Bowen ist nichts offen'],
    ['help', 'Was Sie schreiben können'],
    ['quux', 'Das habe ich nicht verstanden'],
    ['A-99', 'A-99 gibt es hier nicht'],
    ['move A-99', 'A-99'],
    ['done', 'Es fehlt die Nummer'],
    ['setup', 'Es wurde nichts geändert'],
    ['undo', 'Von Ihnen gibt es nichts zurückzunehmen'],
    ['away until 20 Dec', 'Sie sind abwesend: bis So 20.\u00A0Dez'],
  ])('reads German after "%s"', async (text, words) => {
    await trial.say(megan, 'general', 'hi')
    expect(wordsIn(...(await trial.say(megan, 'chat', text)))).toContain(words)
  })

  test('reads in German what is in the file that is offered', async () => {
    await trial.say(megan, 'general', 'hi')
    const [offer] = await trial.say(megan, 'chat', 'export')
    expect(offer?.activity.attachments).toMatchObject([
      { content: { description: 'Probleme, Aufgaben, Verschiebungen, Wochenberichte und Projektwissen.' } },
    ])
  })

  test('is not taken for an Englishman because one activity tells no language', async () => {
    await trial.say(megan, 'chat', 'hi')
    const { locale: _, entities: __, ...silent } = trial.messageBy(megan, 'chat', 'hi')
    await trial.post(silent)
    await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at>', megan)
    await trial.say(alex, 'general', 'ask now')
    await trial.settle()
    expect(wordsIn(inChat().at(-1))).toContain('Wie steht es um Ihre Aufgabe?')
  })

  test('who leads sets the week up with German days, and reads in German what is wrong', async () => {
    trial.speaks(alex, 'de-DE')
    const [form] = await trial.say(alex, 'chat', 'setup')
    expect(inputsOn(cardOf(form))).toMatchObject({ ask: 'Do 10:00', remind: 'Fr 09:00' })
    const wrong = await trial.tap(alex, 'chat', form!, 'Speichern', {
      ...SETUP,
      ask: 'irgendwann',
      goLiveWhy: '',
    })
    expect(wordsOn(wrong.value)).toContain('Bitte „Ich frage“ als Tag und Uhrzeit angeben, etwa Do 10:00.')
    expect(inputsOn(wrong.value)).toMatchObject({ ask: 'irgendwann', remind: 'Fr 09:00' })
    await trial.tap(alex, 'chat', form!, 'Speichern', { ...SETUP, ask: 'Mittwoch 9 Uhr', goLiveWhy: '' })
    const stored = await trial.records.project(trial.project('general'))
    expect(stored?.record.week.ask).toEqual({ day: 3, time: '09:00' })
  })

  test('gets the weekly card in German, and its answer as well', async () => {
    await trial.say(megan, 'chat', 'hi')
    await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at> by 4 Dec', megan)
    await trial.say(alex, 'general', 'ask now')
    await trial.settle()
    const [card] = inChat().slice(-1)
    expect(wordsIn(card)).toContain('Wie steht es um Ihre Aufgabe?')
    expect(wordsIn(card)).toContain('Fr 4.\u00A0Dez')
    const answer = await trial.tap(megan, 'chat', card!, 'Erledigt')
    expect(wordsOn(answer.value)).toContain('Danke, Megan')
    expect(wordsIn(trial.connector.message(card!.id))).toContain('Danke, Megan')
    await trial.settle()
    const week = trial.connector.messagesIn(GENERAL).map((one) => wordsIn(one))
    expect(week.filter((words) => words.includes('The one person asked has answered'))).toHaveLength(1)
  })
})

describe('a German in the channel', () => {
  let card: StandingMessage
  beforeEach(async () => {
    const [posted] = await trial.say(
      alex,
      'general',
      'action send the price file <at>Megan Bowen</at> by 4 Dec',
      megan,
    )
    card = posted!
  })

  test('who taps a card that many read leaves it in English, for everybody and on the own screen', async () => {
    const answer = await trial.tap(megan, 'general', card, 'Done')
    await trial.settle()
    const standing = trial.connector.message(card.id)
    expect(wordsIn(standing)).toContain('A-1 · done')
    expect(cardOf(standing)).toEqual(answer.value)
    const history = await trial.tap(megan, 'general', standing!, 'History')
    expect(wordsOn(history.value)).toContain('Megan Bowen')
    expect(wordsOn(history.value)).not.toContain('Verlauf')
  })

  test('reads a form that nobody else sees in German', async () => {
    const form = await trial.tap(megan, 'general', card, 'Not on track')
    expect(wordsOn(form.value)).toContain('Was steht im Weg?')
    await trial.settle()
    expect(wordsIn(trial.connector.message(card.id))).toContain('Not on track')
  })

  test('opens the own weekly card from the channel in German, and leaves the card of the week in English', async () => {
    await trial.say(alex, 'general', 'ask now')
    await trial.settle()
    const week = trial.connector.messagesIn(GENERAL).at(-1)
    const mine = await trial.tap(megan, 'general', week!, 'Answer my items')
    expect(wordsOn(mine.value)).toContain('Wie steht es um Ihre Aufgabe?')
    expect(wordsIn(trial.connector.message(week!.id))).toContain('0 of 1')
  })

  test('is answered there in English, and told in German what comes in the chat', async () => {
    const [answer] = await trial.say(megan, 'general', 'A-1')
    expect(wordsIn(answer)).toContain('Not on track')
    const [unknown] = await trial.say(megan, 'general', 'quux')
    expect(wordsIn(unknown)).toContain('I did not understand that')
    const look = { verb: 'status', data: { project: trial.project('general') } }
    const sent = await trial.tap(megan, 'general', card, look)
    expect(sent.value).toBe('In unserem Chat gesendet')
    expect(wordsIn(...inChat())).toContain('Jetziger Stand, nur für Sie')
  })

  test('is told in German of what was waited for', async () => {
    await trial.say(megan, 'chat', 'hi')
    await trial.say(
      alex,
      'general',
      'action book the room <at>Patti Fernandez</at> for <at>Megan Bowen</at>',
      patti,
      megan,
    )
    await trial.say(patti, 'chat', 'done A-2')
    await trial.settle()
    expect(wordsIn(inChat().at(-1))).toContain('Erledigt')
  })
})
