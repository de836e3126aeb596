import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from 'restify'
import type { FurtherChannel } from '../../bot/domain/audience'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { epochMs, fromEpochMs } from '../../bot/domain/time'
import { projectRoot } from '../../bot/local/localStack'
import type { FileDoor } from '../../bot/flows/exchangePorts'
import type { GraphDoor } from '../../bot/graph/client'
import { playgroundWorld, type PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { NO_LIMITS, type Limits } from '../../bot/schedule/pacing'
import { assembleService, type Service, type World } from '../../bot/service'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import type { Log } from '../../bot/log'
import type { Observe } from '../../bot/telemetry/happening'
import { freshTableName } from './azurite'
import { connectTables } from '../../bot/storage/connectTables'
import type { QueueServiceClient } from '@azure/storage-queue'
import { startBotFramework } from './botFramework'
import { fixedClock } from './builders'
import { startConnector, type StandingMessage } from './connector'
import { CONFIG, standIns, TENANT_ID } from './standIns'
import type { VirtualTime } from './virtualTime'
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
export { TENANT_ID }
export const GENERAL = playgroundWorld.general.id as ChannelId
export const ANNOUNCEMENTS = playgroundWorld.announcements.id as ChannelId

export type Where = 'general' | 'announcements' | 'chat'

/** An activity as the Playground sent it once (`tests/fixtures/activities`). */
export function captured(name: string): Activity {
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
  /** Paced by Teams' limits, which the connector keeps too, in a time that somebody moves on. */
  readonly paced?: { readonly time: VirtualTime; readonly limits: Limits }
  readonly queues?: QueueServiceClient
  /** Channels of the team besides General and Announcements. */
  readonly moreChannels?: readonly FurtherChannel[]
  /** The way to a stand-in of Graph. */
  readonly graph?: GraphDoor
  /** A stand-in of where Teams keeps files. */
  readonly files?: FileDoor
  /** Where the service writes, instead of `logged`. */
  readonly log?: Log
  readonly observe?: Observe
}

export type TeamsTrial = Awaited<ReturnType<typeof startTeamsTrial>>

/**
 * The whole service as in production (tokens checked, tables on Azurite), listening, with a stand-in of the Bot
 * Framework on either side and the clock in the test's hand. The caller closes it.
 */
export async function startTeamsTrial(
  connection: string,
  {
    tables = connection,
    over,
    alsoThere = [],
    moreChannels = [],
    paced,
    queues,
    graph,
    files,
    log,
    observe,
  }: Wanted = {},
) {
  const clock = paced?.time.clock ?? fixedClock()
  const connector = await startConnector({
    team: GENERAL,
    channels: [ANNOUNCEMENTS, ...moreChannels.map(({ id }) => id)],
    channelNames: Object.fromEntries(
      [playgroundWorld.announcements, ...moreChannels].map(({ id, name }) => [id, name]),
    ),
    people: [...playgroundWorld.people, ...alsoThere],
    guarded: true,
    ...(paced && { limitsBy: () => epochMs(clock.now()) }),
  })
  const { serviceUrl } = connector
  const botFramework = await startBotFramework({ clock, serviceUrl })
  const table = freshTableName()
  await connectTables({ table, at: { kind: 'connection', connection } })
  const client = await connectTables({ table, at: { kind: 'connection', connection: tables } })
  const storage = openStorage({ client, clock, queues: queues ?? null })
  const logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[] = []
  const noting = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields: fields as Readonly<Record<string, unknown>>, message })
  const later: { ms: number; at: number; run: () => void }[] = []
  let references = 0
  const world: World = {
    storage: { ...storage, ...over?.(storage) },
    log: log ?? { info: noting('info'), warn: noting('warn'), error: noting('error') },
    ...(observe && { observe }),
    clock,
    newReference: () => `R-${++references}`,
    after: paced?.time.after ?? ((ms, run) => void later.push({ ms, at: epochMs(clock.now()) + ms, run })),
    // The clock stands still otherwise, so that nobody could wait for a turn.
    limits: paced?.limits ?? NO_LIMITS,
    graph,
    files,
    botFramework: standIns(botFramework, paced ? { requestTimeout: 30_000 } : {}),
  }
  const { server, sender, ticker } = await assembleService(CONFIG, world)
  const origin = await listening(server)
  /** With a token of the moment, unless told otherwise: a day later the one before is worth nothing. */
  const postTo =
    (door: string) =>
    async (activity: unknown, given?: string | null): Promise<Posted> => {
      const authorization = given === undefined ? `Bearer ${await botFramework.token()}` : given
      const answer = await fetch(`${door}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      })
      const text = await answer.text()
      return { status: answer.status, text }
    }
  const post = postTo(origin)
  const others: Server[] = []
  let sent = 0
  /** No two things are sent in the same millisecond, however long the clock stands. */
  const sentNow = () => {
    const timestamp = fromEpochMs(epochMs(clock.now()) + ++sent)
    return { timestamp, localTimestamp: timestamp.replace('Z', '+00:00') }
  }
  const project = (where: Where): ProjectId =>
    storage.records.idOf(TENANT_ID, where === 'announcements' ? ANNOUNCEMENTS : GENERAL)
  const settle = () => sender.drain(project('general'))
  const locales = new Map<PlaygroundPerson, string>()
  const placed = (activity: Activity, person: PlaygroundPerson, where: Where, thread: string): Activity => ({
    ...activity,
    locale: locales.get(person) ?? activity['locale'],
    ...sentNow(),
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
    /** From now on somebody's client is in this language; until then in that of the captured activities. */
    speaks: (person: PlaygroundPerson, locale: string) => void locales.set(person, locale),
    /** Where the service listens. */
    origin,
    post,
    project,
    /** What was put off, and for how many ms; running it is the test's to do. */
    later,
    /** Sends all that waits for General. */
    /** Its table, past the service. */
    table: client,
    settle,
    /** Runs what was put off, each at its time, to which the clock goes on, and sends what waits then. */
    runLater: async () => {
      for (const { at, run } of later.splice(0).sort((a, b) => a.at - b.at)) {
        clock.advance(Math.max(0, at - epochMs(clock.now())))
        run()
      }
      await settle()
    },
    /** Another process of the service on the same storage, which takes no requests. */
    another: (): Promise<Service> => assembleService(CONFIG, world),
    /** Another process of the service on the same table, listening; answers with a way to post to it. */
    besides: async () => {
      const own = openStorage({
        client: await connectTables({ table, at: { kind: 'connection', connection } }),
        clock,
        queues: queues ?? null,
      })
      const { server: other } = await assembleService(CONFIG, { ...world, storage: own })
      others.push(other)
      return postTo(await listening(other))
    },
    /** An activity as it was captured, sent from here. */
    fixture: (name: string): Activity => ({ ...captured(name), serviceUrl }),
    messageBy: (person: PlaygroundPerson, where: Where, text: string, ...mentioned: PlaygroundPerson[]) =>
      placed(messageIn(where, text, mentioned), person, where, threadIn(where)),
    /** Somebody writes to the bot; answers with what the bot posted in return, oldest first. */
    say: async (
      person: PlaygroundPerson,
      where: Where,
      text: string,
      ...mentioned: PlaygroundPerson[]
    ): Promise<readonly StandingMessage[]> => {
      const before = connector.ledger.length
      const { status } = await post(placed(messageIn(where, text, mentioned), person, where, threadIn(where)))
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
      for (const one of [server, ...others]) {
        await new Promise<void>((resolve) => void one.close(() => resolve()))
      }
      await botFramework.close()
      await connector.close()
    },
  }
}

/** What an activity's POST was answered with. */
export type Posted = { readonly status: number; readonly text: string }

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${server.address().port}`
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

export function messageIn(where: Where, text: string, mentioned: readonly PlaygroundPerson[]): Activity {
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

export function threadIn(where: Where): string {
  return `${where === 'announcements' ? ANNOUNCEMENTS : GENERAL};messageid=1795338787726`
}

function postedSince(
  { ledger, message }: Awaited<ReturnType<typeof startConnector>>,
  before: number,
): readonly StandingMessage[] {
  return ledger.slice(before).flatMap(({ id }) => (id === null ? [] : (message(id) ?? [])))
}
