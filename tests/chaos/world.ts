import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { PersonId } from '../../bot/domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../../bot/domain/time'
import type { OutgoingWhat } from '../../bot/flows/outgoing'
import type { Waiting } from '../../bot/flows/sendingPorts'
import { playgroundWorld, type PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTableName } from '../support/azurite'
import type { startBotFramework } from '../support/botFramework'
import { anActionItem, aProject, aDueDate, at } from '../support/builders'
import { startConnector, type Incoming, type StandingMessage } from '../support/connector'
import type { Button } from '../support/sentCards'
import { TENANT_ID } from '../support/standIns'
import { startTablesProxy, type TableRequest } from '../support/tablesProxy'
import {
  ANNOUNCEMENTS,
  captured,
  GENERAL,
  messageIn,
  PEOPLE,
  threadIn,
  type Activity,
  type Where,
} from '../support/teamsTrial'
import { CrashPoints } from './crashPoints'
import { Gone, type openNursery, type Victim } from './victims'
import type { WeekPlan } from './week'

export type Tools = {
  /** Azurite's, which is never killed. */
  readonly connection: string
  readonly nursery: ReturnType<typeof openNursery>
  readonly botFramework: Awaited<ReturnType<typeof startBotFramework>>
}

const { alex, megan, adele, isaiah, patti, lynne } = PEOPLE
const SET_UP = at('2026-11-16', '09:00')
/** How often somebody tries again who got no answer. */
const ATTEMPTS = 6
/** More rounds than any lease or pause takes; beyond them something never ends. */
const MOST_ROUNDS = 40
const ROUND_MS = 31_000
const LATE_LOOK_MS = 6 * 60_000
/** After so many ms a claim is over. */
const CLAIM_FOR = 60_000

type Process = {
  readonly victim: Victim
  readonly url: string
  readonly tables: Awaited<ReturnType<typeof startTablesProxy>>
}

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * A project of six people on a table of its own, served by one or more processes that die at crash points and are
 * started again. The caller closes it.
 */
