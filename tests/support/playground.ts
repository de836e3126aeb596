import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { errors, type Browser, type Locator, type Page } from 'playwright-core'
import { playgroundWorld } from '../../bot/local/playgroundWorld'
import { launchBrowser } from './browser'
import {
  buttonsOf,
  cardInChannel,
  listenToLog,
  type CallLog,
  messagesTo,
  type ChatMessage,
} from './playgroundLog'

/** Where one can chat: the current user's own chat with the bot, and the team's two channels. */
export type Place = 'Personal Chat' | 'General' | 'Announcements'
export type PersonName = (typeof playgroundWorld.people)[number]['name']

const CONVERSATION: Readonly<Record<Place, string>> = {
  'Personal Chat': playgroundWorld.personalChatId,
  General: playgroundWorld.general.id,
  Announcements: playgroundWorld.announcements.id,
}

const MENTIONABLE = [playgroundWorld.bot.name, ...playgroundWorld.people.slice(1).map(({ name }) => name)]
const MENTION = new RegExp(`@(${MENTIONABLE.join('|')})`)

/** Longer than an answer takes, in ms. */
const DRAWN_WITHIN = 5_000

/** Microsoft's Playground, driven through its page as Alex Wilber, the current user. */
export class Playground {
  readonly #browser: Browser
  #place: Place = 'Personal Chat'

  private constructor(
    browser: Browser,
    readonly page: Page,
    /** Every call between the Playground and the bot since the page was opened. */
    private readonly log: CallLog,
    private readonly address: string,
  ) {
    this.#browser = browser
  }

