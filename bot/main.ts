import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from 'restify'
import { readConfig, type Config } from './config'
import { fromEpochMs } from './domain/time'
import type { Clock } from './flows/ports'
import { GRAPH_URL, type GraphDoor } from './graph/client'
import { graphTokens } from './graph/tokens'
import { createLog, type Log } from './log'
import type { Sender } from './schedule/sender'
import { assembleService } from './service'
import { connectQueues } from './storage/connectQueues'
import { connectTables } from './storage/connectTables'
import { openStorage } from './storage/openStorage'

/** How often the outbox is looked through for what a crash left behind, in ms. */
const SWEEP_EVERY = 30_000
/** How often the agenda is looked at, in ms. */
const TICK_EVERY = 20_000

/** How long what is on its way may take after the service was told to end, in ms. */
const ENDS_WITHIN = 25_000

const clock: Clock = { now: () => fromEpochMs(Date.now()) }

/** Reads the configuration, puts the service together and starts it. The only file that acts when it is run. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const queues = config.queues && connectQueues(config.queues)
  const storage = openStorage({ client: await connectTables(config.tables), clock, queues })
  const { server, sender, ticker } = await assembleService(config, {
    storage,
    log,
    clock,
    newReference: () => randomBytes(4).toString('hex').toUpperCase(),
    after: (ms, run) => void setTimeout(run, ms).unref(),
    random: Math.random,
    graph: graphDoor(config),
  })
  await listen(server, config)
  log.info({ port: config.port, mode: config.mode }, 'Listening')

  const sweep = (): void => {
    sender.sweep().catch((cause: unknown) => log.error({ cause }, 'The outbox could not be swept'))
  }
  const tick = (): void => {
    ticker.tick().catch((cause: unknown) => log.error({ cause }, 'The agenda could not be looked at'))
  }
  sweep()
  const sweeping = setInterval(sweep, SWEEP_EVERY)
  tick()
  const ticking = setInterval(tick, TICK_EVERY)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(sweeping)
      clearInterval(ticking)
      void end(server, sender, log)
    })
  }
}

/** Takes no more requests, lets what is on its way arrive, and ends; what takes longer than it may is left as a crash would. */
async function end(server: Server, sender: Sender, log: Log): Promise<void> {
  setTimeout(() => process.exit(1), ENDS_WITHIN).unref()
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
  try {
    await Promise.all([closed, sender.close()])
  } catch (cause) {
    log.error({ cause }, 'The service did not end in order')
  }
  process.exit(0)
}

function graphDoor(config: Config): GraphDoor | undefined {
  if (config.mode === 'local' || !config.graph) return undefined
  return { url: GRAPH_URL, token: graphTokens(config.tabAppId, config.graph), wait: (ms) => wait(ms) }
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
