import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { BOT_TOKEN } from './standIns'

/** Somebody whom the connector knows by a Teams id and an Entra id. */
export type TeamsPerson = {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
  readonly email: string
}

/** What the next request meets instead of an answer. */
export type Fault =
  | ({ readonly kind: 'status' } & Told)
  /** The message stands, and its sender is told that something went wrong. */
  | { readonly kind: 'lateStatus'; readonly status: number }
  /** The message stands, and its sender never learns of it. */
  | { readonly kind: 'reset' }
  /** The connection breaks before anything was taken, which its sender can't tell from the other. */
  | { readonly kind: 'resetBefore' }
  | { readonly kind: 'hang' }
  /** The message stands, and the answer can't be read. */
  | { readonly kind: 'brokenBody' }

/** One request as it came in. `status` is what it was answered with; null when it was not. */
type ConnectorRequest = {
  readonly method: string
  /** Decoded, without the host and the query. */
  readonly path: string
  readonly body: unknown
  readonly status: number | null
  /** When it was answered: in ms by the clock of the limits, and on the wall of this machine. */
  readonly at: number
  readonly on: number
  /** The id that it came under. */
  readonly cause: string
  /** Who asked, where its token tells. */
  readonly by: string
  /** The message that a POST made, as its sender was told; null for anything else. */
  readonly id: string | null
  /** The message that stands because of a POST, whether its sender learnt of it or not. */
  readonly made: string | null
}

/** Sees each request twice: before it is carried out and before it is answered. `cut`: it goes no further, and its connection ends. */
export type Watch<Request> = (moment: 'arrived' | 'carriedOut', request: Request) => Promise<'on' | 'cut'>

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

type World = {
  readonly team: string
  readonly channels: readonly string[]
  /** What channels are called, by id; the others are called by their ids. */
  readonly channelNames?: Readonly<Record<string, string>>
  readonly people: readonly TeamsPerson[]
  /** Whether requests need the bot's token; what stands behind a dot of it tells who asks. */
  readonly guarded?: boolean
  /** By this clock, in ms, it keeps Teams' limits and answers 429 to what breaks them. */
  readonly limitsBy?: () => number
  readonly watch?: Watch<Incoming>
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
  const limits = world.limitsBy && new TeamsLimits(world.limitsBy)
  const every: { nth: number; count: number; fault: Fault; meets: (request: Incoming) => boolean }[] = []

  const server = createServer((from, to) => void handle(from, to))
  const handle = async (from: IncomingMessage, to: ServerResponse) => {
    const request = await read(from)
    const note = (status: number | null, id: string | null = null, made: string | null = id) => {
      const { method, path, body, cause } = request
      const by = request.authorization.split('.')[1] ?? ''
      ledger.push({
        method,
        path,
        body,
        status,
        at: world.limitsBy?.() ?? 0,
        on: Date.now(),
        cause,
        by,
        id,
        made,
      })
    }
    const cut = (made: string | null = null) => {
      note(null, null, made)
      from.socket.destroy()
    }
    if ((await world.watch?.('arrived', request)) === 'cut') {
      cut()
      return
    }
    const index = faults.findIndex(({ meets }) => meets(request))
    const fault = index < 0 ? nthFault(request) : faults.splice(index, 1)[0]?.fault
    if (fault?.kind === 'resetBefore') {
      cut()
      return
    }
    if (fault?.kind === 'brokenBody') {
      note(201, idIn(state.answer(request).body))
      to.writeHead(201, { 'content-type': 'application/json' })
      to.end('{"id": "17')
      return
    }
    if (fault?.kind === 'hang') {
      note(null)
      return
    }
    const tooMuch = fault ? undefined : limits?.refusalOf(request)
    const done = fault?.kind === 'status' ? failure(fault) : (tooMuch ?? state.answer(request))
    const made = request.method === 'POST' && done.status === 201 ? idIn(done.body) : null
    if ((await world.watch?.('carriedOut', request)) === 'cut' || fault?.kind === 'reset') {
      cut(made)
      return
    }
    const { status, body, retryAfter, location } = fault?.kind === 'lateStatus' ? failure(fault) : done
    note(status, fault?.kind === 'lateStatus' ? null : made, made)
    to.setHeader('content-type', 'application/json')
    if (retryAfter !== undefined) to.setHeader('retry-after', String(retryAfter))
    if (location !== undefined) to.setHeader('location', location)
    to.writeHead(status)
    to.end(JSON.stringify(body))
  }
  const nthFault = (request: Incoming): Fault | undefined => {
    const due = every.filter(({ meets }) => meets(request)).filter((one) => ++one.count % one.nth === 0)
    return due[0]?.fault
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
    /** Every nth of the requests to which it applies meets this. */
    failEvery: (nth: number, fault: Fault, meets: (request: Incoming) => boolean) =>
      void every.push({ nth, count: 0, fault, meets }),
    /** Which requests broke Teams' limits, and which limit. */
    limitsBroken: () => limits?.broken ?? [],
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
  readonly cause: string
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
    cause: String(from.headers['x-ms-client-request-id'] ?? ''),
    bytes: text.length,
    body: text.length === 0 ? undefined : (JSON.parse(text.toString()) as unknown),
  }
}

