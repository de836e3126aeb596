import { fromEpochMs } from '../../bot/domain/time'
import type { Log } from '../../bot/log'
import { run } from '../../bot/running'
import { NO_LIMITS } from '../../bot/schedule/pacing'
import { assembleService } from '../../bot/service'
import { connectQueues } from '../../bot/storage/connectQueues'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { CONFIG, standIns } from './standIns'

/** How an instance is to run; handed over as JSON in its one argument. Times in ms. */
export type Wanted = {
  readonly name: string
  readonly tables: string
  readonly queues: string
  readonly table: string
  /** By how much its clock is before the machine's. */
  readonly ahead: number
  readonly tokens: { readonly issuer: string; readonly metadata: string }
  readonly entraKeys: string
  readonly answersFor: number
  readonly endsWithin: number
}

/** Longer than a test holds a request back. */
const REQUEST_TIMEOUT = 15_000

/** A process of the service that runs and ends as `bot/main.ts` has it, with stand-ins of Teams and Entra around it. */
async function main(wanted: Wanted): Promise<void> {
  const { name, table, ahead, entraKeys } = wanted
  const clock = { now: () => fromEpochMs(Date.now() + ahead) }
  const client = await connectTables({ table, at: { kind: 'connection', connection: wanted.tables } })
  const queues = connectQueues({ kind: 'connection', connection: wanted.queues })
  let references = 0
  const service = await assembleService(CONFIG, {
    storage: openStorage({ client, clock, queues }),
    log: LOG,
    clock,
    newReference: () => `R-${++references}`,
    after: (ms, later) => void setTimeout(later, ms).unref(),
    random: Math.random,
    limits: NO_LIMITS,
    botFramework: standIns(wanted.tokens, { requestTimeout: REQUEST_TIMEOUT, name }),
    entraKeys,
  })
  const running = await run(service, { port: 0, host: '127.0.0.1', log: LOG })
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), wanted.endsWithin).unref()
    void running.end(wanted.answersFor).then(() => process.exit(0))
  })
  // In KB, as the system counts what stands in its memory.
  process.on('message', () => void process.send?.({ peak: process.resourceUsage().maxRSS / 1_024 }))
  process.send?.({ port: service.server.address().port })
}

const told = (level: string) => (fields: object, message: string) => {
  const cause: unknown = 'cause' in fields ? fields.cause : 'err' in fields ? fields.err : undefined
  process.stderr.write(`${level} ${message}${cause instanceof Error ? ` (${cause.message})` : ''}\n`)
}
const LOG: Log = { info: () => undefined, warn: told('warn'), error: told('error') }

// Whoever started it is gone.
process.once('disconnect', () => process.exit(2))
void main(JSON.parse(process.argv[2] ?? '') as Wanted)
