import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lastLines, startChild, type Child, type ChildPlan } from './child'
import { PORT_NAMES, PORTS, type PortName, type Ports } from './options'
import { playgroundConfig } from './playgroundWorld'
import { isPortFree } from './ports'

export type StackPlan = {
  readonly ports: Ports
  /** Folder for everything that is written. */
  readonly data: string
  readonly seed: boolean
  readonly reset: boolean
  /** The service's entry, built. */
  readonly service: string
}

export type Stack = {
  readonly serviceUrl: string
  readonly playgroundUrl: string
  readonly logs: string
  /** Resolves with a sentence when a part dies by itself, after the others were stopped. */
  readonly broken: Promise<string>
  /** Ends the service as a restart of the machine would, and starts it anew on the same data. */
  restartService(): Promise<void>
  /** Ends every part and lets Azurite save. */
  stop(): Promise<void>
}

export type Started =
  | { readonly kind: 'started'; readonly stack: Stack }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'cancelled' }

/** Azurite's published account: it opens nothing but an Azurite on this machine. */
const AZURITE_ACCOUNT = 'devstoreaccount1'
const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** The variables by which the service learns of a trial. */
export function serviceEnvironment(ports: Ports, seed: boolean): Record<string, string> {
  const account = `DefaultEndpointsProtocol=http;AccountName=${AZURITE_ACCOUNT};AccountKey=${AZURITE_KEY}`
  return {
    PLUMBLINE_MODE: 'local',
    // Some shells set HOST to the machine's name, which is not where a trial may listen.
    HOST: '127.0.0.1',
    PORT: String(ports.service),
    TABLES_CONNECTION: `${account};TableEndpoint=http://127.0.0.1:${ports.tables}/${AZURITE_ACCOUNT};`,
    QUEUES_CONNECTION: `${account};QueueEndpoint=http://127.0.0.1:${ports.queues}/${AZURITE_ACCOUNT};`,
    PLAYGROUND_URL: `http://localhost:${ports.playground}`,
    PLUMBLINE_SEED: seed ? 'demo' : 'none',
  }
}

/**
 * Starts storage, service and Playground, and waits until each answers. When one can't, or `cancel` comes first,
 * nothing is left running.
 */
export async function startStack(
  plan: StackPlan,
  say: (line: string) => void,
  cancel?: AbortSignal,
): Promise<Started> {
  const obstacle = await findObstacle(plan)
  if (obstacle !== null) return { kind: 'failed', why: obstacle }
  if (plan.reset) forget(plan.data)
  const folders = prepareFolders(plan.data)
  writeFileSync(lockFile(plan.data), JSON.stringify({ pid: process.pid, tables: plan.ports.tables }))

  const parts = describeParts(plan, folders)
  const running = new Map<string, Child>()
  const start = (part: Part): Child => {
    const child = startChild(part.plan, join(compiledRoom(), 'tether.js'))
    running.set(part.plan.name, child)
    return child
  }
  const stopAll = async (): Promise<void> => {
    // The service first: what it still writes must find storage alive.
    await running.get(parts.service.plan.name)?.stop()
    await Promise.all([...running.values()].map((child) => child.stop()))
    rmSync(lockFile(plan.data), { force: true })
  }

  try {
    say('Starting storage and the Playground ...')
    const early = [parts.tables, parts.queues, parts.playground].map((part) =>
      answers(part, start(part), cancel),
    )
    await Promise.all(early)
    say('Starting the bot and the tab ...')
    await answers(parts.service, start(parts.service), cancel)
  } catch (error) {
    await stopAll()
    if (cancel?.aborted === true) return { kind: 'cancelled' }
    if (error instanceof PartDied) return { kind: 'failed', why: error.message }
    throw error
  }
  return { kind: 'started', stack: watch(plan, parts, running, start, stopAll) }
}

type Part = {
  readonly plan: ChildPlan
  readonly ready: string
  readonly isReady: (status: number) => boolean
}
type Parts = Record<PortName, Part>

class PartDied extends Error {}

function watch(
  plan: StackPlan,
  parts: Parts,
  running: Map<string, Child>,
  start: (part: Part) => Child,
  stopAll: () => Promise<void>,
): Stack {
  let ending: Promise<void> | null = null
  let restarting = false
  const end = (): Promise<void> => (ending ??= stopAll())
  let tell: (why: string) => void
  const broken = new Promise<string>((resolve) => (tell = resolve))
  const guard = (child: Child): void => {
    void child.gone.then(async () => {
      if (ending !== null || restarting) return
      await end()
      tell(obituary(child))
    })
  }
  for (const child of running.values()) guard(child)

  return {
    serviceUrl: `http://localhost:${plan.ports.service}`,
    playgroundUrl: `http://localhost:${plan.ports.playground}`,
    logs: join(plan.data, 'logs'),
    broken,
    stop: end,
    async restartService() {
      restarting = true
      await running.get(parts.service.plan.name)?.stop()
      const child = start(parts.service)
      restarting = false
      guard(child)
      await answers(parts.service, child)
    },
  }
}

