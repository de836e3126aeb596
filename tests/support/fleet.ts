import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { importAnswer, type ImportAnswer } from '../../bot/contract/exchange'
import { paths } from '../../bot/contract/paths'
import type { ItemId, PersonId } from '../../bot/domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../../bot/domain/time'
import { projectRoot } from '../../bot/local/localStack'
import { playgroundWorld, type PlaygroundPerson } from '../../bot/local/playgroundWorld'
import { connectQueues } from '../../bot/storage/connectQueues'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTableName, tablesConnection } from './azurite'
import { startAzurite } from './azuriteProcess'
import { startBotFramework } from './botFramework'
import { anActionItem, aProject, at } from './builders'
import { startConnector, type Incoming } from './connector'
import { startEntra } from './entra'
import type { Wanted } from './instance'
import { TENANT_ID } from './standIns'
import { ANNOUNCEMENTS, GENERAL, messageIn, PEOPLE, threadIn } from './teamsTrial'

const { alex, megan, adele } = PEOPLE
const SET_UP = at('2026-11-16', '09:00')
const INSTANCE = join(projectRoot(), 'dist/tests/support/instance.js')

/** A process of the service. */
export type Instance = {
  readonly name: string
  readonly url: string
  /** The code it ended with; null when a signal killed it. */
  readonly ended: Promise<number | null>
  signal(name: NodeJS.Signals): void
  /** The most memory that it has held so far, in MB. */
  peak(): Promise<number>
  /** What it warned of. */
  said(): string
}

export type Fleet = Awaited<ReturnType<typeof openFleet>>

