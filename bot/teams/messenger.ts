import type { ConnectorClient } from 'botframework-connector'
import type { Card } from '../cards/card'
import type { UnreachableReason } from '../domain/cycle'
import type { PersonId, ProjectId } from '../domain/ids'
import type { Channels, People } from '../flows/ports'
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
      try {
        return await post(deps, project, recipient, card)
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

async function post(
  deps: MessengerDeps,
  project: ProjectId,
  recipient: Recipient,
  card: Card,
): Promise<SendResult> {
  switch (recipient.to) {
    case 'person':
      return postToPerson(deps, project, recipient.person, card)
    case 'channel': {
      const reference = await channelReference(deps, project)
      return reference ? postToChannel(deps, reference, card) : { kind: 'refused', why: 'gone' }
    }
    case 'thread': {
      const reference = await channelReference(deps, project)
      if (!reference) return { kind: 'refused', why: 'gone' }
      return postInto(deps, reference, recipient.root.conversation, card)
    }
  }
}

async function postToChannel(
  deps: MessengerDeps,
  reference: TeamsReference,
  card: Card,
): Promise<SendResult> {
  const connector = await deps.connect(reference.serviceUrl)
  const created = await connector.conversations.createConversation({
    isGroup: true,
    bot: reference.bot,
    tenantId: reference.tenant,
    channelData: { channel: { id: reference.conversation }, tenant: { id: reference.tenant } },
    activity: cardActivity(card),
  })
  // Typed as always there; Teams has left it out.
  const message = created.activityId || created.id.split(';messageid=')[1]
  return message
    ? { kind: 'sent', message: { conversation: created.id, message } }
    : { kind: 'unknown', cause: new Error('The channel post came back without an id') }
}

/** A person the bot never met in 1:1 is reached by opening that chat, which Teams does once however often asked. */
async function postToPerson(
  deps: MessengerDeps,
  project: ProjectId,
  person: PersonId,
  card: Card,
): Promise<SendResult> {
  const place = await deps.channels.place(project)
  const channel = place && parseReference(place.reference)
  if (!place || !channel) return { kind: 'refused', why: 'gone' }
  const contact = await deps.people.contact(place.tenant, person)
  const known = contact ? parseReference(contact.reference) : null
  if (known) return postInto(deps, known, known.conversation, card)
  const member = (await deps.roster.members(project)).find(({ id }) => id === person)
  if (!member) return { kind: 'refused', why: 'gone' }
  const connector = await deps.connect(channel.serviceUrl)
  const created = await connector.conversations.createConversation({
    isGroup: false,
    bot: channel.bot,
    members: [{ id: member.teamsId, name: member.name }],
    tenantId: channel.tenant,
    channelData: { tenant: { id: channel.tenant } },
  })
  const reference: TeamsReference = { ...channel, conversation: created.id }
  await deps.people.meet(place.tenant, {
    person: { id: member.id, name: member.name },
    locale: contact?.locale ?? null,
    zone: contact?.zone ?? null,
    teamsId: member.teamsId,
    reference,
  })
  return postInto(deps, reference, created.id, card)
}

async function postInto(
  deps: MessengerDeps,
  reference: TeamsReference,
  conversation: string,
  card: Card,
): Promise<SendResult> {
  const connector = await deps.connect(reference.serviceUrl)
  const sent = await connector.conversations.sendToConversation(conversation, {
    ...cardActivity(card),
    from: reference.bot,
  })
  return { kind: 'sent', message: { conversation, message: sent.id } }
}

async function channelReference(
  { channels }: MessengerDeps,
  project: ProjectId,
): Promise<TeamsReference | null> {
  const place = await channels.place(project)
  return place && parseReference(place.reference)
}

/** What an HTTP refusal means for a message, by Teams' documented answers to bots. */
function failedSend(cause: unknown): SendResult {
  const status = fieldOf(cause, 'statusCode')
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterOf(cause) }
  if (status === 412) return { kind: 'throttled', retryAfterMs: 1_000 }
  if (status === 403) return { kind: 'refused', why: forbiddenBecause(cause), cause }
  if (status === 404) return { kind: 'refused', why: 'gone', cause }
  if (status === 413) return { kind: 'refused', why: 'tooBig', cause }
  if (typeof status === 'number' && status >= 400 && status < 500 && status !== 408) {
    return { kind: 'refused', why: 'refused', cause }
  }
  return { kind: 'unknown', cause }
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
