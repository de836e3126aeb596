import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ServiceClientCredentialsFactory, TokenCredentials } from 'botframework-connector'
import type { ProductionConfig } from '../../bot/config'
import type { ChannelId, ProjectId, TenantId } from '../../bot/domain/ids'
import { projectRoot } from '../../bot/local/localStack'
import type { GraphDoor } from '../../bot/graph/client'
import { playgroundWorld, type PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { assembleService, type Service, type World } from '../../bot/service'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { freshTableName } from './azurite'
import { connectTables } from '../../bot/storage/connectTables'
import { BOT_APP_ID, startBotFramework } from './botFramework'
import { fixedClock } from './builders'
import { BOT_TOKEN, startConnector, type StandingMessage } from './connector'
import { buttonsOn, wordsOn, type Button } from './sentCards'

const [alex, megan, adele, isaiah, patti, lynne] = playgroundWorld.people
/** The people of the captured activities. Alex is the one who types in them. */
export const PEOPLE = { alex, megan, adele, isaiah, patti, lynne }
/** Somebody of the tenant who is not on the team. */
export const STRANGER: PlaygroundPerson = {
  id: 'user-id-9',
  name: 'Nestor Wilke',
  aadObjectId: '00000000-0000-0000-0000-0000000000029',
  email: 'nestorw@example.com',
}
export const TENANT_ID = playgroundWorld.tenantId as TenantId
export const GENERAL = playgroundWorld.general.id as ChannelId
export const ANNOUNCEMENTS = playgroundWorld.announcements.id as ChannelId

export type Where = 'general' | 'announcements' | 'chat'

/** An activity as the Playground sent it once (`tests/fixtures/activities`). */
function captured(name: string): Activity {
  const file = join(projectRoot(), 'tests/fixtures/activities', `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Activity
}

export type Activity = Readonly<Record<string, unknown>> & {
  readonly conversation: { readonly id: string }
  readonly recipient: { readonly id: string }
}

type Wanted = {
  /** Between the service and its storage, for what goes wrong there. */
  readonly tables?: string
  readonly over?: (storage: Storage) => Partial<Storage>
  /** Members of the team besides the Playground's six. */
  readonly alsoThere?: readonly PlaygroundPerson[]
  /** The way to a stand-in of Graph. */
  readonly graph?: GraphDoor
}

export type TeamsTrial = Awaited<ReturnType<typeof startTeamsTrial>>

/**
 * The whole service as in production (tokens checked, tables on Azurite), listening, with a stand-in of the Bot
 * Framework on either side and the clock in the test's hand. The caller closes it.
 */
export async function startTeamsTrial(
  connection: string,
  { tables = connection, over, alsoThere = [], graph }: Wanted = {},
) {
  const clock = fixedClock()
  const connector = await startConnector({
    team: GENERAL,
    channels: [ANNOUNCEMENTS],
    people: [...playgroundWorld.people, ...alsoThere],
    guarded: true,
  })
  const { serviceUrl } = connector
  const botFramework = await startBotFramework({ clock, serviceUrl })
  const table = freshTableName()
  await connectTables({ table, at: { kind: 'connection', connection } })
  const client = await connectTables({ table, at: { kind: 'connection', connection: tables } })
  const storage = openStorage({ client, clock })
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = []
  const noting = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields: fields as Readonly<Record<string, unknown>>, message })
  const later: { ms: number; run: () => void }[] = []
  let references = 0
  const world: World = {
    storage: { ...storage, ...over?.(storage) },
    log: { info: noting('info'), warn: noting('warn'), error: noting('error') },
    clock,
    newReference: () => `R-${++references}`,
    after: (ms, run) => void later.push({ ms, run }),
    graph,
    botFramework: {
      tokens: { issuer: botFramework.issuer, metadata: botFramework.metadata },
      services: [/^http:\/\/127\.0\.0\.1:\d+$/],
      credentials: new BotCredentials(),
      requestTimeout: 300,
    },
  }
  const { server, sender, ticker } = await assembleService(CONFIG, world)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()

  /** With a token that is good at this moment, unless told otherwise. */
  const post = async (activity: unknown, given?: string | null) => {
    const authorization = given === undefined ? `Bearer ${await botFramework.token()}` : given
    const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    })
    const text = await answer.text()
    return { status: answer.status, text }
  }
  const project = (where: Where): ProjectId =>
    storage.records.idOf(TENANT_ID, where === 'announcements' ? ANNOUNCEMENTS : GENERAL)
  const settle = () => sender.drain(project('general'))
  const placed = (activity: Activity, person: PlaygroundPerson, where: Where, thread: string): Activity => ({
    ...activity,
    id: randomUUID(),
    serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: {
      ...activity.conversation,
      id: where === 'chat' ? connector.chatWith(person) : thread,
    },
  })

  return {
    clock,
    connector,
    botFramework,
    storage,
    records: storage.records,
    sender,
    ticker,
    logged,
    post,
    project,
    /** What was put off, and for how many ms; running it is the test's to do. */
    later,
    /** Sends all that waits for General. */
    settle,
    /** Runs what was put off, all of it, and sends what waits then. */
    runLater: async () => {
      for (const { run } of later.splice(0)) run()
      await settle()
    },
    /** Another process of the service on the same storage, which takes no requests. */
    another: (): Promise<Service> => assembleService(CONFIG, world),
    /** An activity as it was captured, sent from here. */
    fixture: (name: string): Activity => ({ ...captured(name), serviceUrl }),
    messageBy: (person: PlaygroundPerson, where: Where, text: string, ...mentioned: PlaygroundPerson[]) =>
      placed(message(where, text, mentioned), person, where, threadIn(where)),
    /** Somebody writes to the bot; answers with what the bot posted in return, oldest first. */
    say: async (
      person: PlaygroundPerson,
      where: Where,
      text: string,
      ...mentioned: PlaygroundPerson[]
    ): Promise<readonly StandingMessage[]> => {
      const before = connector.ledger.length
      const { status } = await post(placed(message(where, text, mentioned), person, where, threadIn(where)))
      if (status !== 200) throw new Error(`"${text}" was answered with ${status}`)
      return postedSince(connector, before)
    },
    tapOf: (
      person: PlaygroundPerson,
      where: Where,
      card: StandingMessage,
      { verb, data }: Pick<Button, 'verb' | 'data'>,
      inputs: Readonly<Record<string, unknown>> = {},
    ): Activity => ({
      ...placed(
        captured(where === 'chat' ? 'personal-adaptiveCardAction' : 'channel-adaptiveCardAction'),
        person,
        where,
        card.conversation,
      ),
      ...inChannel(where),
      replyToId: card.id,
      value: { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } } },
    }),
    async tap(
      person: PlaygroundPerson,
      where: Where,
      card: StandingMessage,
      button: string | Pick<Button, 'verb' | 'data'>,
      inputs: Readonly<Record<string, unknown>> = {},
    ): Promise<TapAnswer> {
      const chosen = typeof button === 'string' ? buttonOn(card, button) : button
      const before = connector.ledger.length
      const { status, text } = await post(this.tapOf(person, where, card, chosen, inputs))
      if (status !== 200) throw new Error(`"${chosen.verb}" was answered with ${status}`)
      const body = JSON.parse(text) as Omit<TapAnswer, 'posted'>
      return { ...body, posted: postedSince(connector, before) }
    },
    close: async () => {
      await new Promise<void>((resolve) => void server.close(() => resolve()))
      await botFramework.close()
      await connector.close()
    },
  }
}

/** The invoke's answer, and what the bot posted besides. */
export type TapAnswer = {
  readonly statusCode: number
  readonly type: string
  readonly value: unknown
  readonly posted: readonly StandingMessage[]
}

/** The card of a message. */
export function cardOf(message: StandingMessage | undefined): unknown {
  return message?.activity.attachments?.[0]?.content
}

/** What a person reads in a message, or in several. */
export function wordsIn(...messages: readonly (StandingMessage | undefined)[]): string {
  return messages.map((message) => wordsOn(cardOf(message))).join('\n')
}

function buttonOn(message: StandingMessage, title: string): Button {
  const button = buttonsOn(cardOf(message)).find((one) => one.title === title)
  if (!button) throw new Error(`No button "${title}" on: ${wordsIn(message)}`)
  return button
}

const CONFIG: ProductionConfig = {
  mode: 'production',
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'https://plumbline.example',
  logLevel: 'info',
  tables: { table: 'unused', at: { kind: 'account', url: 'https://unused.example' } },
  bot: { type: 'UserAssignedMsi', id: BOT_APP_ID, tenant: TENANT_ID },
  tenants: [TENANT_ID],
  tabAppId: '11111111-2222-3333-4444-555555555555',
  teamsAppId: '22222222-3333-4444-5555-666666666666',
  graph: null,
}

/** The bot's own token without anybody who gives it out. */
export class BotCredentials extends ServiceClientCredentialsFactory {
  override isValidAppId(appId: string) {
    return Promise.resolve(appId === BOT_APP_ID)
  }

  override isAuthenticationDisabled() {
    return Promise.resolve(false)
  }

  override createCredentials() {
    return Promise.resolve(new TokenCredentials(BOT_TOKEN))
  }
}

function message(where: Where, text: string, mentioned: readonly PlaygroundPerson[]): Activity {
  if (where === 'chat') return { ...captured('personal-message'), text }
  const { entities, ...rest } = captured('channel-message-with-mentions')
  const [bot, , client] = entities as readonly unknown[]
  const mentions = mentioned.map(({ id, name }) => ({
    type: 'mention',
    mentioned: { id, name },
    text: `<at>${name}</at>`,
  }))
  return {
    ...rest,
    ...inChannel(where),
    text: `<at>Plumbline</at> ${text}`,
    entities: [bot, ...mentions, client],
  }
}

/** What tells one channel of the team from the other. */
function inChannel(where: Where) {
  if (where === 'chat') return {}
  const id = where === 'announcements' ? ANNOUNCEMENTS : GENERAL
  return { channelData: { tenant: { id: TENANT_ID }, team: { id: GENERAL }, channel: { id } } }
}

function threadIn(where: Where): string {
  return `${where === 'announcements' ? ANNOUNCEMENTS : GENERAL};messageid=1795338787726`
}

function postedSince(
  { ledger, message }: Awaited<ReturnType<typeof startConnector>>,
  before: number,
): readonly StandingMessage[] {
  return ledger.slice(before).flatMap(({ id }) => (id === null ? [] : (message(id) ?? [])))
}
