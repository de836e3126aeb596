import { card } from '../../bot/contract/common'
import { myCard } from '../../bot/contract/myCard'
import { paths } from '../../bot/contract/paths'
import { postedRecap, recapList } from '../../bot/contract/recap'
import { start } from '../../bot/contract/session'
import { ADELE, ALEX, aPerson, LYNNE, MEGAN, THIS_WEEK } from '../support/builders'
import { serveTab, type ServedTab } from '../support/servedTab'

let tab: ServedTab

beforeEach(async () => {
  tab = await serveTab()
  await tab.setUp()
})
afterEach(() => tab.close())

async function anItemOf(owner: typeof MEGAN, title = 'Send the price file') {
  await tab.inChat(ALEX, {
    do: 'addItem',
    title,
    owner,
    for: LYNNE,
    due: null,
    unblocks: null,
    workstream: null,
    conversation: null,
  })
}

const press = (verb: string, data: object) => ({
  verb,
  data: { project: tab.project, week: THIS_WEEK, ...data },
})

it('has no card before the week was asked', async () => {
  const answer = await tab.ask(MEGAN, paths.myCard(tab.project))
  expect(myCard.parse(answer.body)).toEqual({ week: THIS_WEEK, card: null })
})

it('gives each owner the card that they have in the chat, and nobody another’s', async () => {
  await anItemOf(MEGAN)
  await anItemOf(ADELE, 'Book the rooms')
  await tab.inChat(ALEX, { do: 'askNow' })
  const megan = await tab.ask(MEGAN, paths.myCard(tab.project))
  const adele = await tab.ask(ADELE, paths.myCard(tab.project))
  expect(megan.text).toContain('Send the price file')
  expect(megan.text).not.toContain('Book the rooms')
  expect(adele.text).toContain('Book the rooms')
})

it('takes an answer as the chat does: the item changes, the count too, and the card comes back answered', async () => {
  await anItemOf(MEGAN)
  await tab.inChat(ALEX, { do: 'askNow' })
  const before = await tab.ask(MEGAN, paths.myCard(tab.project))
  const answered = await tab.ask(
    MEGAN,
    paths.myCard(tab.project),
    press('week.answer', { item: 'A-1', says: 'done' }),
  )
  expect(answered.status).toBe(200)
  expect(answered.text).not.toBe(before.text)
  expect((await tab.records.item(tab.project, 'A-1'))?.record.state).toMatchObject({ status: 'done' })
  expect(start.parse((await tab.ask(LYNNE, paths.start)).body).open?.project.answers).toEqual({
    asked: 1,
    answered: 1,
  })
  expect(tab.woken).toContain(tab.project)
})

it('asks on the card for what "not on track" still needs', async () => {
  await anItemOf(MEGAN)
  await tab.inChat(ALEX, { do: 'askNow' })
  const answer = await tab.ask(
    MEGAN,
    paths.myCard(tab.project),
    press('week.answer', {
      item: 'A-1',
      says: 'notOnTrack',
      'why.A-1': '',
      'newDate.A-1': '',
      'needs.A-1': 'none',
    }),
  )
  expect(card.safeParse(myCard.parse(answer.body).card).success).toBe(true)
  expect((await tab.records.item(tab.project, 'A-1'))?.record.state).toEqual({ status: 'open' })
})

it.each([
  ['a verb that no card has', 'rm.everything', {}, 400],
  ['a button of another project’s card', 'week.noChange', { project: 'another' }, 404],
  ['a sentence, which is the chat’s', 'say', { text: 'recap now' }, 400],
])('does not take %s', async (_, verb, data, status) => {
  const answer = await tab.ask(MEGAN, paths.myCard(tab.project), press(verb, data))
  expect(answer.status).toBe(status)
})

it('lets no member post the recap over the card’s address', async () => {
  const answer = await tab.ask(MEGAN, paths.myCard(tab.project), press('recap.post', {}))
  expect(answer.status).toBe(200)
  expect(await tab.records.recaps(tab.project, null, 5)).toEqual([])
})

it('lists the posted recaps and gives the very card that was posted', async () => {
  await anItemOf(MEGAN)
  const outcome = await tab.inChat(ALEX, { do: 'postRecap', edit: null })
  if (outcome.kind !== 'recapPosted') throw new Error(outcome.kind)
  const list = recapList.parse((await tab.ask(LYNNE, paths.recaps(tab.project))).body)
  expect(list.rows).toMatchObject([{ week: THIS_WEEK, postedBy: { name: 'Alex Wilber' }, answered: null }])
  const answer = await tab.ask(LYNNE, paths.recap(tab.project, THIS_WEEK))
  expect(postedRecap.parse(answer.body).card).toEqual(outcome.posted.card)
})

it('gives no recap to somebody outside the team', async () => {
  await tab.inChat(ALEX, { do: 'postRecap', edit: null })
  const answer = await tab.ask(aPerson('A Stranger'), paths.recap(tab.project, THIS_WEEK))
  // Local mode knows only its own people, so a stranger has no token at all.
  expect(answer.status).toBe(401)
})
