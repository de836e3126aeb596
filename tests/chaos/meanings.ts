import type { OutgoingWhat } from '../../bot/flows/outgoing'
import type { Connector } from '../support/connector'
import { buttonsOn } from '../support/sentCards'
import { GENERAL, PEOPLE } from '../support/teamsTrial'

const EVERYBODY = Object.values(PEOPLE)

/** What a message of the outbox means, in the words of `postedMeaning`. */
export function meaningOf(what: OutgoingWhat): string {
  switch (what.kind) {
    case 'weeklyAsk':
      return `ask to ${nameOf(what.person)}`
    case 'reminder':
      return `reminder to ${nameOf(what.person)}`
    case 'askInThread':
      return `mention of ${nameOf(what.person)}`
    case 'channelWeek':
      return 'card of the week'
    case 'recap':
      return 'recap'
    case 'draft':
      return 'draft'
    case 'itemDone':
      return `${what.item} done to ${what.to.name}`
    case 'itemMoved':
      return `${what.item} moved to ${what.to.name}`
    case 'itemReopened':
      return `${what.item} reopened to ${what.to.name}`
    case 'handedOver':
      return `card handed over to ${nameOf(what.person)}`
    case 'digest':
      return `digest of ${what.on}`
    case 'recapCopy':
      return `recap in ${what.channel}`
    case 'overtakenCard':
    case 'recapCorrected':
    case 'refreshCard':
    case 'backAgain':
    case 'anchor':
    case 'importCard':
    case 'toBeRead':
    case 'questionAsked':
    case 'questionAnswered':
      return what.kind
  }
}

function nameOf(person: string): string {
  return EVERYBODY.find(({ aadObjectId }) => aadObjectId === person)?.name ?? person
}

type Posted = Connector['ledger'][number]
type Body = {
  readonly isGroup?: boolean
  readonly activity?: Message
}
type Message = {
  readonly summary?: string
  readonly attachments?: readonly { readonly content?: unknown }[]
}

/**
 * What a POST of our own accord means, read from the card alone; null for answers to people, the opening of chats and
 * whatever makes no message. `isReminding`: from now on a weekly card is a reminder.
 */
export function postedMeaning({ method, path, body }: Posted, isReminding: boolean): string | null {
  if (method !== 'POST') return null
  if (path.endsWith('/conversations')) {
    const { isGroup, activity } = body as Body
    return isGroup === true && activity ? inChannel(activity) : null
  }
  const conversation = /\/conversations\/(.+)\/activities$/.exec(path)?.[1]
  if (conversation === undefined) return null
  const message = body as Message
  return conversation.startsWith(GENERAL) ? inThread(message) : inChat(conversation, message, isReminding)
}

function inChannel(message: Message): string {
  const person = mentionedIn(message)
  if (person !== undefined) return `mention of ${person}`
  if (verbsOn(message).includes('week.show')) return 'card of the week'
  return /recap/i.test(JSON.stringify(message.attachments)) ? 'recap' : other(message)
}

function inThread(message: Message): string {
  const person = mentionedIn(message)
  return person === undefined ? other(message) : `mention of ${person}`
}

function mentionedIn({ summary }: Message): string | undefined {
  return EVERYBODY.find(({ name }) => summary?.startsWith(`${name}: how are your`))?.name
}

function inChat(conversation: string, message: Message, isReminding: boolean): string {
  const name = EVERYBODY.find(({ id }) => conversation === `chat-with-${id}`)?.name ?? PEOPLE.alex.name
  const verbs = verbsOn(message)
  if (verbs.includes('draft.save')) return 'draft'
  if (verbs.some((verb) => verb.startsWith('week.')))
    return isReminding ? `reminder to ${name}` : `ask to ${name}`
  const done = /finished (A-\d+):/.exec(message.summary ?? '')?.[1]
  if (done !== undefined) return `${done} done to ${name}`
  const moved = /^(A-\d+) moved/.exec(message.summary ?? '')?.[1]
  return moved === undefined ? other(message) : `${moved} moved to ${name}`
}

function verbsOn({ attachments }: Message): string[] {
  return buttonsOn(attachments?.[0]?.content).map(({ verb }) => verb)
}

function other({ summary }: Message): string {
  return `something else: ${summary ?? ''}`
}
