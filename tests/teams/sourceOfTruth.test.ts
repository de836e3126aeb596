import { tablesConnection } from '../support/azurite'
import { cardOf, GENERAL, PEOPLE, startTeamsTrial, wordsIn, type TeamsTrial } from '../support/teamsTrial'
import { buttonsOn } from '../support/sentCards'
import { setUp } from './projects'

const { alex, lynne, patti } = PEOPLE
let trial: TeamsTrial
beforeEach(async () => {
  trial = await startTeamsTrial(tablesConnection())
  await setUp(trial)
})
afterEach(() => trial.close())

/** The card in the channel that says how the project runs, as it stands there now. */
function anchor() {
  const all = trial.connector
    .messagesIn(GENERAL)
    .filter((message) => wordsIn(message).includes('follows every change'))
  return all.at(-1)
}

test('from a question without an answer to the answer, in the channel and in chat', async () => {
  await trial.say(lynne, 'general', 'mine')
  const saved = trial.connector
    .messagesIn(GENERAL)
    .find((message) => wordsIn(message).includes('The project is set up'))
  if (!saved) throw new Error('The project was not set up')
  await trial.tap(alex, 'general', saved, 'Post the page')
  await trial.settle()
  expect(wordsIn(anchor())).toContain('Not written yet')
  const first = anchor()?.id

  const [written] = await trial.say(patti, 'general', 'source add UAT guide https://northwind.example/uat')
  expect(wordsIn(written)).toContain('Saved. It stands on the page now.')
  await trial.settle()
  expect(anchor()?.id).toBe(first)
  expect(wordsIn(anchor())).toContain('1 of 1')

  const [answer] = await trial.say(lynne, 'chat', 'where can I find the acceptance test guide?')
  expect(wordsIn(answer)).toContain('[UAT guide](https://northwind.example/uat)')
  const [none] = await trial.say(lynne, 'chat', 'who signs for the Rotterdam warehouse?')
  expect(wordsIn(none)).toContain('That is not on the page yet')
  await trial.tap(lynne, 'chat', none!, 'Ask Alex')
  await trial.settle()
  const asked = trial.connector.messagesIn(trial.connector.chatWith(alex)).at(-1)
  expect(wordsIn(asked)).toContain('Lynne Robbins asks')

  const form = await trial.tap(alex, 'chat', asked!, 'Write the answer')
  const saves = { title: 'Dock rules', content: 'In Rotterdam, Patti signs.', about: 'other', owner: 'none' }
  const entry = await trial.tap(alex, 'chat', form.posted.at(-1)!, 'Save', saves)
  const settle = buttonsOn(entry.value).find(({ title }) => title === 'Answers it')
  await trial.tap(alex, 'chat', form.posted.at(-1)!, settle!)
  await trial.settle()
  const told = trial.connector.messagesIn(trial.connector.chatWith(lynne)).at(-1)
  expect(wordsIn(told)).toContain('There is an answer')
  expect(wordsIn(told)).toContain('In Rotterdam, Patti signs.')
  expect(anchor()?.id).toBe(first)
  expect(wordsIn(anchor())).toContain('Dock rules')
  expect(wordsIn(anchor())).toContain('2 of 2')
})

test('what somebody opens on the channel’s card is for them alone; the card stays for the others', async () => {
  await trial.say(alex, 'general', 'anchor')
  await trial.settle()
  const before = wordsIn(anchor())
  const opened = await trial.tap(patti, 'general', anchor()!, 'Verify mine')
  expect(JSON.stringify(opened.value)).toContain('Nothing waits for your word')
  const form = await trial.tap(patti, 'general', anchor()!, 'Add')
  const save = buttonsOn(form.value).find(({ title }) => title === 'Save')
  const saved = await trial.tap(patti, 'general', anchor()!, save!, {
    title: 'VPN',
    content: 'Ask the desk.',
  })
  expect(JSON.stringify(saved.value)).toContain('Saved.')
  expect(wordsIn(anchor())).toBe(before)
  await trial.settle()
  expect(wordsIn(anchor())).toContain('VPN')
})

test('the anchor is posted again where it was deleted, once', async () => {
  await trial.say(alex, 'general', 'anchor')
  await trial.settle()
  const first = anchor()!
  trial.connector.remove(first.id)
  await trial.say(alex, 'general', 'source add VPN access: ask the desk')
  await trial.settle()
  expect(anchor()?.id).not.toBe(first.id)
  await trial.say(alex, 'general', 'source add Parking: behind the house')
  await trial.settle()
  expect(wordsIn(anchor())).toContain('Parking')
  const all = trial.connector
    .messagesIn(GENERAL)
    .filter((message) => wordsIn(message).includes('follows every change'))
  expect(all).toHaveLength(1)
})

test('everybody is asked once to read a change, and the card counts in place', async () => {
  const [form] = await trial.say(patti, 'general', 'source add')
  await trial.tap(patti, 'general', form!, 'Save', {
    title: 'How to request a change',
    content: 'Write to Adele.',
    toBeRead: 'true',
  })
  await trial.settle()
  const notice = () => trial.connector.messagesIn(GENERAL).find((one) => wordsIn(one).includes('read it'))
  expect(wordsIn(notice())).toContain('0 of 6 have read it.')
  await trial.tap(lynne, 'general', notice()!, 'I have read it')
  await trial.tap(lynne, 'general', notice()!, 'I have read it')
  await trial.settle()
  expect(wordsIn(notice())).toContain('1 of 6 has read it.')
})

test('an entry’s card in the channel follows what is said of it elsewhere', async () => {
  await trial.say(patti, 'general', 'source add UAT guide https://northwind.example/uat')
  const [card] = await trial.say(lynne, 'general', 'S-8')
  await trial.say(patti, 'chat', 'change S-8 https://northwind.example/uat2')
  await trial.settle()
  expect(wordsIn(trial.connector.message(card!.id))).toContain('northwind.example/uat2')
  expect(cardOf(card)).toBeDefined()
})
