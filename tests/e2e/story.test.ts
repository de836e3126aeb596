import type { Locator } from 'playwright-core'
import { Playground } from '../support/playground'
import { textOf } from '../support/playgroundLog'
import { startTrial, type Trial } from '../support/trial'

/*
 * The main job from one end to the other, as a project lead lives it, on real parts: Azurite, the service, the
 * Playground's page in a browser, the tab. Each test goes on where the one before it stopped.
 */

/** What the card of how the project runs says, and no other. */
const ANCHOR = 'This card follows every change'

describe('a project from its setup to its first recap', () => {
  let trial: Trial
  let playground: Playground

  beforeAll(async () => {
    trial = await startTrial()
    playground = await Playground.open(trial.playgroundUrl)
  })
  afterAll(async () => {
    await playground.close()
    await trial.stop()
  })

  test('the bot introduces itself where it is added', async () => {
    await playground.card('What can I say?').waitFor()
    await playground.goTo('Announcements')
    await playground.card('Alex Wilber added me').waitFor()
  })

  test('the lead sets the project up in one form', async () => {
    await playground.say('@Plumbline setup')
    const form = playground.card('Who leads it?')
    await form.getByLabel('Project').fill('ERP roll-out')
    await form.getByLabel('Customer').fill('Northwind Traders')
    await form.getByLabel('Time zone').fill('Europe/Copenhagen')
    await form.getByLabel('Workstreams, one a line').fill('Data migration\nIntegrations')
    await press(form, 'Save')
    const done = playground.card('The project is set up')
    await shows(
      done,
      'Northwind Traders · ERP roll-out',
      'Data migration and Integrations',
      'Europe/Copenhagen',
    )
  })

  test('an action item is written down from one sentence, with a mention and a date in words', async () => {
    await playground.say(
      '@Plumbline action send the price file @Megan Bowen for @Adele Vance by Friday unblocks load test',
    )
    await shows(
      playground.card('A-1 · open'),
      'send the price file',
      'Megan Bowen',
      'Adele Vance',
      'load test',
      'Fri',
    )
    await playground.say('@Plumbline action book the training room @Alex Wilber by 15 Dec')
    await shows(playground.card('A-2 · open'), 'book the training room', 'Alex Wilber', 'Dec')
  })

  test('an issue is saved first, and asked about after', async () => {
    await playground.say('@Plumbline issue order total shows 0')
    const card = playground.card('I-1 · new')
    await card.getByLabel('Where in the system?').fill('Web shop, checkout')
    await card.getByText('Show-stopper: no way to work').click()
    await press(card, 'Save')
    await shows(playground.card('Web shop, checkout'), 'order total shows 0', 'Show-stopper')
  })

  test('tabs can not be pinned in a trial, which it says; the page itself is posted as a card', async () => {
    await playground.say('@Plumbline pin')
    const card = playground.card('Nothing to pin to in a trial')
    await shows(card, 'Press + at the top of the channel', 'Choose Plumbline', 'Press Save')
    await press(card, 'Post the page')
    await shows(playground.card(ANCHOR), 'Northwind Traders · ERP roll-out', 'Ask Alex Wilber')
  })

  test('what is added to the source of truth shows on that card, in place, and answers who asks for it', async () => {
    await playground.say('@Plumbline source add Cutover plan https://northwind.example/cutover')
    await playground.card(ANCHOR).filter({ hasText: 'Cutover plan' }).waitFor()
    expect(await playground.page.locator('.ac-adaptiveCard').filter({ hasText: ANCHOR }).count()).toBe(1)
    await playground.say('@Plumbline where is the cutovr plan?')
    const answer = playground.card('where is the cutovr plan?')
    await answer.getByRole('link', { name: 'Cutover plan' }).waitFor()
  })

  test('a question that nothing answers waits for the lead, whose answer reaches who asked', async () => {
    await playground.say('@Plumbline where is the packing list?')
    await shows(playground.card('That is not on the page yet'), 'where is the packing list?')
    await playground.pressAs(
      'Megan Bowen',
      await playground.cardSent('where is the packing list?'),
      'Ask Alex',
    )
    await playground.goTo('Personal Chat')
    const asked = playground.card('Megan Bowen asks')
    await press(asked, 'Write the answer')
    const form = playground.card('Link or text')
    await form.getByLabel('Title').fill('Packing list')
    await form.getByLabel('Link or text').fill('It hangs at gate 4 and is printed anew each morning.')
    await press(form, 'Save')
    await press(playground.card('Does it answer this?'), 'Answers it')
    await playground.until(
      () => playground.messagesTo('Megan Bowen').some(({ card }) => textOf(card).includes('hangs at gate 4')),
      'the answer to Megan',
    )
    await playground.goTo('Announcements')
    await playground.card(ANCHOR).filter({ hasText: 'Packing list' }).waitFor()
  })

  test('"ask now" asks each owner in their own chat and counts in the channel', async () => {
    await playground.say('@Plumbline ask now')
    await playground.card('0 of 2 have answered').waitFor()
    // Behind the answer to her question.
    const asked = textOf((await playground.messageTo('Megan Bowen', 2)).card)
    expect(asked).toContain('send the price file')
    expect(asked).not.toContain('book the training room')
    expect(playground.messagesTo('Adele Vance')).toEqual([])
  })

  test('a restart of the service loses nothing', async () => {
    await trial.restartService()
    await playground.say('@Plumbline A-1')
    await shows(playground.card('A-1 · open'), 'send the price file', 'Megan Bowen')
  })

  test('owners answer with one tap each, and the card in the channel follows', async () => {
    await playground.pressAs('Megan Bowen', await playground.messageTo('Megan Bowen', 2), 'Done')
    await playground.card('1 of 2 has answered').waitFor()
    expect(textOf((await playground.messageTo('Adele Vance')).card)).toContain('You can go on: load test')

    await playground.goTo('Personal Chat')
    await press(playground.card('book the training room'), 'On track')
    await playground.goTo('Announcements')
    await playground.card('All 2 have answered').waitFor()
  })

  test('the recap says what was done and what is open', async () => {
    await playground.say('@Plumbline recap now')
    const recap = playground.card('1 new, 0 closed, 1 open')
    await shows(recap, 'ERP roll-out, Northwind Traders', 'send the price file', '2 of 2 people answered')
  })

  test('the tab shows all of it', async () => {
    const { page } = playground
    await page.goto(`${trial.serviceUrl}/tab/`)
    await page.getByText('order total shows 0').first().waitFor()
    await page.goto(`${trial.serviceUrl}/tab/items`)
    await page.getByText('book the training room').first().waitFor()
    await page.goto(`${trial.serviceUrl}/tab/recaps`)
    await page.getByText('2 of 2 people answered').first().waitFor()
  })
})

async function press(card: Locator, button: string): Promise<void> {
  await card.getByRole('button', { name: button, exact: true }).click()
}

/** Waits for the card and holds it to these words. */
async function shows(card: Locator, ...words: string[]): Promise<void> {
  await card.waitFor()
  const text = await card.innerText()
  for (const word of words) expect(text).toContain(word)
}