export async function openWorld(
  { connection, nursery, botFramework }: Tools,
  { processes, chance, tables: troubleOf }: Pick<WeekPlan, 'processes' | 'chance' | 'tables'>,
) {
  let ahead = epochMs(SET_UP) - Date.now()
  const clock = { now: (): Instant => fromEpochMs(Date.now() + ahead) }
  const table = freshTableName()
  const client = await connectTables({ table, at: { kind: 'connection', connection } })
  const storage = openStorage({ client, clock })
  const project = storage.records.idOf(TENANT_ID, GENERAL)

  const living: Process[] = []
  const known = new Map<string, Victim>()
  const busy = new Map<Victim, number>()
  /** Which process wrote each row of the outbox; a key is used once. */
  const writers = new Map<string, Victim>()
  /** Posts whose claim nobody looks after any more. */
  const abandoned: OutgoingWhat[] = []
  const points = new CrashPoints(async (killed) => {
    for (let tries = 0; (busy.get(killed) ?? 0) > 0 && tries < 400; tries++) await wait(5)
    await noteClaims(({ revision }) => writers.get(revision) === killed)
  })

  const noteClaims = async (isAbandoned: (claim: Waiting) => boolean): Promise<void> => {
    for (const message of await storage.outbox.pending(project, 100)) {
      const { what, state } = message.record
      if (state.status === 'sending' && isAbandoned(message) && (await isPost(what))) abandoned.push(what)
    }
  }

  /** Whether what was claimed makes a message; an edit in place is simply made again. */
  const isPost = async (what: OutgoingWhat): Promise<boolean> => {
    const { records } = storage
    switch (what.kind) {
      case 'weeklyAsk':
        return (await records.ask(project, what.week, what.person))?.record.delivery.status === 'pending'
      case 'channelWeek':
        return (await records.posted(project, `week:${what.week}`)) === null
      case 'overtakenCard':
      case 'recapCorrected':
      case 'refreshCard':
      case 'importCard':
        return false
      default:
        return true
    }
  }

  const connector = await startConnector({
    team: GENERAL,
    channels: [ANNOUNCEMENTS],
    people: playgroundWorld.people,
    guarded: true,
    watch: (moment, request) => {
      const victim = known.get(request.authorization.split('.')[1] ?? '')
      return victim
        ? points.pass(moment, { victim, what: inWords(request) }, request.method !== 'GET')
        : Promise.resolve('cut')
    },
  })
  connector.block(isaiah)

  const tablesOf = (victim: Victim) =>
    startTablesProxy(connection, async (moment, request) => {
      const isPoint = request.isWrite && !request.path.includes('/Tables')
      if (moment === 'carriedOut') busy.set(victim, (busy.get(victim) ?? 0) - 1)
      const way = await points.pass(moment, { victim, what: rowsIn(request) }, isPoint)
      if (moment === 'arrived' && way === 'on') {
        busy.set(victim, (busy.get(victim) ?? 0) + 1)
        for (const key of keysIn(request.body)) writers.set(key, victim)
      }
      return way
    })

  const startOne = async (): Promise<void> => {
    const victim = await nursery.next()
    known.set(victim.name, victim)
    const tables = await tablesOf(victim)
    const { issuer, metadata } = botFramework
    const { port } = await victim.tell('open', {
      name: victim.name,
      connection: tables.connection,
      table,
      ahead,
      tokens: { issuer, metadata },
    })
    if (troubleOf) tables.choose(troubleOf)
    living.push({ victim, tables, url: `http://127.0.0.1:${port}/api/messages` })
  }
  let isClosed = false
  let reviving: Promise<void> | null = null
  /** Buries the dead and starts as many anew; whoever else wants that meanwhile waits for it. */
  const revive = (): Promise<void> => {
    reviving ??= replaceDead().finally(() => (reviving = null))
    return reviving
  }
  const replaceDead = async (): Promise<void> => {
    await points.settled()
    for (const dead of living.filter(({ victim }) => victim.isGone())) {
      living.splice(living.indexOf(dead), 1)
      await dead.tables.stop()
    }
    while (!isClosed && living.length < processes) await startOne()
  }

  /** One round of the clock and the outbox in every process; how much they put off. */
  const look = async (): Promise<number> => {
    if (troubleOf) await noteForgotten()
    const looks = await Promise.allSettled(living.map(({ victim }) => victim.tell('look', null)))
    let putOff = 0
    for (const one of looks) {
      if (one.status === 'fulfilled') putOff += one.value.putOff
      else if (!(one.reason instanceof Gone)) throw one.reason
    }
    await revive()
    return putOff
  }

  /** Where the tables failed, a process may have lost what it knew, and its claim has run out. */
  const noteForgotten = (): Promise<void> => {
    const before = epochMs(clock.now()) - CLAIM_FOR
    return noteClaims(({ record: { state } }) => state.status === 'sending' && epochMs(state.since) < before)
  }

  /** A week that could not be run for an outage is looked at again minutes later, and may meet the next outage then. */
  const isLookedAtSoon = async (): Promise<boolean> =>
    (await storage.agenda.due(fromEpochMs(epochMs(clock.now()) + LATE_LOOK_MS), 1)).length > 0

  const setAhead = async (next: number): Promise<void> => {
    ahead = next
    const told = living.map(({ victim }) => victim.tell('setClock', { ahead }))
    await Promise.allSettled(told)
  }

  const placed = (activity: Activity, person: PlaygroundPerson, where: Where) => ({
    ...activity,
    id: randomUUID(),
    timestamp: clock.now(),
    // Who tries again does so at another moment: it is no second delivery of the same.
    localTimestamp: clock.now().replace('Z', '+00:00'),
    serviceUrl: connector.serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    conversation: {
      ...activity.conversation,
      id: where === 'chat' ? connector.chatWith(person) : threadIn(where),
    },
  })

  /** Whether it was answered, and not with a failure. */
  const post = async (activity: Activity & { readonly id: string }): Promise<boolean> => {
    const { url } = living[chance.below(living.length)] ?? { url: '' }
    const seconds = Math.floor(epochMs(clock.now()) / 1000)
    const token = await botFramework.token({
      serviceurl: connector.serviceUrl,
      nbf: seconds - 300,
      exp: seconds + 3600,
    })
    const before = connector.ledger.length
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
      })
      const said = await answer.text()
      if (answer.status !== 200) throw new Refused(`${answer.status} ${said}`)
      const replies = connector.ledger.slice(before).filter(({ path }) => path.endsWith(activity.id))
      return !FAILURE.test(`${said}${JSON.stringify(replies)}`)
    } catch (error) {
      if (error instanceof Refused) throw error
      return false
    }
  }

  /** Does what a person does until it is answered; says how often it took, the last of which was answered. */
  const until = async (
    activity: (attempt: number) => Activity & { readonly id: string },
  ): Promise<number> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await post(activity(attempt))) return attempt
      await revive()
    }
    throw new Error(`Nobody answered in ${ATTEMPTS} attempts`)
  }

  await seed()
  await revive()

  async function seed(): Promise<void> {
    const { records, people, channels } = storage
    const bot = playgroundWorld.bot
    const reference = (conversation: string) => ({
      serviceUrl: connector.serviceUrl,
      conversation,
      tenant: TENANT_ID,
      bot,
    })
    await channels.remember(project, {
      tenant: TENANT_ID,
      team: GENERAL as string as never,
      channel: GENERAL,
      teamName: 'Northwind',
      group: null,
      channelName: 'General',
      reference: reference(GENERAL),
    })
    // Megan and Adele wrote to the bot once; the others' chats are opened when they are first needed.
    for (const person of [megan, adele]) {
      await people.meet(TENANT_ID, {
        person: personOf(person),
        locale: 'en-GB',
        zone: null,
        teamsId: person.id,
        reference: reference(connector.chatWith(person)),
      })
    }
    const record = aProject({
      id: project,
      tenant: TENANT_ID,
      team: GENERAL as string as never,
      channel: GENERAL,
      lead: personOf(alex),
      createdBy: personOf(alex),
      createdAt: SET_UP,
      workstreams: [],
    })
    await records.commit(project, { project: { record, over: 'new' } })
    const owners: [PlaygroundPerson, PlaygroundPerson | null][] = [
      [megan, lynne],
      [adele, null],
      [isaiah, megan],
      [patti, megan],
    ]
    for (const [owner, waits] of owners) {
      await records.createItem(project, (id) => {
        const item = anActionItem({
          id,
          title: `Files of ${owner.name}`,
          owner: personOf(owner),
          for: waits && personOf(waits),
          workstream: null,
          due: aDueDate(owner === adele ? '2026-11-17' : '2026-11-24'),
          createdBy: personOf(alex),
          createdAt: SET_UP,
          changedBy: personOf(alex),
          changedAt: SET_UP,
        })
        const change = { record: id, version: 1, at: SET_UP, by: personOf(alex), door: 'chat' as const }
        return {
          items: [{ record: item, over: 'new' }],
          changes: [{ ...change, inPlaceOf: null, why: null, undoes: null, fields: [] }],
        }
      })
    }
  }

  return {
    project,
    storage,
    client,
    connector,
    points,
    abandoned,
    look,
    /** A moment on the wall of the project; never back. */
    setClock: (moment: Instant) => setAhead(Math.max(ahead, epochMs(moment) - Date.now())),
    say: (
      person: PlaygroundPerson,
      where: Where,
      text: (attempt: number) => string,
      ...mentioned: PlaygroundPerson[]
    ) => until((attempt) => placed(messageIn(where, text(attempt), mentioned), person, where)),
    tap: (person: PlaygroundPerson, card: StandingMessage, { verb, data }: Button) =>
      until(() => ({
        ...placed(captured('personal-adaptiveCardAction'), person, 'chat'),
        replyToId: card.id,
        value: { action: { type: 'Action.Execute', verb, data } },
      })),
    /** Runs rounds until nothing waits and nothing is put off, and then once more. */
    quiet: async (): Promise<void> => {
      let calm = 0
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await revive()
        const putOff = await look()
        const waiting = await storage.outbox.pending(project, 100)
        calm = putOff === 0 && waiting.length === 0 ? calm + 1 : 0
        if (calm === 2 && !(troubleOf && (await isLookedAtSoon()))) return
        await setAhead(ahead + (calm === 2 ? LATE_LOOK_MS : ROUND_MS))
        if (calm === 2) calm = 0
      }
      const waiting = await storage.outbox.pending(project, 100)
      throw new Error(`It does not come to rest: ${JSON.stringify(waiting.map(({ record }) => record))}`)
    },
    said: () => living.flatMap(({ victim }) => [`-- ${victim.name}`, ...victim.said()]),
    close: async () => {
      isClosed = true
      // Where a week broke off, somebody may still be at it.
      await reviving?.catch(() => undefined)
      await Promise.all(
        living.map(async ({ victim, tables }) => {
          await victim.kill()
          await tables.stop()
        }),
      )
      await connector.close()
      await client.deleteTable()
    },
  }
}

/** The reference of a failure, as a person is told it. */
const FAILURE = /\bR-\d+\b/

class Refused extends Error {
  override readonly name = 'Refused'
}

export function personOf({ aadObjectId, name }: PlaygroundPerson) {
  return { id: aadObjectId as PersonId, name }
}

function inWords({ method, path }: Incoming): string {
  return `${method} ${path}`
}

/** The rows that a request writes, for whoever reads of a failure. */
function rowsIn({ method, path, body }: TableRequest): string {
  if (!path.endsWith('$batch'))
    return `${method} ${decodeURIComponent(/RowKey='([^']*)'/.exec(path)?.[1] ?? path)}`
  return `rows ${keysIn(body).join(' ')}`
}

function keysIn(body: string): string[] {
  return [...body.matchAll(/"RowKey":"([^"]*)"/g)].map(([, key = '']) => key)
}
