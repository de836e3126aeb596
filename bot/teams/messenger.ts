import type { ConnectorClient } from 'botframework-connector'
import type { Card } from '../cards/card'
import type { UnreachableReason } from '../domain/cycle'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Channels, Contact, People } from '../flows/ports'
import type { EditResult, Messenger, Recipient, SendResult } from '../schedule/messenger'
import { cardActivity } from './cardActivity'
import { parseReference, type TeamsReference } from './reference'
import type { TeamsRoster } from './roster'

type MessengerDeps = {
  readonly channels: Channels
  readonly people: People
  readonly roster: TeamsRoster
  /** A connector that makes one request a call. */
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>
}

/** Sends cards over the Bot Framework's connector. */
export function createMessenger(deps: MessengerDeps): Messenger {
  return {
    async send(project, recipient, card) {
      const way = await wayTo(deps, project, recipient).catch(failedOnTheWay)
      if (way.kind !== 'open') return way
      try {
        return await way.post(card)
      } catch (cause) {
        return failedSend(cause)
      }
    },
    async edit(project, message, card) {
      try {
        const reference = await channelReference(deps, project)
        if (!reference) return { kind: 'gone' }
        const connector = await deps.connect(reference.serviceUrl)
        const activity = { ...cardActivity(card), id: message.message }
        await connector.conversations.updateActivity(message.conversation, message.message, activity)
        return { kind: 'edited' }
      } catch (cause) {
        return failedEdit(cause)
      }
    },
  }
}

/** Everything up to the one POST that makes the message: nothing of it can be seen, so all of it may be done again. */
type Way =
  | { readonly kind: 'open'; readonly post: (card: Card) => Promise<SendResult> }
  | Exclude<SendResult, { readonly kind: 'sent' }>

async function wayTo(deps: MessengerDeps, project: ProjectId, recipient: Recipient): Promise<Way> {
  const place = await deps.channels.place(project)
  const channel = place && parseReference(place.reference)
  if (!channel) return GONE
  switch (recipient.to) {
    case 'person':
      return wayToPerson(deps, { project, tenant: place.tenant, channel }, recipient.person)
    case 'channel':
      return wayToChannel(deps, channel)
    case 'otherChannel':
      return wayToChannel(deps, { ...channel, conversation: recipient.channel })
    case 'thread':
      return wayInto(deps, channel, recipient.root.conversation)
  }
}

const GONE: Way = { kind: 'refused', why: 'gone' }

async function wayToChannel(deps: MessengerDeps, channel: TeamsReference): Promise<Way> {
  const connector = await deps.connect(channel.serviceUrl)
  return {
    kind: 'open',
    async post(card) {
      const created = await connector.conversations.createConversation({
        isGroup: true,
        bot: channel.bot,
        tenantId: channel.tenant,
        channelData: { channel: { id: channel.conversation }, tenant: { id: channel.tenant } },
        activity: cardActivity(card),
      })
      const message = (created.activityId as string | undefined) ?? created.id.split(';messageid=')[1]
      return message
        ? { kind: 'sent', message: { conversation: created.id, message } }
        : { kind: 'unknown', cause: new Error('The channel post came back without an id') }
    },
  }
}

type Home = { readonly project: ProjectId; readonly tenant: TenantId; readonly channel: TeamsReference }

async function wayToPerson(deps: MessengerDeps, home: Home, person: PersonId): Promise<Way> {
  const contact = await deps.people.contact(home.tenant, person)
  const known = contact ? parseReference(contact.reference) : null
  if (!known) return openChat(deps, home, person, contact)
  const way = await wayInto(deps, known, known.conversation)
  if (way.kind !== 'open') return way
  return {
    kind: 'open',
    async post(card) {
      try {
        return await way.post(card)
      } catch (cause) {
        if (fieldOf(cause, 'statusCode') !== 404) throw cause
        // A chat that is gone took nothing: the person may have another by now.
        const anew = await openChat(deps, home, person, contact).catch(failedOnTheWay)
        return anew.kind === 'open' ? anew.post(card) : anew
      }
    },
  }
}