/** A project on a table of its own, for several processes of the service at once. The caller closes it. */
export async function openFleet(watch: (moment: string, request: Incoming) => Promise<'on'>) {
  const ahead = epochMs(SET_UP) - Date.now()
  const clock = { now: (): Instant => fromEpochMs(Date.now() + ahead) }
  const [queues, entra] = await Promise.all([startAzurite('queue'), startEntra()])
  const connector = await startConnector({
    team: GENERAL,
    channels: [ANNOUNCEMENTS],
    people: playgroundWorld.people,
    guarded: true,
    watch,
  })
  const botFramework = await startBotFramework({ clock, serviceUrl: connector.serviceUrl })
  const table = freshTableName()
  const client = await connectTables({ table, at: { kind: 'connection', connection: tablesConnection() } })
  const storage = openStorage({
    client,
    clock,
    queues: connectQueues({ kind: 'connection', connection: queues.connection }),
  })
  const project = storage.records.idOf(TENANT_ID, GENERAL)
  const living = new Set<ChildProcess>()
  let count = 0

  const reference = {
    serviceUrl: connector.serviceUrl,
    conversation: GENERAL,
    tenant: TENANT_ID,
    bot: playgroundWorld.bot,
  }
  await storage.channels.remember(project, {
    tenant: TENANT_ID,
    team: GENERAL as string as never,
    channel: GENERAL,
    teamName: 'Northwind',
    group: null,
    channelName: 'General',
    reference,
  })
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
  await storage.records.commit(project, { project: { record, over: 'new' } })

  return {
    connector,
    storage,
    project,
    clock,
    async start(given: Partial<Wanted> = {}): Promise<Instance> {
      const { issuer, metadata } = botFramework
      const wanted: Wanted = {
        name: `i${++count}`,
        tables: tablesConnection(),
        queues: queues.connection,
        table,
        ahead,
        tokens: { issuer, metadata },
        entraKeys: entra.keysUrl,
        answersFor: 600,
        endsWithin: 20_000,
        ...given,
      }
      const child = spawn(process.execPath, [INSTANCE, JSON.stringify(wanted)], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      living.add(child)
      let said = ''
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const ended = once(child, 'close').then(([code]: (number | null)[]) => {
        living.delete(child)
        return code ?? null
      })
      const begun = new Promise<number>((resolve) => {
        child.once('message', ({ port }: { port: number }) => resolve(port))
      })
      const port = await Promise.race([begun, ended.then(() => Promise.reject(new Error(said)))])
      return {
        name: wanted.name,
        url: `http://127.0.0.1:${port}`,
        ended,
        signal: (name) => void child.kill(name),
        peak: () =>
          new Promise((resolve) => {
            child.once('message', ({ peak }: { peak: number }) => resolve(peak))
            child.send('peak')
          }),
        said: () => said,
      }
    },
    /** Somebody writes in the channel; by this door. */
    async say(url: string, person: PlaygroundPerson, text: string): Promise<Response> {
      const activity = messageIn('general', text, [])
      const now = clock.now()
      return fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await botFramework.token()}`,
        },
        body: JSON.stringify({
          ...activity,
          id: randomUUID(),
          timestamp: now,
          localTimestamp: now.replace('Z', '+00:00'),
          serviceUrl: connector.serviceUrl,
          from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
          conversation: { ...activity.conversation, id: threadIn('general') },
        }),
      })
    },
    /** Megan logs an issue on the tab; by this door. */
    async logIssue(url: string, title: string): Promise<Response> {
      const empty = { details: '', where: '', steps: '', happened: '', workaround: '' }
      return fetch(`${url}${paths.issues(project)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(megan)}` },
        body: JSON.stringify({ ...empty, title, severity: null, owner: null }),
      })
    },
    /** Alex has a list of issues imported, one a row; answers when it is begun, and with how far it is. */
    async importIssues(url: string, titles: readonly string[]): Promise<ImportAnswer> {
      const list = ['Title,Sev', ...titles.map((title) => `${title},Low`)].join('\n')
      const shown = await giveFile(url, 'issues.csv', new TextEncoder().encode(list))
      if (shown.kind !== 'preview') throw new Error(JSON.stringify(shown))
      return runImport(url, shown.id)
    },
    giveFile,
    runImport,
    /** How far Alex's import is. */
    async importNow(url: string, id: string): Promise<ImportAnswer> {
      const headers = { authorization: `Bearer ${await tokenOf(alex)}` }
      return importAnswer.parse(await (await fetch(`${url}${paths.import(project, id)}`, { headers })).json())
    },
    async ask(url: string, path: string): Promise<Response> {
      return fetch(`${url}${path}`, { headers: { authorization: `Bearer ${await tokenOf(megan)}` } })
    },
    /** Adele owes Megan so many things more; what they are called, by number. */
    async oweMegan(howMany: number): Promise<Map<string, string>> {
      const owed = new Map<string, string>()
      for (let one = 0; one < howMany; one++) {
        const title = `Delivery ${randomUUID().slice(0, 8)}`
        const id = await storage.records.createItem(project, (given) => ({
          items: [{ record: anItem(given, title), over: 'new' }],
        }))
        owed.set(id, title)
      }
      return owed
    },
    /** How many messages in Megan's chat tell of it. */
    timesTold(title: string): number {
      const standing = connector.messagesIn(connector.chatWith(megan))
      return standing.filter(({ activity }) => JSON.stringify(activity).includes(title)).length
    },
    waiting: async () => (await storage.outbox.pending(project, 500)).length,
    async close(): Promise<void> {
      await Promise.all(
        [...living].map((child) => {
          child.kill('SIGKILL')
          return once(child, 'close')
        }),
      )
      await Promise.all([connector.close(), botFramework.close(), entra.close(), queues.stop()])
    },
  }

  /** Alex gives a file on the tab; answers with what would come of it. */
  function giveFile(url: string, name: string, bytes: Uint8Array): Promise<ImportAnswer> {
    return asAlex(url, paths.imports(project, name), bytes)
  }

  function runImport(url: string, id: string): Promise<ImportAnswer> {
    return asAlex(url, paths.runImport(project, id))
  }

  async function asAlex(url: string, path: string, body?: Uint8Array): Promise<ImportAnswer> {
    const headers = {
      authorization: `Bearer ${await tokenOf(alex)}`,
      'content-type': 'application/octet-stream',
    }
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers,
      ...(body && { body: Buffer.from(body) }),
    })
    return importAnswer.parse(await answer.json())
  }

  function tokenOf({ aadObjectId }: PlaygroundPerson): Promise<string> {
    const iss = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`
    return entra.token({ tid: TENANT_ID, iss, oid: aadObjectId })
  }
}

function anItem(id: ItemId, title: string) {
  const by = { createdBy: personOf(alex), changedBy: personOf(alex), createdAt: SET_UP, changedAt: SET_UP }
  return anActionItem({ id, title, owner: personOf(adele), for: personOf(megan), workstream: null, ...by })
}

function personOf({ aadObjectId, name }: PlaygroundPerson) {
  return { id: aadObjectId as PersonId, name }
}
