import type { TenantId } from './domain/ids'
import type { GraphSignIn } from './graph/tokens'
import type { QueuesConfig } from './storage/connectQueues'
import type { TablesConfig } from './storage/connectTables'

export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

type Common = {
  readonly port: number
  readonly host: string
  /** Where browsers reach the service, without a slash at the end. */
  readonly publicUrl: string
  readonly logLevel: LogLevel
  readonly tables: TablesConfig
  /** By which processes hint at something to send; without them it is found a little later. */
  readonly queues: QueuesConfig | null
}

/** A trial on one machine: the Playground instead of Teams, Azurite instead of Azure, nobody is asked who they are. */
export type LocalConfig = Common & {
  readonly mode: 'local'
  /** Where the Playground's page is; null when it is not started beside the service. */
  readonly playgroundUrl: string | null
  /** Whether an empty store gets the demo project. */
  readonly seed: boolean
}

export type ProductionConfig = Common & {
  readonly mode: 'production'
  readonly bot: BotIdentity
  /** Requests from any other tenant are refused. */
  readonly tenants: readonly TenantId[]
  /** Client id of the Entra app registration whose tokens the tab brings. */
  readonly tabAppId: string
  /** Id of the Teams app, for deep links. */
  readonly teamsAppId: string
  /** How the tab's Entra app signs in to Microsoft Graph; null: it does not, and nothing is pinned. */
  readonly graph: GraphSignIn | null
  /** Connection string of the Application Insights component that is told what happens; null: nobody is. */
  readonly insights: string | null
  /** For so many days a project is kept after the app was taken out of its team. */
  readonly keepDays: number
}

/** How the bot proves itself to the Bot Framework. */
type BotIdentity = { readonly id: string; readonly tenant: TenantId } & (
  { readonly type: 'SingleTenant'; readonly password: string } | { readonly type: 'UserAssignedMsi' }
)

export type Config = LocalConfig | ProductionConfig

/** Says everything that is wrong with the environment at once, by the names of its keys; never shows a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
  }
}

/**
 * Reads the service's configuration (`.env.example` lists the keys); throws ConfigError. Where tokens come from and who
 * signs them is not configurable: a test that stands in for the issuer hands it over in code.
 */
