import { Playground } from '../support/playground'
import { textOf } from '../support/playgroundLog'
import { startTrial, type Trial } from '../support/trial'

describe('the Playground, driven as a person would', () => {
  let trial: Trial
  let playground: Playground

  beforeAll(async () => {
    trial = await startTrial('echoBot')
    playground = await Playground.open(trial.playgroundUrl)
  })
  afterAll(async () => {
    await playground.close()
    await trial.stop()
  })

  test('a message in the own chat is answered with a card', async () => {
    await playground.goTo('Personal Chat')
    await playground.say('mine')
    await playground.card('You said: mine').waitFor()
  })

  test('a post that mentions the bot and a person reaches it, and its card takes an answer', async () => {
    await playground.goTo('General')
    const post = () => playground.say('@Plumbline action send the price file @Megan Bowen by Friday')
    await post()
    const card = playground.card('You said: action send the price file Megan Bowen by Friday')
    // Not every answer is drawn, as `shown` says, and into this one something is typed.
    await card.waitFor({ timeout: 5_000 }).catch(post)
    await card.getByLabel('Why').fill('the supplier is late')
    await card.getByRole('button', { name: 'Answer' }).click()
    const answered = playground.card('You answered')
    await answered.waitFor()
    expect(await answered.innerText()).toContain('the supplier is late')
  })

  test('a reply in a thread stays in it', async () => {
    await playground.goTo('Announcements')
    await playground.say('@Plumbline first')
    await playground.shown('You said: first')
    await playground.say('@Plumbline second')
    await playground.shown('You said: second')
    await playground.reply('You said: first', '@Plumbline below')
    const thread = playground.page.getByRole('group').filter({ hasText: 'You said: first' })
    await thread.getByText('You said: below').waitFor()
    expect(await thread.count()).toBe(1)
  })

  test('what the bot tells Megan in her own chat can be read, and answered as her', async () => {
    await playground.goTo('General')
    await playground.say('@Plumbline tell Megan')
    const message = await playground.messageTo('Megan Bowen')
    expect(textOf(message.card)).toContain('For you, Megan Bowen')

    await playground.pressAs('Megan Bowen', message, 'Answer', { why: 'the supplier is late' })
    await playground.until(
      () =>
        playground
          .messagesTo('Megan Bowen')
          .some(({ card }) => textOf(card).includes('the supplier is late')),
      'the edited card in her chat',
    )
    expect(playground.messagesTo('Megan Bowen')).toHaveLength(1)
    expect(playground.messagesTo('Adele Vance')).toEqual([])
  })

  test('after a restart of the service the chat goes on', async () => {
    await trial.restartService()
    await playground.goTo('Personal Chat')
    await playground.say('still there')
    await playground.card('You said: still there').waitFor()
  })
})