function idIn(body: unknown): string | null {
  const { activityId, id } = body as { activityId?: string; id?: string }
  return activityId ?? id ?? null
}

type Answer = {
  readonly status: number
  readonly body: unknown
  readonly retryAfter?: number | undefined
  /** Where a redirection leads. */
  readonly location?: string | undefined
}
type Told = {
  readonly status: number
  readonly retryAfter?: number
  readonly code?: string
  readonly location?: string
}

function refusal(status: number, code: string): Answer {
  return { status, body: { error: { code, message: `Refused: ${code}` } } }
}

function failure({ status, retryAfter, code, location }: Told): Answer {
  return { ...refusal(status, code ?? 'ServiceError'), retryAfter, location }
}

/** [requests, within ms]: what Teams allows a bot, as documented. */
const SENDS = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const
const ROSTER = [
  [14, 1_000],
  [16, 2_000],
  [120, 30_000],
  [3_600, 3_600_000],
] as const
const TENANT = [[50, 1_000]] as const

class TeamsLimits {
  readonly broken: string[] = []
  private readonly taken = new Map<string, number[]>()

  constructor(private readonly now: () => number) {}

  /** A 429 when the request is one too many; a refused one counts against the tenant, not the conversation. */
  refusalOf(request: Incoming): Answer | null {
    const conversation = conversationOf(request)
    const isRoster = request.path.endsWith('/pagedmembers')
    const waits = [
      this.waitFor('tenant', TENANT),
      ...(conversation ? [this.waitFor(`${isRoster} ${conversation}`, isRoster ? ROSTER : SENDS)] : []),
    ]
    this.take('tenant')
    const wait = Math.max(...waits)
    if (wait <= 0) {
      if (conversation) this.take(`${isRoster} ${conversation}`)
      return null
    }
    this.broken.push(`${request.method} ${request.path}`)
    return { ...refusal(429, 'TooManyRequests'), retryAfter: Math.ceil(wait / 1_000) }
  }

  /** Ms until one more is allowed. */
  private waitFor(key: string, rules: readonly (readonly [number, number])[]): number {
    const now = this.now()
    const taken = this.taken.get(key) ?? []
    return Math.max(
      ...rules.map(([most, within]) => {
        const recent = taken.filter((at) => at > now - within)
        const oldest = recent.at(-most)
        return oldest === undefined ? 0 : oldest + within - now
      }),
    )
  }

  private take(key: string): void {
    this.taken.set(key, [...(this.taken.get(key) ?? []).slice(-4_000), this.now()])
  }
}

/** The channel with all of its threads, or the chat; that of a chat to be opened by whom it is with. */
function conversationOf({ path, body }: Incoming): string | null {
  const [, id] = path.split('/').slice(2)
  if (id !== undefined) return id.split(';')[0] ?? null
  const parsed = conversationParser.safeParse(body)
  if (!parsed.success) return null
  return parsed.data.channelData?.channel?.id ?? parsed.data.members?.[0]?.id ?? null
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
    if (this.world.guarded && request.authorization.split('.')[0] !== `Bearer ${BOT_TOKEN}`)
      return refusal(401, 'Unauthorized')
    if (request.bytes > MOST_BYTES) return refusal(413, 'MessageSizeTooBig')
    const [root, id, kind, message] = request.path.split('/').slice(2)
    if (root === 'teams' && kind === 'conversations' && request.method === 'GET') return this.channels(id)
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

  /** As Teams lists them: General has its team's id and no name. */
  private channels(team: string | undefined): Answer {
    if (team !== this.world.team) return refusal(404, 'NotFound')
    const names = this.world.channelNames ?? {}
    const others = this.world.channels.filter((id) => this.conversations.has(id))
    return {
      status: 200,
      body: { conversations: [{ id: team }, ...others.map((id) => ({ id, name: names[id] ?? id }))] },
    }
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