export function readConfig(env: Environment): Config {
  const reader = new EnvironmentReader(env)
  const mode = reader.oneOf('PLUMBLINE_MODE', ['local', 'production'])
  // Without a mode nothing else can be said, except that local mode must never be a default.
  if (mode === null) throw new ConfigError(reader.problems)
  const config = mode === 'local' ? readLocal(reader) : readProduction(reader)
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const REAL_ONLY = [
  'BOT_ID',
  'BOT_TYPE',
  'BOT_TENANT_ID',
  'BOT_PASSWORD',
  'ALLOWED_TENANTS',
  'TAB_APP_ID',
  'GRAPH_SIGN_IN',
  'GRAPH_IDENTITY_ID',
  'GRAPH_CERTIFICATE',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'KEEP_AFTER_REMOVAL_DAYS',
  'PUBLIC_URL',
  'TABLES_URL',
  'QUEUES_URL',
]

/** Local mode lets everybody in as anybody, so it must not be anywhere near a real bot, real data or a network. */
function readLocal(reader: EnvironmentReader): LocalConfig {
  const { port, host, logLevel, table } = readCommon(reader, '127.0.0.1')
  for (const key of REAL_ONLY) reader.refuse(key, 'belongs to a real bot; local mode never starts with it')
  if (!LOOPBACK.includes(host)) reader.complain('HOST', 'must be 127.0.0.1 in local mode')
  const connection = reader.text('TABLES_CONNECTION', 'the connection string of Azurite')
  if (connection !== '' && !isOnThisMachine(connection, 'tableendpoint')) {
    reader.complain('TABLES_CONNECTION', 'must lead to Azurite on this machine in local mode')
  }
  const queues = reader.optional('QUEUES_CONNECTION')
  if (queues !== null && !isOnThisMachine(queues, 'queueendpoint')) {
    reader.complain('QUEUES_CONNECTION', 'must lead to Azurite on this machine in local mode')
  }
  return {
    mode: 'local',
    port,
    host,
    logLevel,
    publicUrl: `http://localhost:${port}`,
    tables: { table, at: { kind: 'connection', connection } },
    queues: queues === null ? null : { kind: 'connection', connection: queues },
    playgroundUrl: reader.optional('PLAYGROUND_URL'),
    seed: reader.oneOf('PLUMBLINE_SEED', ['demo', 'none'], 'none') === 'demo',
  }
}

function readProduction(reader: EnvironmentReader): ProductionConfig {
  const { port, host, logLevel, table } = readCommon(reader, '0.0.0.0')
  reader.refuse('TABLES_CONNECTION', 'holds an account key; production signs in by identity, with TABLES_URL')
  reader.refuse('QUEUES_CONNECTION', 'holds an account key; production signs in by identity, with QUEUES_URL')
  for (const key of ['PLAYGROUND_URL', 'PLUMBLINE_SEED']) reader.refuse(key, 'is for local mode')
  return {
    mode: 'production',
    port,
    host,
    logLevel,
    publicUrl: reader.https('PUBLIC_URL', 'the address at which browsers reach the service'),
    tables: {
      table,
      at: { kind: 'account', url: reader.https('TABLES_URL', "the storage account's table address") },
    },
    queues: { kind: 'account', url: reader.https('QUEUES_URL', "the storage account's queue address") },
    bot: readBot(reader),
    tenants: reader.guids('ALLOWED_TENANTS', 'the Entra tenants that may use the bot'),
    tabAppId: reader.guid('TAB_APP_ID', "the client id of the tab's Entra app"),
    teamsAppId: reader.guid('TEAMS_APP_ID', "the Teams app's id"),
    graph: readGraph(reader),
    insights: reader.optional('APPLICATIONINSIGHTS_CONNECTION_STRING'),
    keepDays: reader.days('KEEP_AFTER_REMOVAL_DAYS', 30),
  }
}

function readGraph(reader: EnvironmentReader): GraphSignIn | null {
  const by = reader.oneOf('GRAPH_SIGN_IN', ['none', 'ManagedIdentity', 'Certificate'], 'none')
  if (by !== 'ManagedIdentity') reader.refuse('GRAPH_IDENTITY_ID', 'is for GRAPH_SIGN_IN=ManagedIdentity')
  if (by !== 'Certificate') reader.refuse('GRAPH_CERTIFICATE', 'is for GRAPH_SIGN_IN=Certificate')
  switch (by) {
    case 'ManagedIdentity':
      return {
        by: 'identity',
        identity: reader.guid('GRAPH_IDENTITY_ID', "the client id of the identity that the tab's app trusts"),
      }
    case 'Certificate':
      return { by: 'certificate', file: reader.text('GRAPH_CERTIFICATE', 'the path of a PEM file') }
    default:
      return null
  }
}

function readBot(reader: EnvironmentReader): BotIdentity {
  const id = reader.guid('BOT_ID', "the bot's app id")
  const tenant = reader.guid('BOT_TENANT_ID', "the bot's home tenant") as TenantId
  const type = reader.oneOf('BOT_TYPE', ['SingleTenant', 'UserAssignedMsi'])
  if (type === 'SingleTenant') {
    return { id, tenant, type, password: reader.text('BOT_PASSWORD', "the bot's client secret") }
  }
  reader.refuse('BOT_PASSWORD', 'is for SingleTenant; a managed identity has none')
  return { id, tenant, type: 'UserAssignedMsi' }
}

function readCommon(reader: EnvironmentReader, usualHost: string) {
  return {
    port: reader.port('PORT', 3978),
    host: reader.optional('HOST') ?? usualHost,
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, 'info') ?? 'info',
    table: reader.matching(
      'TABLE_NAME',
      /^(?!tables$)[a-z][a-z0-9]{2,62}$/i,
      'plumbline',
      '3 to 63 letters and digits',
    ),
  }
}

