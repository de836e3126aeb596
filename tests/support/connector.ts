import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** Somebody whom the connector knows by a Teams id and an Entra id. */
export type TeamsPerson = {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
  readonly email: string
}

/** What the next request meets instead of an answer. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly code?: string }
  /** The message stands, and its sender never learns of it. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }

/** One request as it came in. `status` is what it was answered with; null when it was not. */
type ConnectorRequest = {
  readonly method: string
  /** Decoded, without the host and the query. */
  readonly path: string
  readonly body: unknown
  readonly status: number | null
  /** The message that a POST made; null for anything else. */
  readonly id: string | null
}

/** A message that stands in a conversation, as it was last edited. */
export type StandingMessage = {
  readonly id: string
  readonly conversation: string
  readonly activity: SentActivity
  readonly edits: number
  readonly deleted: boolean
}

const activityParser = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
})
type SentActivity = z.infer<typeof activityParser>

const conversationParser = z.object({
  isGroup: z.boolean().optional(),
  bot: z.object({ id: z.string() }),
  members: z.array(z.object({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: z.unknown().optional(),
})

/** The Entra group of the team, which its details tell. */
export const TEAM_GROUP = '00000000-0000-0000-0000-000000000031'

const MOST_BYTES = 100_000
/** The token that the stand-in takes from the bot. */
export const BOT_TOKEN = 'the-bots-own-token'

type World = {
  readonly team: string
  readonly channels: readonly string[]
  readonly people: readonly TeamsPerson[]
  /** Whether requests need the bot's token. */
  readonly guarded?: boolean
}

export type Connector = Awaited<ReturnType<typeof startConnector>>

/**
 * A stand-in for Teams' connector, which speaks its documented protocol over HTTP, keeps a ledger of all requests,
 * refuses what the real one refuses and fails on demand. The caller closes it.
 */
export async function startConnector(world: World) {
  const state = new State(world)
  const faults: { fault: Fault; meets: (request: Incoming) => boolean }[] = []
  const ledger: ConnectorRequest[] = []

  const server = createServer((from, to) => void handle(from, to))
  const handle = async (from: IncomingMessage, to: ServerResponse) => {
    const request = await read(from)
    const answer = (status: number | null, id: string | null = null) => {
      const { method, path, body } = request
      ledger.push({ method, path, body, status, id })
    }
    const index = faults.findIndex(({ meets }) => meets(request))
    const fault = index < 0 ? null : faults.splice(index, 1)[0]?.fault
    if (fault?.kind === 'hang') {
      answer(null)
      return
    }
    if (fault?.kind === 'reset') {
      state.answer(request)
      answer(null)
      from.socket.destroy()
      return
    }
    const { status, body, retryAfter } = fault ? failure(fault) : state.answer(request)
    answer(status, request.method === 'POST' && status === 201 ? idIn(body) : null)
    to.setHeader('content-type', 'application/json')
    if (retryAfter !== undefined) to.setHeader('retry-after', String(retryAfter))
    to.writeHead(status)
    to.end(JSON.stringify(body))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const madeBy = (method: string) => ledger.filter((request) => request.method === method)
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`,
    ledger,
    posts: () => madeBy('POST'),
    puts: () => madeBy('PUT'),
    /** How often the roster was read. */
    rosterReads: () => ledger.filter(({ path }) => path.endsWith('/pagedmembers')).length,
    /** What stands in a conversation, oldest first; a channel's posts and all that stands in their threads. */
    messagesIn: (conversation: string): readonly StandingMessage[] =>
      [...state.messages.values()].filter(
        (message) => message.conversation.split(';')[0] === conversation && !message.deleted,
      ),
    message: (id: string): StandingMessage | undefined => state.messages.get(id),
    chatWith: (person: TeamsPerson) => state.openChat(person.id),
    /** The next request (or the next to which it applies) meets this; several calls queue up. */
    failNext: (fault: Fault, meets: (request: Incoming) => boolean = () => true) =>
      void faults.push({ fault, meets }),
    /** The person blocks the bot, or has it back. */
    block: (person: TeamsPerson, isBlocked = true) => put(state.blocked, person.id, isBlocked),
    /** The person leaves the team, or comes back to it. */
    leave: (person: TeamsPerson, hasLeft = true) => put(state.gone, person.id, hasLeft),
    forget: (conversation: string) => void state.conversations.delete(conversation),
    remove: (message: string) => state.remove(message),
    /** How many members a page of the roster holds. */
    pageSize: (size: number) => void (state.pageSize = size),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function put(people: Set<string>, person: string, isIn: boolean): void {
  if (isIn) people.add(person)
  else people.delete(person)
}

export type Incoming = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string
  readonly bytes: number
  readonly body: unknown
}

async function read(from: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  for await (const chunk of from) chunks.push(chunk as Buffer)
  const url = new URL(from.url ?? '/', 'http://127.0.0.1')
  const text = Buffer.concat(chunks)
  return {
    method: from.method ?? '',
    path: decodeURIComponent(url.pathname).replace(/^\/teams/, ''),
    query: url.searchParams,
    authorization: from.headers.authorization ?? '',
    bytes: text.length,
    body: text.length === 0 ? undefined : (JSON.parse(text.toString()) as unknown),
  }
}

function idIn(body: unknown): string | null {
  const { activityId, id } = body as { activityId?: string; id?: string }
  return activityId ?? id ?? null
}

type Answer = { readonly status: number; readonly body: unknown; readonly retryAfter?: number | undefined }

function refusal(status: number, code: string): Answer {
  return { status, body: { error: { code, message: `Refused: ${code}` } } }
}

function failure({ status, retryAfter, code }: Extract<Fault, { kind: 'status' }>): Answer {
  return { ...refusal(status, code ?? 'ServiceError'), retryAfter }
}

class State {
  readonly conversations: Set<string>
  readonly messages = new Map<string, StandingMessage>()
  readonly blocked = new Set<string>()
  readonly gone = new Set<string>()
  pageSize = 100
  private lastId = 1_795_338_787_000

  constructor(private readonly world: World) {
    this.conversations = new Set([world.team, ...world.channels])
  }

  answer(request: Incoming): Answer {
    if (this.world.guarded && request.authorization !== `Bearer ${BOT_TOKEN}`)
      return refusal(401, 'Unauthorized')
    if (request.bytes > MOST_BYTES) return refusal(413, 'MessageSizeTooBig')
    const [root, id, kind, message] = request.path.split('/').slice(2)
    if (root === 'teams' && kind === undefined) return this.teamDetails(id ?? '')
    if (root !== 'conversations') return refusal(404, 'NotFound')
    if (id === undefined) return this.createConversation(request)
    if (!this.isKnown(id)) return refusal(404, 'ConversationNotFound')
    if (kind === 'pagedmembers' && request.method === 'GET') return this.members(request)
    if (kind !== 'activities') return refusal(404, 'NotFound')
    switch (request.method) {
      case 'POST':
        return this.post(id, request.body)
      case 'PUT':
        return this.edit(id, message ?? '', request.body)
      case 'DELETE':
        return this.remove(message ?? '') ? { status: 200, body: {} } : NO_SUCH_MESSAGE
      default:
        return refusal(405, 'MethodNotAllowed')
    }
  }

  private teamDetails(id: string): Answer {
    if (id !== this.world.team) return refusal(404, 'TeamNotFound')
    return { status: 200, body: { id, name: 'My Team', aadGroupId: TEAM_GROUP, type: 'standard' } }
  }

  openChat(person: string): string {
    const id = this.chatOf(person)
    this.conversations.add(id)
    return id
  }

  /** As in the Playground, the first person is the one whose chat is captured. */
  private chatOf(person: string): string {
    return person === this.world.people[0]?.id ? 'personal-chat-id' : `chat-with-${person}`
  }

  remove(id: string): boolean {
    const message = this.messages.get(id)
    if (!message || message.deleted) return false
    this.messages.set(id, { ...message, deleted: true })
    return true
  }

  /** A thread lives with its channel: people open new ones all the time. */
  private isKnown(conversation: string): boolean {
    return this.conversations.has(conversation.split(';')[0] ?? '')
  }

  private createConversation({ body }: Incoming): Answer {
    const parsed = conversationParser.safeParse(body)
    if (!parsed.success) return refusal(400, 'BadSyntax')
    const { isGroup, members = [], channelData, activity } = parsed.data
    if (isGroup === true) {
      const channel = channelData?.channel?.id
      if (channel === undefined || activity === undefined) return refusal(400, 'BadArgument')
      if (!this.conversations.has(channel)) return refusal(404, 'ConversationNotFound')
      const id = this.newId()
      const posted = this.post(`${channel};messageid=${id}`, activity, id)
      return posted.status === 201
        ? { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } }
        : posted
    }
    const [member] = members
    if (!member || members.length > 1) return refusal(400, 'BadArgument')
    const isThere = this.world.people.some(({ id }) => id === member.id) && !this.gone.has(member.id)
    return isThere
      ? { status: 201, body: { id: this.openChat(member.id) } }
      : refusal(403, 'BotNotInConversationRoster')
  }

  private post(conversation: string, body: unknown, id = this.newId()): Answer {
    const blocked = [...this.blocked].some((person) => conversation === this.chatOf(person))
    if (blocked) return refusal(403, 'ConversationBlockedByUser')
    const activity = activityParser.safeParse(body)
    if (!activity.success || isEmpty(activity.data)) return refusal(400, 'BadSyntax')
    this.messages.set(id, { id, conversation, activity: activity.data, edits: 0, deleted: false })
    return { status: 201, body: { id } }
  }

  private edit(conversation: string, id: string, body: unknown): Answer {
    const message = this.messages.get(id)
    const isHere = message?.conversation.split(';')[0] === conversation.split(';')[0]
    if (!message || message.deleted || !isHere) return NO_SUCH_MESSAGE
    const activity = activityParser.safeParse(body)
    if (!activity.success || isEmpty(activity.data)) return refusal(400, 'BadSyntax')
    this.messages.set(id, { ...message, activity: activity.data, edits: message.edits + 1 })
    return { status: 200, body: { id } }
  }

  private members({ query }: Incoming): Answer {
    const from = Number(query.get('continuationToken') ?? 0)
    const people = this.world.people.filter(({ id }) => !this.gone.has(id))
    const page = people.slice(from, from + this.pageSize).map(memberOf)
    const next = from + this.pageSize
    return {
      status: 200,
      body: { members: page, ...(next < people.length ? { continuationToken: String(next) } : {}) },
    }
  }

  private newId(): string {
    this.lastId += 1
    return String(this.lastId)
  }
}

const NO_SUCH_MESSAGE = refusal(404, 'ActivityNotFoundInConversation')

function isEmpty({ type, text, attachments }: SentActivity): boolean {
  return type === 'message' && !text && !attachments?.length
}

function memberOf({ id, name, aadObjectId, email }: TeamsPerson) {
  const [givenName, surname] = name.split(' ')
  return { id, name, aadObjectId, objectId: aadObjectId, givenName, surname, email, userRole: 'user' }
}
