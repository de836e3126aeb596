import type { Instant } from '../../bot/domain/time'
import { fromEpochMs } from '../../bot/domain/time'
import type { Log } from '../../bot/log'
import { NO_LIMITS } from '../../bot/schedule/pacing'
import { assembleService, type Service } from '../../bot/service'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { CONFIG, standIns } from '../support/standIns'
import type { Opening, Order, Reply } from './orders'

/*
 * The process that is killed: the real service over real HTTP, as `bot/main.ts` starts it, but that its clock and its
 * rounds are its parent's. It may be opened on one table after another; nothing of the one before is kept.
 */

/** Longer than the parent holds a request back. */
const REQUEST_TIMEOUT = 15_000

type PutOff = { readonly at: number; readonly run: () => void }

class Victim {
  private ahead = 0
  private putOff: PutOff[] = []
  private service: Service | null = null

  async open({ name, connection, table, ahead, tokens }: Opening): Promise<{ port: number }> {
    await this.close()
    this.ahead = ahead
    this.putOff = []
    const clock = { now: (): Instant => fromEpochMs(this.now()) }
    const client = await connectTables({ table, at: { kind: 'connection', connection } })
    let references = 0
    const service = await assembleService(CONFIG, {
      storage: openStorage({ client, clock }),
      log: LOG,
      clock,
      newReference: () => `R-${++references}`,
      after: (ms, run) => void this.putOff.push({ at: this.now() + ms, run }),
      limits: NO_LIMITS,
      botFramework: standIns(tokens, { requestTimeout: REQUEST_TIMEOUT, name }),
    })
    this.service = service
    await new Promise<void>((resolve) => void service.server.listen(0, '127.0.0.1', resolve))
    return { port: service.server.address().port }
  }

  setClock({ ahead }: { readonly ahead: number }): null {
    this.ahead = ahead
    this.runDue()
    return null
  }

  async look(): Promise<{ putOff: number }> {
    if (!this.service) throw new Error('Nothing is open')
    const { ticker, sender } = this.service
    this.runDue()
    let failed = 0
    for (const part of [() => ticker.tick(), () => sender.sweep()]) {
      await part().catch((cause: unknown) => {
        failed += 1
        LOG.error({ cause }, 'A round failed')
      })
    }
    return { putOff: this.putOff.length + failed }
  }

  private now(): number {
    return Date.now() + this.ahead
  }

  private runDue(): void {
    const now = this.now()
    const due = this.putOff.filter(({ at }) => at <= now)
    this.putOff = this.putOff.filter(({ at }) => at > now)
    for (const { run } of due) run()
  }

  private close(): Promise<void> {
    const { server } = this.service ?? {}
    this.service = null
    return server ? new Promise((resolve) => void server.close(() => resolve())) : Promise.resolve()
  }
}

const told = (level: string) => (fields: object, message: string) => {
  const { cause } = fields as { readonly cause?: unknown }
  const because = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''
  process.stderr.write(`${level} ${message}${because}\n`)
}
const LOG: Log = { info: () => undefined, warn: told('warn'), error: told('error') }

function main(): void {
  const victim = new Victim()
  const answer = (order: Order): unknown => {
    switch (order.order) {
      case 'open':
        return victim.open(order.ask)
      case 'setClock':
        return victim.setClock(order.ask)
      case 'look':
        return victim.look()
    }
  }
  const reply = (what: Reply) => void process.send?.(what)
  process.on('message', (order: Order) => {
    Promise.resolve()
      .then(() => answer(order))
      .then(
        (given) => reply({ id: order.id, answer: given }),
        (error: unknown) =>
          reply({ id: order.id, error: error instanceof Error ? (error.stack ?? '') : '?' }),
      )
  })
  process.once('disconnect', () => process.exit(0))
  reply({ id: 0 })
}

main()
