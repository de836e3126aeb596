import { tablesConnection } from '../support/azurite'
import { buttonsOn } from '../support/sentCards'
import { cardOf, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { setUp } from './projects'

/* What somebody is answered whose words lack a record's number, or name one and ask for nothing that is known. */

const { alex, megan } = PEOPLE
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
  await trial.say(alex, 'general', 'action send the price file <at>Megan Bowen</at>', megan)
  await trial.say(alex, 'general', 'action book the room')
  await trial.say(megan, 'general', 'issue order total shows 0')
})
afterEach(() => trial.close())

const titles = (message: Parameters<typeof cardOf>[0]) => buttonsOn(cardOf(message)).map(({ title }) => title)

test('"done" alone offers what is one’s own, and a tap does it', async () => {
  const [asked] = await trial.say(megan, 'chat', 'done')
  expect(wordsIn(asked)).toContain('Which one?')
  expect(titles(asked)).toEqual(['A-1 send the price file'])
  const { posted } = await trial.tap(megan, 'chat', asked!, 'A-1 send the price file')
  expect(wordsIn(...posted)).toContain('A-1 · done')
})

test('"triage" alone offers the issues that nobody has rated', async () => {
  const [asked] = await trial.say(alex, 'chat', 'triage')
  expect(titles(asked)).toEqual(['I-1 order total shows 0'])
})

test('where nothing is one’s own, an example says how to say it', async () => {
  await trial.say(megan, 'chat', 'done A-1')
  const [asked] = await trial.say(megan, 'chat', 'done')
  expect(wordsIn(asked)).toContain('Say which one, by its number')
  expect(wordsIn(asked)).toContain('done A-12')
})

test('what was said is shown as it was seen, a mention as a name', async () => {
  const [answer] = await trial.say(alex, 'general', '<at>Megan Bowen</at> please send the price file', megan)
  expect(wordsIn(answer)).toContain('“@Megan Bowen please send the price file”')
  expect(titles(answer)).toEqual(['action send the price file @Megan Bowen', 'What can I say?'])
  const [other] = await trial.say(alex, 'general', 'sing for <at>Megan Bowen</at>', megan)
  expect(wordsIn(other)).toContain('sing for @Megan Bowen')
})

test('a sentence about a record that asks for nothing known leads to the record, and says what it takes', async () => {
  const [answer] = await trial.say(megan, 'chat', 'please forward A-1 to the vendor')
  expect(wordsIn(answer)).toContain('move A-1 to Friday')
  expect(titles(answer)).toEqual(['Show A-1', 'What can I say?'])
})
