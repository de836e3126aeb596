import type { ConnectorClient } from 'botframework-connector'
import type { UnreachableReason } from '../domain/cycle'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Channels, Contact, People } from '../flows/peoplePorts'
import { channelLane, chatLane, type Lane } from '../schedule/lanes'
import type { EditResult, Messenger, Recipient, SendResult, Way } from '../schedule/messenger'
import type { Pacing } from '../schedule/pacing'
import { cardActivity } from './cardActivity'
import { parseReference, type TeamsReference } from './reference'
import type { TeamsRoster } from './roster'

type MessengerDeps = {
  readonly channels: Channels
  readonly people: People
  readonly roster: TeamsRoster
  /** A connector that makes one request a call. */
  readonly connect: (serviceUrl: string) => Promise<ConnectorClient>
  readonly pacing: Pacing
}

/** Sends cards over the Bot Framework's connector. */
export function createMessenger(deps: MessengerDeps): Messenger {
  const { pacing } = deps
  const inTurn: Pace = (tenant, lane) => pacing.slot(tenant, lane)
  const atOnce: Pace = (tenant, lane) => {
    pacing.count(tenant, lane)
    return Promise.resolve()
  }
  return {
    reach: (project, recipient) => wayTo({ ...deps, pace: inTurn }, project, recipient),
    async send(project, recipient, card) {
      const way = await wayTo({ ...deps, pace: atOnce }, project, recipient)
      if (way.kind !== 'open') return way
      const place = await deps.channels.place(project)
      if (place) pacing.count(place.tenant, laneOf(project, place.tenant, recipient))
      return way.post(card)
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

/** Lets one request leave. */
type Pace = (tenant: TenantId, lane: Lane) => Promise<void>
type PacedDeps = MessengerDeps & { readonly pace: Pace }

function laneOf(project: ProjectId, tenant: TenantId, recipient: Recipient): Lane {
  return recipient.to === 'person' ? chatLane(tenant, recipient.person) : channelLane(project)
}

async function wayTo(deps: PacedDeps, project: ProjectId, recipient: Recipient): Promise<Way> {
  try {
    const way = await findWay(deps, project, recipient)
    if (way.kind !== 'open') return way
    return { kind: 'open', post: (card) => way.post(card).catch(failedSend) }
  } catch (cause) {
    return failedOnTheWay(cause)
  }
}

async function findWay(deps: PacedDeps, project: ProjectId, recipient: Recipient): Promise<Way> {
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
      return wayInto(deps, channel, { kind: 'channel', id: recipient.root.conversation })
  }
}

/** Known without asking Teams, and nothing that it says of the target. */
const GONE: Way = { kind: 'refused', why: 'gone', shuts: false }

/** It may stand there, and can't be edited. */
const WITHOUT_ID: SendResult = { kind: 'unknown', cause: new Error('A post came back without an id') }

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
      return message ? { kind: 'sent', message: { conversation: created.id, message } } : WITHOUT_ID
    },
  }
}

type Home = { readonly project: ProjectId; readonly tenant: TenantId; readonly channel: TeamsReference }

async function wayToPerson(deps: PacedDeps, home: Home, person: PersonId): Promise<Way> {
  const contact = await deps.people.contact(home.tenant, person)
  const known = contact ? parseReference(contact.reference) : null
  if (!known) return openChat(deps, home, person, contact)
  const way = await wayInto(deps, known, { kind: 'personal', id: known.conversation })
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
        if (anew.kind !== 'open') return anew
        await deps.pace(home.tenant, chatLane(home.tenant, person))
        return anew.post(card)
      }
    },
  }
}

/** Opens the 1:1 chat with a member, which Teams does once however often asked. */
async function openChat(
  deps: PacedDeps,
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
  const connector = await deps.connect(channel.serviceUrl)
  await deps.pace(tenant, chatLane(tenant, person))
  const opening = connector.conversations.createConversation({
    isGroup: false,
    bot: channel.bot,
    members: [{ id: member.teamsId, name: member.name }],
    tenantId: channel.tenant,
    channelData: { tenant: { id: channel.tenant } },
  })
  const created = await opening.catch(async (cause: unknown) => {
    // Somebody whose chat stays shut is mentioned in the channel by what is known of them.
    if (!contact) await deps.people.meet(tenant, met)
    throw cause
  })
  const reference: TeamsReference = { ...channel, conversation: created.id }
  await deps.people.meet(tenant, { ...met, reference })
  return wayInto(deps, reference, { kind: 'personal', id: created.id })
}

type Conversation = { readonly kind: 'personal' | 'channel'; readonly id: string }

async function wayInto(
  deps: MessengerDeps,
  reference: TeamsReference,
  { kind: conversationType, id: conversation }: Conversation,
): Promise<Way> {
  const connector = await deps.connect(reference.serviceUrl)
  return {
    kind: 'open',
    async post(card) {
      const activity = {
        ...cardActivity(card),
        from: reference.bot,
        conversation: {
          id: conversation,
          name: '',
          conversationType,
          isGroup: conversationType === 'channel',
        },
      }
      const sent = await connector.conversations.sendToConversation(conversation, activity)
      const message = sent.id as string | undefined
      return message ? { kind: 'sent', message: { conversation, message } } : WITHOUT_ID
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
      return { kind: 'throttled', retryAfterMs: retryAfterOf(cause) }
    // The bot's own token was not taken: it says nothing of who the message is for.
    case 401:
      return { kind: 'notSent', cause }
    case 403:
      return { kind: 'refused', why: forbiddenBecause(cause), shuts: true, cause }
    case 404:
      return { kind: 'refused', why: 'gone', shuts: true, cause }
    // Too big, or not as Teams wants it: another message may well arrive.
    case 413:
      return { kind: 'refused', why: 'tooBig', shuts: false, cause }
    default:
      return { kind: 'refused', why: 'refused', shuts: false, cause }
  }
}

/** Whether no connection came about, so that nothing was written to one. */
function neverLeft(cause: unknown): boolean {
  const code = fieldOf(cause, 'code')
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}

function failedEdit(cause: unknown): EditResult {
  const status = fieldOf(cause, 'statusCode')
  if (status === 429 || status === 412) return { kind: 'throttled', retryAfterMs: retryAfterOf(cause) }
  if (status === 403 || status === 404) return { kind: 'gone' }
  return { kind: 'failed', cause }
}

function forbiddenBecause(cause: unknown): UnreachableReason {
  const text = cause instanceof Error ? cause.message : ''
  const code = fieldOf(cause, 'code')
  return /ConversationBlockedByUser/.test(`${String(code)} ${text}`) ? 'blocked' : 'notInstalled'
}

/** Longer than this, in s, nobody is told to wait. */
const LONGEST_PATIENCE = 3_600

/** Seconds, as Teams sends them; null where it sends none. */
function retryAfterOf(cause: unknown): number | null {
  const headers = fieldOf(fieldOf(cause, 'response'), 'headers')
  const read = fieldOf(headers, 'get')
  const value: unknown =
    typeof read === 'function' ? Reflect.apply(read, headers, ['retry-after']) : undefined
  const seconds = Number(value)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_PATIENCE) * 1_000 : null
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}
