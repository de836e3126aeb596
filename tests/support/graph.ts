import { generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { GraphDoor } from '../../bot/graph/client'

/** What Plumbline's manifest asks of a team. */
export const ASKED_OF_A_TEAM = [
  'TeamsTab.Read.Group',
  'TeamsTab.Create.Group',
  'TeamsTab.ReadWrite.Group',
  'TeamsTab.Delete.Group',
  'TeamsAppInstallation.Read.Group',
  'TeamMember.Read.Group',
]

/** The Entra app that may ask, and the Teams app that it belongs to. */
const CALLER = '11111111-2222-3333-4444-555555555555'
const MANIFEST_ID = '22222222-3333-4444-5555-666666666666'
/** The Teams app in the tenant's own catalogue, as an app of the organisation. */
export const CATALOG_ID = '0240a368-25e0-4569-8ebe-13601cb55a18'

type App = { readonly id: string; readonly externalId: string | null; readonly staticOnly?: boolean }
type Member = { readonly userId: string; readonly owner: boolean; readonly tenantId?: string }
type Team = {
  readonly grants: Set<string>
  readonly apps: App[]
  readonly channels: Set<string>
  members: readonly Member[]
}
type Tab = {
  readonly id: string
  displayName: string
  configuration: Configuration | null
  readonly app: string
  /** Seen by this many lists yet: it shows from `lag` on. */
  lists: number
  deleted: boolean
}

const configurationParser = z.object({
  entityId: z.string().nullish(),
  contentUrl: z.url({ protocol: /^https$/ }),
  websiteUrl: z.url({ protocol: /^https$/ }).nullish(),
  removeUrl: z.url({ protocol: /^https$/ }).nullish(),
})
type Configuration = z.infer<typeof configurationParser>
const newTabParser = z.strictObject({
  displayName: z.string().min(1).max(128).optional(),
  'teamsApp@odata.bind': z.string(),
  configuration: configurationParser.optional(),
})
const changeParser = z.strictObject({
  displayName: z.string().min(1).max(128).optional(),
  configuration: configurationParser.optional(),
})

type Answer = { readonly status: number; readonly body: unknown; readonly retryAfter?: string | undefined }
type GraphRequestSeen = {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
}
type Fault = { readonly status: number; readonly retryAfter?: string } | 'reset'

export type GraphStandIn = Awaited<ReturnType<typeof startGraph>>

/**
 * A stand-in for Microsoft Graph v1.0 and for who signs its tokens, over HTTP: the bodies and refusals that its
 * documentation shows, tabs of which there may be doubles, and lists that lag behind. The caller closes it.
 */
export async function startGraph() {
  const { publicKey, privateKey } = await (keys ??= generateKeyPair('RS256'))
  const teams = new Map<string, Team>()
  const tabs = new Map<string, Tab[]>()
  const requests: GraphRequestSeen[] = []
  const faults: { fault: Fault; meets: (request: { method: string; path: string }) => boolean }[] = []
  const waited: number[] = []
  let lag = 0
  let pageSize = 100
  let lastId = 0
  let token = (tenant: string, claims: Record<string, unknown> = {}) =>
    new SignJWT({ appid: CALLER, tid: tenant, roles: [], ...claims })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(`https://sts.windows.net/${tenant}/`)
      .setAudience('https://graph.microsoft.com')
      .setExpirationTime('1h')
      .sign(privateKey)

  const server = createServer((from, to) => {
    void (async () => {
      const request = await read(from)
      const at = faults.findIndex(({ meets }) => meets(request))
      const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault
      if (fault === 'reset') {
        const { status } = await answer(request)
        requests.push({ ...request, status })
        from.socket.destroy()
        return
      }
      const { status, body, retryAfter } = fault
        ? { ...refusal(fault.status, 'TooManyRequests', 'Try later'), retryAfter: fault.retryAfter }
        : await answer(request)
      requests.push({ method: request.method, path: request.path, body: request.body, status })
      if (retryAfter !== undefined) to.setHeader('retry-after', retryAfter)
      to.setHeader('content-type', 'application/json')
      to.writeHead(status)
      to.end(body === undefined ? '' : JSON.stringify(body))
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`

  async function answer({ method, path, query, body, authorization }: Read): Promise<Answer> {
    const claims = await claimsIn(authorization, publicKey)
    if (!claims) return refusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.')
    const [root, group = '', kind, channel = '', sub, id] = path.split('/').slice(1).map(decodeURIComponent)
    if (root !== 'teams')
      return refusal(400, 'BadRequest', `Resource not found for the segment '${root ?? ''}'.`)
    const team = teams.get(group)
    if (!team) return refusal(404, 'NotFound', `No team found with Group Id ${group}`)
    const may = (...oneOf: readonly string[]): Answer | null =>
      oneOf.some((permission) => team.grants.has(permission) || claims.roles.includes(permission))
        ? null
        : refusal(
            403,
            'Forbidden',
            `Missing role permissions on the request. API requires one of '${oneOf.join(', ')}'. Roles on the request ''.`,
          )
    if (kind === 'members' && method === 'GET') {
      return (
        may('TeamMember.Read.Group', 'TeamMember.Read.All') ?? page(query, path, team.members.map(memberOf))
      )
    }
    if (kind === 'installedApps' && method === 'GET') {
      const no = may('TeamsAppInstallation.Read.Group', 'TeamsAppInstallation.ReadForTeam.All')
      return (
        no ??
        page(
          query,
          path,
          team.apps.map((app) => installationOf(app, query)),
        )
      )
    }
    if (kind !== 'channels' || sub !== 'tabs') return refusal(400, 'BadRequest', 'Resource not found.')
    if (!team.channels.has(channel)) return refusal(404, 'NotFound', 'Channel not found.')
    const standing = tabs.get(`${group} ${channel}`) ?? []
    tabs.set(`${group} ${channel}`, standing)
    if (id === undefined && method === 'GET') {
      const no = may('TeamsTab.Read.Group', 'TeamsTab.ReadWrite.Group', 'TeamsTab.Read.All')
      return no ?? listTabs(standing, query, path, team)
    }
    if (id === undefined && method === 'POST') {
      return (
        may('TeamsTab.Create.Group', 'TeamsTab.Create') ??
        createTab(team, standing, body, `${group}:${channel}`)
      )
    }
    const tab = standing.find((one) => one.id === id && !one.deleted)
    if (!tab) return refusal(404, 'NotFound', 'Tab not found.')
    switch (method) {
      case 'GET':
        return (
          may('TeamsTab.Read.Group', 'TeamsTab.ReadWrite.Group') ?? {
            status: 200,
            body: shown(tab, team, query),
          }
        )
      case 'PATCH': {
        const no = may('TeamsTab.ReadWrite.Group')
        return no ?? changeTab(tab, team, body)
      }
      case 'DELETE': {
        const no = may('TeamsTab.Delete.Group')
        if (no) return no
        tab.deleted = true
        tab.lists = 0
        return { status: 204, body: undefined }
      }
      default:
        return refusal(405, 'MethodNotAllowed', 'No.')
    }
  }

  function listTabs(standing: readonly Tab[], query: URLSearchParams, path: string, team: Team): Answer {
    // What was created shows late, and what was deleted goes late.
    const seen = standing.filter((tab) => tab.deleted !== tab.lists >= lag)
    for (const tab of standing) tab.lists += 1
    return page(
      query,
      path,
      seen.map((tab) => shown(tab, team, query)),
    )
  }

  function createTab(team: Team, standing: Tab[], body: unknown, where: string): Answer {
    const parsed = newTabParser.safeParse(body)
    if (!parsed.success) return refusal(400, 'BadRequest', 'Invalid body.')
    const { displayName = '', configuration = null, 'teamsApp@odata.bind': bind } = parsed.data
    const app = /^https:\/\/graph\.microsoft\.com\/v1\.0\/appCatalogs\/teamsApps\/([\w-]+)$/.exec(bind)?.[1]
    if (app === undefined)
      return refusal(400, 'BadRequest', 'Invalid bind property name teamsApp in request.')
    const installed = team.apps.find((one) => one.id === app)
    if (!installed) {
      const message = `App id ${app} needs to be installed to the team ${where} and be in an unblocked state to install/update a tab`
      return refusal(400, 'BadRequest', message)
    }
    if (installed.staticOnly === true && (displayName !== '' || configuration))
      return refusal(
        400,
        'BadRequest',
        'A static tab takes its name and configuration from the app manifest.',
      )
    if (!configuration || displayName === '')
      return refusal(400, 'BadRequest', 'A tab needs a name and a contentUrl.')
    const tab: Tab = { id: `tab-${++lastId}`, displayName, configuration, app, lists: 0, deleted: false }
    standing.push(tab)
    return { status: 201, body: shown(tab, team, new URLSearchParams()) }
  }

  function changeTab(tab: Tab, team: Team, body: unknown): Answer {
    const parsed = changeParser.safeParse(body)
    if (!parsed.success) return refusal(400, 'BadRequest', 'Invalid body.')
    tab.displayName = parsed.data.displayName ?? tab.displayName
    tab.configuration = parsed.data.configuration ?? tab.configuration
    return { status: 200, body: shown(tab, team, new URLSearchParams()) }
  }

  function page(query: URLSearchParams, path: string, all: readonly unknown[]): Answer {
    const from = Number(query.get('$skiptoken') ?? 0)
    const next = from + pageSize
    const rest = new URLSearchParams(query)
    rest.set('$skiptoken', String(next))
    return {
      status: 200,
      body: {
        '@odata.count': all.length,
        value: all.slice(from, next),
        ...(next < all.length ? { '@odata.nextLink': `${url}${path}?${rest.toString()}` } : {}),
      },
    }
  }

  const channelKey = (group: string, channel: string) => `${group} ${channel}`
  return {
    url,
    requests,
    /** The waits that were asked for, in ms; none is waited. */
    waited,
    door: (over: Partial<GraphDoor> = {}): GraphDoor => ({
      url,
      token: (tenant) => token(tenant),
      wait: (ms) => {
        waited.push(ms)
        return Promise.resolve()
      },
      ...over,
    }),
    /** The tokens that are given out have these claims instead. */
    claims: (claims: Record<string, unknown>) => {
      const usual = token
      token = (tenant) => usual(tenant, claims)
    },
    /** A team that agreed to what the app asks for and has it, unless told otherwise. */
    team: (group: string, over: Partial<Team> & { readonly channels: Set<string> }): Team => {
      const team: Team = {
        grants: new Set(ASKED_OF_A_TEAM),
        apps: [
          { id: 'com.microsoft.teamspace.tab.planner', externalId: null },
          { id: CATALOG_ID, externalId: MANIFEST_ID },
        ],
        members: [],
        ...over,
      }
      teams.set(group, team)
      return team
    },
    /** The tabs that stand in a channel, whether the list shows them or not. */
    tabsIn: (group: string, channel: string): readonly Tab[] =>
      (tabs.get(channelKey(group, channel)) ?? []).filter((tab) => !tab.deleted),
    /** A tab that somebody adds by hand. */
    addByHand: (group: string, channel: string, tab: Partial<Tab>): Tab => {
      const made: Tab = {
        id: `by-hand-${++lastId}`,
        displayName: 'Tab',
        configuration: null,
        app: CATALOG_ID,
        lists: 1_000,
        deleted: false,
        ...tab,
      }
      const key = channelKey(group, channel)
      tabs.set(key, [...(tabs.get(key) ?? []), made])
      return made
    },
    /** How many lists it takes until one shows what was created or deleted. */
    lagBy: (lists: number) => void (lag = lists),
    pageSize: (size: number) => void (pageSize = size),
    /** The next request to which it applies meets this; several calls queue up. `reset`: it is done, and nobody told. */
    failNext: (fault: Fault, meets: (request: { method: string; path: string }) => boolean = () => true) =>
      void faults.push({ fault, meets }),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

let keys: ReturnType<typeof generateKeyPair> | undefined

type Read = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly authorization: string
}

async function read(from: IncomingMessage): Promise<Read> {
  const chunks: Buffer[] = []
  for await (const chunk of from) chunks.push(chunk as Buffer)
  const url = new URL(from.url ?? '/', 'http://127.0.0.1')
  const text = Buffer.concat(chunks).toString()
  return {
    method: from.method ?? '',
    path: url.pathname.replace(/^\/v1\.0/, ''),
    query: url.searchParams,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    authorization: from.headers.authorization ?? '',
  }
}

const claimsParser = z.object({ appid: z.literal(CALLER), roles: z.array(z.string()).default([]) })

async function claimsIn(authorization: string, key: Parameters<typeof jwtVerify>[1]) {
  try {
    const { payload } = await jwtVerify(authorization.replace(/^Bearer /, ''), key as never, {
      audience: 'https://graph.microsoft.com',
    })
    return claimsParser.parse(payload)
  } catch {
    return null
  }
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message, innerError: { 'request-id': 'of the stand-in' } } } }
}

function shown({ id, displayName, configuration, app }: Tab, team: Team, query: URLSearchParams) {
  const known = team.apps.find((one) => one.id === app)
  return {
    id,
    displayName,
    configuration,
    sortOrderIndex: '20',
    webUrl: `https://teams.microsoft.com/l/channel/x/tab%3a%3a${id}`,
    ...(query.get('$expand') === 'teamsApp'
      ? { teamsApp: { id: app, externalId: known?.externalId ?? null, distributionMethod: 'organization' } }
      : {}),
  }
}

function installationOf({ id, externalId }: App, query: URLSearchParams) {
  const teamsApp = { id, externalId, displayName: 'An app', distributionMethod: 'organization' }
  return {
    id: Buffer.from(id).toString('base64'),
    ...(query.get('$expand') === 'teamsApp' ? { teamsApp } : {}),
  }
}

function memberOf({ userId, owner, tenantId }: Member) {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(userId).toString('base64'),
    roles: owner ? ['owner'] : [],
    displayName: 'Somebody',
    userId,
    ...(tenantId === undefined ? {} : { tenantId }),
  }
}
