import { DefaultAzureCredential } from '@azure/identity'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { causeNow } from './cause'
import { readConfig, type Config } from './config'
import { fromEpochMs } from './domain/time'
import type { Clock } from './flows/ports'
import { GRAPH_URL, type GraphDoor } from './graph/client'
import { graphTokens } from './graph/tokens'
import { createLog } from './log'
import { run } from './running'
import { assembleService } from './service'
import { connectQueues } from './storage/connectQueues'
import type { StorageCall } from './storage/calls'
import { connectTables } from './storage/connectTables'
import { openStorage } from './storage/openStorage'
import type { Monitor } from './telemetry/azureMonitor'

/** How long what is on its way may take after the service was told to end, in ms. */
const ENDS_WITHIN = 25_000
/** How long after that it still takes requests, in ms: until those who spread them have heard of it. */
const ANSWERS_FOR = 5_000

const clock: Clock = { now: () => fromEpochMs(Date.now()) }

/** Reads the configuration, puts the service together and starts it. The only file that acts when it is run. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const queues = config.queues && connectQueues(config.queues)
  const monitor = await startMonitor(config)
  const watch = monitor && {
    now: Date.now,
    tell: (call: StorageCall) => monitor.observe({ what: 'storage', ...call }),
  }
  const client = await connectTables(config.tables, undefined, watch)
  const storage = openStorage({ client, clock, queues })
  const service = await assembleService(config, {
    storage,
    log,
    clock,
    newReference: () => randomBytes(4).toString('hex').toUpperCase(),
    after: (ms, run) => void setTimeout(run, ms).unref(),
    random: Math.random,
    graph: graphDoor(config),
    ...(monitor && { observe: monitor.observe }),
  })
  const running = await run(service, { ...config, log })
  log.info({ port: config.port, mode: config.mode }, 'Listening')

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())

  /** What takes longer than it may is left as a crash would leave it. */
  async function end(): Promise<void> {
    setTimeout(() => process.exit(1), ENDS_WITHIN).unref()
    try {
      // Nobody stands between a trial and its browser who would have to be told.
      await running.end(config.mode === 'local' ? 0 : ANSWERS_FOR)
      await monitor?.close()
    } catch (cause) {
      log.error({ cause }, 'The service did not end in order')
    }
    process.exit(0)
  }
}

/** Loaded only where it is wanted: it is larger than all else. */
async function startMonitor(config: Config): Promise<Monitor | null> {
  if (config.mode === 'local' || config.insights === null) return null
  const { startAzureMonitor } = await import('./telemetry/azureMonitor.js')
  return startAzureMonitor({
    connection: config.insights,
    credential: new DefaultAzureCredential(),
    causeNow,
    now: Date.now,
    newSpanId: () => randomBytes(8).toString('hex'),
  })
}

function graphDoor(config: Config): GraphDoor | undefined {
  if (config.mode === 'local' || !config.graph) return undefined
  return { url: GRAPH_URL, token: graphTokens(config.tabAppId, config.graph), wait: (ms) => wait(ms) }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exit(1)
})
