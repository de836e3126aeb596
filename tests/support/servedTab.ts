import type { TableClient } from '@azure/data-tables'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createApi } from '../../bot/api/server'
import type { ApiDeps } from '../../bot/api/deps'
import { localTokens } from '../../bot/api/tokens'
import { fieldValueOf } from '../../bot/cards/card'
import { NO_LINKS } from '../../bot/cards/reader'
import { recapCard } from '../../bot/cards/recapCard'
import type { ChannelId, ProjectId, TeamId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import type { Project } from '../../bot/domain/project'
import { carryOut } from '../../bot/flows/carryOut'
import type { Command } from '../../bot/flows/command'
import type { FlowDeps } from '../../bot/flows/deps'
import type { Outcome } from '../../bot/flows/outcome'
import { seedDemo } from '../../bot/local/demo/seedDemo'
import type { DemoWorld } from '../../bot/local/demo/world'
import { projectRoot } from '../../bot/local/localStack'
import { openStorage } from '../../bot/storage/openStorage'
import { anExchange } from './exchange'
import { freshTable } from './azurite'
import { aMember, aProject, COPENHAGEN, EVERYBODY, fixedClock, TENANT } from './builders'
import { aRoster, aTeamWith, NO_TEAM_ACCESS } from './roster'
import { NOT_MEASURED } from './unobserved'

/** The built tab, as `vite build tab` left it. */
export const TAB_FOLDER = join(projectRoot(), 'dist/tab')

export type ServedTab = Awaited<ReturnType<typeof serveTab>>

type Wanted = {
  /** Instead of local mode's own sign-in. */
  readonly authenticate?: ApiDeps['authenticate']
  readonly tabSignIn?: ApiDeps['tabSignIn']
  readonly people?: readonly Person[]
  readonly tenant?: Project['tenant']
  /** A table that is filled already. */
  readonly client?: TableClient
  /** Some deps otherwise, e.g. records that fail. */
  readonly over?: (deps: ApiDeps) => Partial<ApiDeps>
}

/** The HTTP side on real storage, listening, with a table of its own and the clock in the test's hand. */
export async function serveTab({ people = EVERYBODY, tenant = TENANT, ...wanted }: Wanted = {}) {
  const clock = fixedClock()
  const storage = openStorage({ client: wanted.client ?? (await freshTable()), clock })
  const channel = 'channel-general' as ChannelId
  const project = storage.records.idOf(tenant, channel)
  const members = people.map((person) => aMember(person))
  const flow: FlowDeps = {
    records: storage.records,
    people: storage.people,
    channels: storage.channels,
    roster: aRoster(people),
    teamChannels: aTeamWith(),
    teamAccess: NO_TEAM_ACCESS,
    clock,
    exchange: anExchange(storage),
    renderRecap: (recap) =>
      fieldValueOf(recapCard(recap, { locale: 'en-GB', zone: recap.zone, now: recap.asOf, links: NO_LINKS })),
  }
  const local = localTokens({ tenant, people: members, key: randomBytes(32), clock })
  const logged: { fields: object; message: string }[] = []
  const woken: ProjectId[] = []
  let references = 0
  const note = (fields: object, message: string) => void logged.push({ fields, message })
  const deps: ApiDeps = {
    ...flow,
    ...NOT_MEASURED,
    authenticate: wanted.authenticate ?? local.authenticate,
    local: wanted.authenticate
      ? null
      : { tenant, people: members, channels: [channel], signIn: local.signIn },
    links: NO_LINKS,
    wake: (id) => void woken.push(id),
    messages: () => Promise.resolve({ status: 200, body: undefined }),
    ready: () => storage.ping(),
    isEnding: () => false,
    tabFolder: TAB_FOLDER,
    tabSignIn: wanted.tabSignIn ?? null,
    log: { info: note, warn: note, error: note },
    newReference: () => `R-${++references}`,
  }
  const server = createApi({ ...deps, ...wanted.over?.(deps) })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://localhost:${server.address().port}`

  return {
    origin,
    project,
    channel,
    clock,
    deps,
    records: storage.records,
    logged,
    woken,
    /** Sets the project up as Northwind's, which Alex leads. */
    setUp: async (over: Partial<Project> = {}) => {
      await storage.records.commit(project, {
        project: { record: aProject({ id: project, channel, tenant, ...over }), over: 'new' },
      })
    },
    /** Fills the channel with the demo: a roll-out in its third week, in all states. */
    seed: async () => {
      const { records, people: known, channels } = storage
      const world: DemoWorld = {
        tenant,
        team: { id: 'team-northwind' as TeamId, name: 'Northwind' },
        channel: { id: channel, name: 'General' },
        bot: { id: 'bot', name: 'Plumbline' },
        people: members.map((member) => ({ ...member, teamsId: member.id, chat: null })),
        serviceUrl: 'http://localhost',
        zone: COPENHAGEN,
      }
      await seedDemo(
        { records, people: known, channels, renderRecap: flow.renderRecap, now: clock.now() },
        world,
      )
    },
    /** What comes of a person's command in the chat. */
    inChat: (person: Person, command: Command): Promise<Outcome> =>
      carryOut(flow, {
        project,
        actor: { tenant, person, locale: 'en-GB', zone: COPENHAGEN, ownsTeam: false },
        door: 'chat',
        command,
      }),
    tokenOf: (person: Person) => local.signIn(person.id),
    /** A request in the name of somebody of the trial, or without any token. */
    ask: async (person: Person | null, path: string, body?: unknown) => {
      const token = person ? await local.signIn(person.id) : null
      return askWith(origin, token, path, body)
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** A request with this token, as a browser sends it; GET without a body. */
export async function askWith(origin: string, token: string | null, path: string, body?: unknown) {
  const answer = await fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: readJson(text) }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
