import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Server } from 'restify'
import type { ApiDeps } from './api/deps'
import { createApi } from './api/server'
import { ENTRA_KEYS, entraTokens } from './api/tokens'
import { fieldValueOf } from './cards/card'
import type { Links } from './cards/reader'
import type { Cause } from './cause'
import { recapCard } from './cards/recapCard'
import type { Config, ProductionConfig } from './config'
import { createEnding, type Ending } from './ending'
import { MOST_BYTES } from './domain/exchange/importJob'
import type { ProjectId } from './domain/ids'
import type { FlowDeps } from './flows/deps'
import { createSpreadsheets } from './exchange/spreadsheets'
import { epochMs } from './domain/time'
import type { FileDoor } from './flows/exchangePorts'
import type { Clock } from './flows/ports'
import type { TeamAccess } from './flows/teamPorts'
import type { GraphDoor } from './graph/client'
import { openTeamAccess } from './graph/teamAccess'
import type { FindPlace } from './graph/where'
import { localeIn } from './domain/language'
import { localLinks, pinnedLinks, teamsLinks, wantedTabs, type LinksOf } from './links'
import { openLocalDoor } from './local/localDoor'
import type { Log } from './log'
import { announcing } from './schedule/announcing'
import { createDeliveries } from './schedule/deliveries'
import { createImportWatch, type ImportWatch } from './schedule/importWatch'
import { createPacing, TEAMS_LIMITS, type Limits } from './schedule/pacing'
import { reachableOutbox } from './schedule/reachableOutbox'
import { createSender, type Sender } from './schedule/sender'
import { createTicker, type Ticker } from './schedule/tick'
import type { Storage } from './storage/openStorage'
import { UNOBSERVED, type Observe } from './telemetry/happening'
import { logged } from './telemetry/logged'
import { BotAdapter } from './teams/adapter'
import { createAddressBook } from './teams/addressBook'
import {
  BOT_FRAMEWORK_TOKENS,
  channelTokens,
  type TokenService,
  type VerifyToken,
} from './teams/channelToken'
import { BotAuthentication, type BotRegistration } from './teams/connector'
import { createEndpoint } from './teams/endpoint'
import { BOT_FRAMEWORK_SERVICES, type GuardRules } from './teams/guard'
import { createFileDoor, TEAMS_FILES } from './teams/fileDoor'
import { createMessenger } from './teams/messenger'
import { createTeamGroups } from './teams/teamGroup'
import { createRoster } from './teams/roster'
import { createRouter } from './teams/router'
import { createTeamChannels } from './teams/teamChannels'

/** What the service needs of the world around it; all that differs from run to run, or from test to test. */
export type World = {
  readonly storage: Storage
  readonly log: Log
  readonly clock: Clock
  readonly newReference: () => string
  /** Runs something so many ms later. */
  readonly after: (ms: number, run: () => void) => void
  /** Who measures what happens. */
  readonly observe?: Observe
  /** From 0 up to 1; without it, what is tried again is tried at even times. */
  readonly random?: () => number
  /** How fast Teams may be asked; its own limits unless given. */
  readonly limits?: Limits
  /** The real one unless given. */
  readonly botFramework?: BotFramework
  /** Microsoft Graph, and how to get in; undefined: nobody connected the service to it. */
  readonly graph?: GraphDoor | undefined
  /** Where Entra publishes its keys; the real place unless given. */
  readonly entraKeys?: string
  /** Where Teams keeps files; the real one unless given. */
  readonly files?: FileDoor | undefined
}

/** Who signs for Teams, where its connector stands, and how the bot proves itself there. */
type BotFramework = {
  readonly tokens: TokenService
  readonly services: readonly RegExp[]
  readonly credentials?: ServiceClientCredentialsFactory
  /** In ms. */
  readonly requestTimeout?: number
}

export type Service = {
  readonly server: Server
  readonly sender: Sender
  readonly ticker: Ticker
  readonly importWatch: ImportWatch
  readonly ending: Ending
}