async function findObstacle(plan: StackPlan): Promise<string | null> {
  const lock = readLock(plan.data)
  if (lock !== null && isAlive(lock.pid) && !(await isPortFree(lock.tables))) {
    return `Plumbline already runs on the data in ${plan.data} (process ${lock.pid}): stop it first, or give another folder with --data.`
  }
  for (const name of PORT_NAMES) {
    if (await isPortFree(plan.ports[name])) continue
    const { what, flag } = PORTS[name]
    return `Port ${plan.ports[name]} is in use, and ${what} needs it: free it, or choose another with --${flag}.`
  }
  return null
}

type Folders = Record<'tables' | 'queues' | 'playground' | 'logs', string>

function prepareFolders(data: string): Folders {
  const folders = {
    tables: join(data, 'tables'),
    queues: join(data, 'queues'),
    playground: join(data, 'playground'),
    logs: join(data, 'logs'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  return folders
}

/** Only what a start writes: the folder may be anyone's. */
function forget(data: string): void {
  for (const name of ['tables', 'queues', 'playground', 'logs'])
    rmSync(join(data, name), { recursive: true, force: true })
}

function describeParts({ ports, service, seed }: StackPlan, folders: Folders): Parts {
  const log = (name: string): string => join(folders.logs, `${name}.log`)
  const azurite = (kind: 'table' | 'queue', port: number, folder: string): ChildPlan => ({
    name: kind === 'table' ? PORTS.tables.what : PORTS.queues.what,
    script: installed('azurite', `dist/src/${kind}/main.js`),
    args: [`--${kind}Host`, '127.0.0.1', `--${kind}Port`, String(port), '--location', folder].concat(
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
    ),
    cwd: folder,
    logFile: log(`${kind}s`),
  })
  const configFile = join(folders.playground, 'config.yml')
  writeFileSync(configFile, playgroundConfig())
  return {
    // Azurite refuses a request without a signature: any answer shows that it is up.
    tables: {
      plan: azurite('table', ports.tables, folders.tables),
      ready: url(ports.tables),
      isReady: isAnyAnswer,
    },
    queues: {
      plan: azurite('queue', ports.queues, folders.queues),
      ready: url(ports.queues),
      isReady: isAnyAnswer,
    },
    service: {
      plan: {
        name: 'the service',
        script: service,
        env: serviceEnvironment(ports, seed),
        cwd: dirname(folders.logs),
        logFile: log('service'),
      },
      ready: url(ports.service, '/readyz'),
      isReady: isOk,
    },
    playground: {
      plan: {
        name: PORTS.playground.what,
        script: installed('@microsoft/m365agentsplayground', 'cli.js'),
        args: [
          'start',
          '--app-endpoint',
          url(ports.service, '/api/messages'),
          '--channel-id',
          'msteams',
        ].concat('--port', String(ports.playground), '--disable-telemetry'),
        env: {
          TEAMSAPPTESTER_BROWSER: 'none',
          // Without it, its telemetry library reports on itself although telemetry is off.
          APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
          M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
          M365_AGENTS_PLAYGROUND_LOGFILE: log('playground-messages'),
        },
        cwd: folders.playground,
        logFile: log('playground'),
        preload: [join(compiledRoom(), 'loopbackOnly.js')],
      },
      ready: url(ports.playground),
      isReady: isOk,
    },
  }
}

const READY_WITHIN_MS = 60_000
const ASK_EVERY_MS = 100

/** Waits until the part answers as it should; throws when it dies before, takes a minute, or is cancelled. */
async function answers(part: Part, child: Child, cancel?: AbortSignal): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS
  while (Date.now() < end) {
    cancel?.throwIfAborted()
    if (await isAnswering(part)) return
    if (child.isGone()) throw new PartDied(obituary(child))
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  throw new PartDied(
    `${capital(child.name)} did not get ready within a minute. Its last lines:\n${lastLines(child)}`,
  )
}

async function isAnswering(part: Part): Promise<boolean> {
  try {
    const response = await fetch(part.ready, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return part.isReady(response.status)
  } catch {
    return false // Not listening yet.
  }
}

function obituary(child: Child): string {
  const lines = lastLines(child)
  const wrote = lines === '' ? 'It wrote nothing.' : `Its last lines (${child.logFile}):\n${lines}`
  return `${capital(child.name)} ended unexpectedly, so everything was stopped. ${wrote}`
}

function readLock(data: string): { readonly pid: number; readonly tables: number } | null {
  try {
    const lock: unknown = JSON.parse(readFileSync(lockFile(data), 'utf8'))
    if (typeof lock !== 'object' || lock === null || !('pid' in lock) || !('tables' in lock)) return null
    return typeof lock.pid === 'number' && typeof lock.tables === 'number'
      ? { pid: lock.pid, tables: lock.tables }
      : null
  } catch {
    return null // No lock, or a torn one of a start that died while writing it.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The project's top folder, from the sources as from what was built of them. */
export function projectRoot(): string {
  let folder = __dirname
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder)
  return folder
}

function compiledRoom(): string {
  return join(projectRoot(), 'dist/bot/local')
}

function installed(packageName: string, file: string): string {
  return join(dirname(createRequire(__filename).resolve(`${packageName}/package.json`)), file)
}

const lockFile = (data: string): string => join(data, 'running.json')
const url = (port: number, path = '/'): string => `http://127.0.0.1:${port}${path}`
const isOk = (status: number): boolean => status === 200
const isAnyAnswer = (status: number): boolean => status > 0
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