/** Whether every address of this kind in a connection string is loopback; one without an address leads to Azure. */
function isOnThisMachine(connection: string, kind: 'tableendpoint' | 'queueendpoint'): boolean {
  const pairs = connection.split(';').map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return { key: key.trim().toLowerCase(), value: value.join('=').trim() }
  })
  if (pairs.some(({ key, value }) => key === 'usedevelopmentstorage' && value.toLowerCase() === 'true')) {
    return true
  }
  const addresses = pairs.filter(({ key }) => key === kind).map(({ value }) => value)
  return addresses.length > 0 && addresses.every(isLoopbackUrl)
}

function isLoopbackUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  return LOOPBACK.includes(new URL(address).hostname.replace(/^\[|\]$/g, ''))
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads keys and collects what is wrong with them; a bad key gives a placeholder that is never used. */
class EnvironmentReader {
  readonly problems: string[] = []

  constructor(private readonly env: Environment) {}

  complain(key: string, why: string): void {
    this.problems.push(`${key} ${why}`)
  }

  /** An empty value is none: that is how a blank line of an .env file reads. */
  optional(key: string): string | null {
    const value = this.env[key]?.trim() ?? ''
    return value === '' ? null : value
  }

  refuse(key: string, why: string): void {
    if (this.optional(key) !== null) this.complain(key, why)
  }

  text(key: string, what: string): string {
    const value = this.optional(key)
    if (value === null) this.complain(key, `is missing: ${what}`)
    return value ?? ''
  }

  matching(key: string, pattern: RegExp, usual: string, what: string): string {
    const value = this.optional(key) ?? usual
    if (!pattern.test(value)) this.complain(key, `is not ${what}`)
    return value
  }

  oneOf<T extends string>(key: string, values: readonly T[], usual?: T): T | null {
    const value = this.optional(key)
    if (value === null && usual !== undefined) return usual
    const found = values.find((one) => one === value)
    if (found === undefined) {
      this.complain(key, value === null ? `is missing: ${list(values)}` : `is not one of ${list(values)}`)
    }
    return found ?? null
  }

  port(key: string, usual: number): number {
    const value = this.optional(key) ?? String(usual)
    const port = /^\d{1,5}$/.test(value) ? Number(value) : 0
    if (port < 1 || port > 65_535) this.complain(key, 'is not a port from 1 to 65535')
    return port
  }

  days(key: string, usual: number): number {
    const value = this.optional(key) ?? String(usual)
    const days = /^\d{1,4}$/.test(value) ? Number(value) : 0
    if (days < 1 || days > 3_650) this.complain(key, 'is not a number of days from 1 to 3650')
    return days
  }

  guid(key: string, what: string): string {
    const value = this.text(key, what)
    if (value !== '' && !GUID.test(value)) this.complain(key, `is not an id like ${EXAMPLE_ID}`)
    return value.toLowerCase()
  }

  guids(key: string, what: string): TenantId[] {
    const ids = this.text(key, what)
      .split(',')
      .map((id) => id.trim().toLowerCase())
      .filter((id) => id !== '')
    if (ids.some((id) => !GUID.test(id))) this.complain(key, `is not a list of ids like ${EXAMPLE_ID}`)
    return ids.map((id) => id as TenantId)
  }

  /** An https address without path and query, and without the slash at its end. */
  https(key: string, what: string): string {
    const value = this.text(key, what)
    if (value === '') return value
    const url = URL.canParse(value) ? new URL(value) : null
    if (url?.protocol !== 'https:') this.complain(key, 'is not an https address')
    else if (url.origin !== value.replace(/\/$/, '').toLowerCase()) {
      this.complain(key, 'must be an address alone, like https://plumbline.contoso.com')
    }
    return url?.origin ?? ''
  }
}

const EXAMPLE_ID = '00000000-0000-0000-0000-000000000000'

function list(values: readonly string[]): string {
  return values.join(', ')
}
