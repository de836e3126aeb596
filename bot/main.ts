import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Server } from 'restify'
import { createApi } from './api/server'
import type { ApiDeps } from './api/deps'
import { ENTRA_KEYS, entraTokens } from './api/tokens'
import { fieldValueOf } from './cards/card'
import type { Links } from './cards/reader'
import { recapCard } from './cards/recapCard'
import { readConfig, type Config, type ProductionConfig } from './config'
import { fromEpochMs } from './domain/time'
import type { FlowDeps } from './flows/deps'
import type { Clock, Records } from './flows/ports'
import { localLinks, teamsLinks } from './links'
import { openLocalDoor } from './local/localDoor'
import { createLog, type Log } from './log'
import { createDeliveries } from './schedule/deliveries'
import { createSender, type Sender } from './schedule/sender'
import { connectTables } from './storage/connectTables'
import { openStorage, type Storage } from './storage/openStorage'
import { BotAdapter } from './teams/adapter'
import { createAddressBook } from './teams/addressBook'
import { BotAuthentication, type BotRegistration } from './teams/connector'
import { createEndpoint } from './teams/endpoint'
import { BOT_FRAMEWORK_HOSTS, type GuardRules } from './teams/guard'
import { createMessenger } from './teams/messenger'
import { createRoster } from './teams/roster'
import { createRouter } from './teams/router'

/** How often the outbox is looked through for what a crash left behind, in ms. */
const SWEEP_EVERY = 30_000

const clock: Clock = { now: () => fromEpochMs(Date.now()) }
const newReference = (): string => randomBytes(4).toString('hex').toUpperCase()

/** Puts the service together from its configuration and starts it. The only file that acts when it is run. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const storage = openStorage({ client: await connectTables(config.tables), clock })
  const { server, sender } = await assemble(config, storage, log)
  await listen(server, config)
  log.info({ port: config.port, mode: config.mode }, 'Listening')

  const sweep = (): void => {
    sender.sweep().catch((cause: unknown) => log.error({ cause }, 'The outbox could not be swept'))
  }
  sweep()
  const sweeping = setInterval(sweep, SWEEP_EVERY)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(sweeping)
      server.close(() => process.exit(0))
    })
  }
}

async function assemble(
  config: Config,
  storage: Storage,
  log: Log,
): Promise<{ server: Server; sender: Sender }> {
  const { people, channels, outbox, ping } = storage
  const registration = registrationOf(config)
  const adapter = new BotAdapter(new BotAuthentication(registration), registration)
  const connect = (serviceUrl: string) => adapter.connectTo(serviceUrl)
  const roster = createRoster({ channels, connect })
  const messenger = createMessenger({ channels, people, roster, connect })
  const links = config.mode === 'local' ? localLinks(config.publicUrl) : teamsLinks()

  const reading = { people, roster, clock, links }
  const deliveries = createDeliveries({ ...reading, records: storage.records })
  const after = (ms: number, run: () => void): void => void setTimeout(run, ms).unref()
  const sender = createSender({ outbox, messenger, deliveries, clock, log, after })
  const records = waking(storage.records, sender)

  const flows: FlowDeps = { records, people, channels, roster, clock, renderRecap: renderRecapWith(links) }
  const door = config.mode === 'local' ? await openLocalDoor(config, storage, flows) : openTeamsDoor(config)
  const turn = createRouter({
    ...flows,
    roster,
    channels,
    addressBook: createAddressBook({ records, people, channels }),
    messenger,
    links,
    log,
    newReference,
  })
  const endpoint = createEndpoint({ adapter, rules: rulesOf(config), turn, log })
  const server = createApi({
    ...flows,
    ...door,
    links,
    wake: (project) => sender.kick(project),
    messages: endpoint,
    ready: ping,
    tabFolder: join(__dirname, '../tab'),
    log,
    newReference,
  })
  return { server, sender }
}

/** Records that have the sender look into the outbox right after a commit put something there. */
function waking(records: Records, sender: Sender): Records {
  return {
    ...records,
    async commit(project, commit) {
      const result = await records.commit(project, commit)
      if (result === 'saved' && (commit.outgoing?.length ?? 0) > 0) sender.kick(project)
      return result
    },
  }
}

/** A posted recap is read by everybody and for good: in English dates and the project's zone. */
function renderRecapWith(links: Links): FlowDeps['renderRecap'] {
  return (recap) =>
    fieldValueOf(recapCard(recap, { locale: 'en-GB', zone: recap.zone, now: recap.asOf, links }))
}

type Door = Pick<ApiDeps, 'authenticate' | 'local' | 'tabSignIn'>

function openTeamsDoor({ tabAppId, teamsAppId, tenants }: ProductionConfig): Door {
  return {
    authenticate: entraTokens({ tabAppId, tenants, keysUrl: ENTRA_KEYS }),
    local: null,
    tabSignIn: { client: tabAppId, app: teamsAppId },
  }
}

function registrationOf(config: Config): BotRegistration {
  if (config.mode === 'local') return { kind: 'local' }
  const { bot } = config
  return bot.type === 'SingleTenant'
    ? { kind: 'singleTenant', appId: bot.id, tenant: bot.tenant, password: bot.password }
    : { kind: 'managedIdentity', appId: bot.id, tenant: bot.tenant }
}

function rulesOf(config: Config): GuardRules {
  return config.mode === 'local'
    ? { kind: 'local' }
    : { kind: 'teams', tenants: config.tenants, serviceHosts: BOT_FRAMEWORK_HOSTS }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
})