  static async open(address: string): Promise<Playground> {
    const browser = await launchBrowser()
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
    // Its page asks Microsoft's CDN for a font. Tests ask nobody outside this machine.
    await page.route(
      (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
      (route) => route.abort(),
    )
    const log = listenToLog(page)
    await page.goto(address)
    await page.getByRole('treeitem', { name: 'Personal Chat' }).click()
    return new Playground(browser, page, log, address)
  }

  /** Goes there, and waits until the page did: what is typed before that would be posted where one was. */
  async goTo(place: Place): Promise<void> {
    await this.page.getByRole('treeitem', { name: place }).click()
    await this.page.waitForFunction(isChosen, place)
    this.#place = place
  }

  /**
   * Says it where we are; `@Plumbline` and `@Megan Bowen` become mentions in a channel, where it is a new post.
   * Resolves when the Playground took it: wait for the answer with `card(...).waitFor()`.
   */
  async say(text: string): Promise<void> {
    const isChat = this.#place === 'Personal Chat'
    await this.#type(
      isChat ? this.page.getByRole('textbox').last() : this.page.getByRole('textbox').first(),
      text,
    )
    await this.#taken(() =>
      isChat
        ? this.page.keyboard.press('Enter')
        : this.page.getByRole('button', { name: 'Post', exact: true }).click(),
    )
  }

  /** Says it in the thread of the newest post that shows `about`. */
  async reply(about: string, text: string): Promise<void> {
    const post = this.page.getByRole('group').filter({ hasText: about }).first()
    await this.#type(post.getByRole('textbox').last(), text)
    await this.#taken(() => this.page.keyboard.press('Enter'))
  }

  /** The newest card here that shows the text. Its inputs and buttons are found by label and name inside it. */
  card(text: string | RegExp): Locator {
    const cards = this.page.locator('.ac-adaptiveCard').filter({ hasText: text })
    return this.#place === 'Personal Chat' ? cards.last() : cards.first()
  }

  /**
   * Waits for the newest card here that shows the text. An answer that reaches the Playground's page before it knows
   * of the post itself is not drawn (14 ms after the post, in one that was looked at): gone to anew, the place has it,
   * to be read: what is typed into it there the Playground may lose.
   */
  async shown(text: string | RegExp): Promise<void> {
    const card = this.card(text)
    await card.waitFor({ timeout: DRAWN_WITHIN }).catch(async (cause: unknown) => {
      if (!(cause instanceof errors.TimeoutError)) throw cause
      const here = this.#place
      await this.goTo(here === 'General' ? 'Announcements' : 'General')
      await this.goTo(here)
      await card.waitFor()
    })
  }

  /** What the bot sent to a person's own chat with it. Alex's stands on the page, under Personal Chat. */
  messagesTo(person: PersonName): readonly ChatMessage[] {
    return messagesTo(this.log.calls, idOf(person))
  }

  /** Waits until the bot sent so many messages to a person's own chat, and gives the latest. */
  async messageTo(person: PersonName, count = 1): Promise<ChatMessage> {
    await this.until(() => this.messagesTo(person).length >= count, `message ${count} to ${person}`)
    const latest = this.messagesTo(person).at(-1)
    if (latest === undefined) throw new RangeError('Asked for no message')
    return latest
  }

  /** Waits for a card of a channel that has the words in its own text. */
  async cardSent(words: string): Promise<ChatMessage> {
    await this.until(() => cardInChannel(this.log.calls, words) !== undefined, `a card with "${words}"`)
    const found = cardInChannel(this.log.calls, words)
    if (found === undefined) throw new RangeError('It was there a moment ago')
    return found
  }

  /**
   * Presses a button of a card as any of the six, with what they put into its inputs. The page plays Alex only; the
   * Playground itself passes on what the others press.
   */
  async pressAs(person: PersonName, message: ChatMessage, title: string, inputs: object = {}): Promise<void> {
    const found = buttonsOf(message.card).find((button) => button.title === title)
    if (found === undefined) throw new RangeError(`The card has no button "${title}"`)
    const response = await fetch(`${this.address}/_conversation/v1/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: found.verb, data: { ...found.data, ...inputs } } },
        from: { id: idOf(person) },
        conversation: { id: message.conversationId },
        replyToId: message.messageId,
      }),
    })
    if (!response.ok) throw new Error(`The press was refused: ${response.status} ${await response.text()}`)
  }

  /** Waits for something that the log will show. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const signal = AbortSignal.timeout(15_000)
    while (!isSo()) {
      await once(this.log.news, 'call', { signal }).catch((cause: unknown) => {
        throw new Error(`Waited in vain for: ${what}`, { cause })
      })
    }
  }

  /** Takes a picture of the page as it is. */
  async picture(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true })
    await this.page.screenshot({ path: file })
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  async #type(box: Locator, text: string): Promise<void> {
    await box.click()
    const hasMentions = this.#place !== 'Personal Chat'
    for (const [index, part] of (hasMentions ? text.split(MENTION) : [text]).entries()) {
      // `split` with a group gives, in turn, what stands between the mentions and whom they mention.
      if (index % 2 === 1) await this.#mention(part)
      else if (part !== '') await this.page.keyboard.insertText(part)
    }
  }

  async #mention(name: string): Promise<void> {
    await this.page.keyboard.type(`@${name.split(' ')[0] ?? name}`)
    await this.page.locator('#typeahead-menu').getByText(name, { exact: true }).click()
  }

  async #taken(send: () => Promise<void>): Promise<void> {
    const [response] = await Promise.all([
      this.page.waitForResponse((answer) => /\/conversations\/[^/]+\/messages$/.test(answer.url())),
      send(),
    ])
    if (!response.ok()) throw new Error(`The Playground refused the message: ${response.status()}`)
    const [, conversation = ''] = /\/conversations\/([^/]+)\/messages$/.exec(response.url()) ?? []
    if (decodeURIComponent(conversation).split(';', 1)[0] !== CONVERSATION[this.#place])
      throw new Error(`What was said in ${this.#place} was posted in ${conversation}`)
  }
}

/** Runs in the page, which marks the place that one is in by its look alone: all others look the same. */
function isChosen(place: string): boolean {
  const items = [...document.querySelectorAll('[role=treeitem]')]
  const here = items.find((item) => item.textContent.includes(place))
  const looks = items.filter((item) => item !== here).map((item) => item.className)
  return here !== undefined && looks.length > 0 && looks.every((look) => look !== here.className)
}

function idOf(person: PersonName): string {
  const found = playgroundWorld.people.find(({ name }) => name === person)
  if (found === undefined) throw new RangeError(`Nobody is called ${person}`)
  return found.id
}