/** Puts the service together; nothing listens and nothing is sent yet. */
export async function assembleService(config: Config, world: World): Promise<Service> {
  const { storage, clock, log, newReference, after } = world
  const ending = createEnding()
  const { people, channels, greetings, agenda, pins, shutTargets, hints, ping } = storage
  const observe = logged(log, world.observe ?? UNOBSERVED)
  const adapter = openAdapter(config, world)
  const connect = (serviceUrl: string) => adapter.connectTo(serviceUrl)
  const pacing = createPacing({ clock, after, limits: world.limits ?? TEAMS_LIMITS })
  const roster = createRoster({ channels, connect, clock, pacing })
  const messenger = createMessenger({ channels, people, roster, connect, pacing })
  const links = config.mode === 'local' ? localLinks(config.publicUrl) : teamsLinks()
  const linksOf: LinksOf =
    config.mode === 'local'
      ? () => Promise.resolve(links)
      : pinnedLinks({ ...storage, publicUrl: config.publicUrl, now: () => epochMs(clock.now()) })

  const deliveries = createDeliveries({
    people,
    channels,
    roster,
    clock,
    linksOf,
    records: storage.records,
    exchange: storage,
  })
  const sender = createSender({
    outbox: reachableOutbox(storage.outbox, channels),
    shutTargets,
    hints,
    leases: storage.openLeases(),
    messenger,
    deliveries,
    pacing,
    clock,
    log,
    after,
    random: world.random ?? (() => 0),
    observe,
  })
  const wake = (project: ProjectId) => sender.kick(project)

  const flows: FlowDeps = {
    records: storage.records,
    people,
    channels,
    roster,
    teamChannels: createTeamChannels({ channels, connect, clock }),
    teamAccess: teamAccessOf(config, world, createTeamGroups({ channels, connect })),
    clock,
    renderRecap: renderRecapWith(links),
    exchange: exchangeOf(world, ending, announcing(storage.records, wake)),
  }
  const door =
    config.mode === 'local' ? await openLocalDoor(config, storage, flows) : openTeamsDoor(config, world)
  const addressBook = createAddressBook({ records: storage.records, people, channels })
  const telling = { log, newReference, observe }
  const turn = createRouter({
    ...flows,
    ...telling,
    linksOf,
    roster,
    channels,
    agenda,
    pins,
    addressBook,
    greetings,
    messenger,
    pacing,
    shutTargets,
    wake,
  })
  const endpoint = createEndpoint({ adapter, rules: rulesOf(config, world), turn, clock, log, observe })
  const server = createApi({
    ...flows,
    ...door,
    ...telling,
    newCause,
    links,
    wake,
    messages: endpoint,
    ready: ping,
    isEnding: () => ending.hasBegun,
    tabFolder: join(__dirname, '../tab'),
  })
  const records = announcing(storage.records, wake)
  const ticker = createTicker({ ...flows, ...keeping(config), records, agenda, log, newCause, observe })
  const importWatch = createImportWatch({ ...flows, records, log, newCause })
  return { server, sender, ticker, importWatch, ending }
}

/** In a trial nothing is taken out of anything. */
function keeping(config: Config): { readonly keepDays?: number } {
  return config.mode === 'local' ? {} : { keepDays: config.keepDays }
}

/** As W3C trace context has them. */
function newCause(): Cause {
  return randomUUID().replaceAll('-', '') as Cause
}

function openAdapter(config: Config, { botFramework, clock }: World): BotAdapter {
  const registration = registrationOf(config)
  const authentication = new BotAuthentication({ registration, ...botFramework })
  const verify: VerifyToken =
    registration.kind === 'local'
      ? () => Promise.resolve({ kind: 'trusted' })
      : channelTokens({
          appId: registration.appId,
          tokens: botFramework?.tokens ?? BOT_FRAMEWORK_TOKENS,
          clock,
        })
  return new BotAdapter({ registration, authentication, verify })
}

/** A posted recap is read by everybody and for good: in the project's language and zone. */
function renderRecapWith(links: Links): FlowDeps['renderRecap'] {
  return (recap) =>
    fieldValueOf(
      recapCard(recap, { locale: localeIn(recap.language), zone: recap.zone, now: recap.asOf, links }),
    )
}

/** How long Teams may take for a file, in ms. */
const FILE_TIMEOUT = 20_000

/** What goes on after its answer is told to the log alone: the clock finds how far it came. */
function exchangeOf(
  { storage, log, files }: World,
  ending: Ending,
  records: FlowDeps['records'],
): FlowDeps['exchange'] {
  return {
    spreadsheets: createSpreadsheets(),
    imports: storage.imports,
    files:
      files ?? createFileDoor({ fetch, hosts: TEAMS_FILES, mostBytes: MOST_BYTES, timeout: FILE_TIMEOUT }),
    newId: randomUUID,
    later: (work) =>
      ending.waitFor(work(records).catch((err: unknown) => log.error({ err }, 'An import came to a halt'))),
  }
}

function teamAccessOf(config: Config, { storage, graph, clock, log }: World, find: FindPlace): TeamAccess {
  if (config.mode === 'local') return { kind: 'none', why: 'trial' }
  if (!graph) return { kind: 'none', why: 'notConnected' }
  const { publicUrl, teamsAppId: teamsApp } = config
  const { pins } = storage
  return openTeamAccess({
    door: graph,
    find,
    teamsApp,
    pins,
    wanted: (language) => wantedTabs(publicUrl, language),
    clock,
    log,
  })
}

type Door = Pick<ApiDeps, 'authenticate' | 'local' | 'tabSignIn'>

function openTeamsDoor(
  { tabAppId, teamsAppId, tenants }: ProductionConfig,
  { entraKeys = ENTRA_KEYS }: World,
): Door {
  return {
    authenticate: entraTokens({ tabAppId, tenants, keysUrl: entraKeys }),
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

function rulesOf(config: Config, { botFramework }: World): GuardRules {
  return config.mode === 'local'
    ? { kind: 'local' }
    : {
        kind: 'teams',
        tenants: config.tenants,
        services: botFramework?.services ?? BOT_FRAMEWORK_SERVICES,
      }
}