/** Opens the 1:1 chat with a member, which Teams does once however often asked. */
async function openChat(
  deps: MessengerDeps,
  { project, tenant, channel }: Home,
  person: PersonId,
  contact: Contact | null,
): Promise<Way> {
  const member = (await deps.roster.members(project)).find(({ id }) => id === person)
  if (!member) return GONE
  const met: Contact = {
    person: { id: member.id, name: member.name },
    locale: contact?.locale ?? null,
    zone: contact?.zone ?? null,
    teamsId: member.teamsId,
    reference: null,
  }
  // Noted before the chat is opened: somebody whose chat stays shut is mentioned in the channel by this.
  if (!contact) await deps.people.meet(tenant, met)
  const connector = await deps.connect(channel.serviceUrl)
  const created = await connector.conversations.createConversation({
    isGroup: false,
    bot: channel.bot,
    members: [{ id: member.teamsId, name: member.name }],
    tenantId: channel.tenant,
    channelData: { tenant: { id: channel.tenant } },
  })
  const reference: TeamsReference = { ...channel, conversation: created.id }
  await deps.people.meet(tenant, { ...met, reference })
  return wayInto(deps, reference, created.id)
}

async function wayInto(deps: MessengerDeps, reference: TeamsReference, conversation: string): Promise<Way> {
  const connector = await deps.connect(reference.serviceUrl)
  return {
    kind: 'open',
    async post(card) {
      const activity = { ...cardActivity(card), from: reference.bot }
      const sent = await connector.conversations.sendToConversation(conversation, activity)
      return { kind: 'sent', message: { conversation, message: sent.id } }
    },
  }
}

async function channelReference(
  { channels }: MessengerDeps,
  project: ProjectId,
): Promise<TeamsReference | null> {
  const place = await channels.place(project)
  return place && parseReference(place.reference)
}

type Failed = Exclude<SendResult, { readonly kind: 'sent' }>

/** What an HTTP refusal means for a message, by Teams' documented answers to bots. */
function failedSend(cause: unknown): Failed {
  return refusalIn(cause) ?? { kind: neverLeft(cause) ? 'notSent' : 'unknown', cause }
}

/** What failed before the message was posted is no message lost, whatever it was. */
function failedOnTheWay(cause: unknown): Failed {
  return refusalIn(cause) ?? { kind: 'notSent', cause }
}

/** Null for what is no answer of Teams, or one that says nothing of whether the message stands. */
function refusalIn(cause: unknown): Failed | null {
  const status = fieldOf(cause, 'statusCode')
  if (typeof status !== 'number' || status < 400 || status >= 500 || status === 408) return null
  switch (status) {
    case 429:
      return { kind: 'throttled', retryAfterMs: retryAfterOf(cause) }
    case 412:
      return { kind: 'throttled', retryAfterMs: 1_000 }
    // The bot's own token was not taken: it says nothing of who the message is for.
    case 401:
      return { kind: 'notSent', cause }
    case 403:
      return { kind: 'refused', why: forbiddenBecause(cause), cause }
    case 404:
      return { kind: 'refused', why: 'gone', cause }
    case 413:
      return { kind: 'refused', why: 'tooBig', cause }
    default:
      return { kind: 'refused', why: 'refused', cause }
  }
}

/** Whether no connection came about, so that nothing was written to one. */
function neverLeft(cause: unknown): boolean {
  const code = fieldOf(cause, 'code')
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}

function failedEdit(cause: unknown): EditResult {
  const status = fieldOf(cause, 'statusCode')
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterOf(cause) }
  if (status === 403 || status === 404) return { kind: 'gone' }
  return { kind: 'failed', cause }
}

function forbiddenBecause(cause: unknown): UnreachableReason {
  const text = cause instanceof Error ? cause.message : ''
  const code = fieldOf(cause, 'code')
  return /ConversationBlockedByUser/.test(`${String(code)} ${text}`) ? 'blocked' : 'notInstalled'
}

/** Seconds, as Teams sends them; a second where it sends none. */
function retryAfterOf(cause: unknown): number {
  const headers = fieldOf(fieldOf(cause, 'response'), 'headers')
  const read = fieldOf(headers, 'get')
  const value: unknown =
    typeof read === 'function' ? Reflect.apply(read, headers, ['retry-after']) : undefined
  const seconds = Number(value)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 120) * 1_000 : 1_000
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}
