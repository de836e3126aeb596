import type { TableClient, TransactionAction } from '@azure/data-tables'
import type { ChannelId, ProjectId } from '../../bot/domain/ids'
import { epochMs, fromEpochMs } from '../../bot/domain/time'
import { createTicker } from '../../bot/schedule/tick'
import { openStorage } from '../../bot/storage/openStorage'
import { lookRow } from '../../bot/storage/pointerRow'
import { freshTable } from '../support/azurite'
import { aProject, EVERYBODY, fixedClock, NOW, TENANT } from '../support/builders'
import { aRoster } from '../support/roster'
import { median, tableOf } from './numbers'
import { countRequestsTo } from './roundTrips'
import { NOT_MEASURED } from '../support/unobserved'

const SIZES = [1_000, 10_000, 50_000]
const DUE = 40
const ROUNDS = 5
const ROWS_AT_ONCE = 100

/** What a tick costs with the same number of projects due, however many there are. */
export async function measureTicks(tables: string): Promise<string> {
  const table = await freshTable()
  const counter = countRequestsTo(new URL(tables).host)
  const world = await aWorld(table)
  const rows: (string | number)[][] = [['projects', 'due', 'requests a tick', 'ms a tick', 'ratio']]
  let planned = 0
  let first: number | null = null
  for (const size of SIZES) {
    await planLater(table, planned, size - DUE)
    planned = size - DUE
    const ticks: number[] = []
    let requests = 0
    for (let round = 0; round < ROUNDS; round++) {
      await world.makeDue()
      counter.reset()
      const start = performance.now()
      await world.tick()
      ticks.push(performance.now() - start)
      requests = counter.reads + counter.writes
    }
    const ms = median(ticks)
    first ??= ms
    rows.push([size, DUE, requests, ms.toFixed(0), (ms / first).toFixed(2)])
  }
  counter.stop()
  return tableOf(rows)
}

/** The projects that are due: set up, asked by the clock already, with nothing left to do this week. */
async function aWorld(client: TableClient) {
  const clock = fixedClock()
  const storage = openStorage({ client, clock })
  const due = Array.from({ length: DUE }, (_, index) => {
    const channel = `due-${index}` as ChannelId
    return aProject({ id: storage.records.idOf(TENANT, channel), channel })
  })
  await Promise.all(
    due.map((record) => storage.records.commit(record.id, { project: { record, over: 'new' } })),
  )
  const ticker = createTicker({
    ...NOT_MEASURED,
    ...storage,
    roster: aRoster(EVERYBODY),
    clock,
    renderRecap: () => ({}),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  await ticker.tick()
  return {
    makeDue: async () => {
      await Promise.all(due.map(({ id }) => storage.agenda.plan(id, clock.now())))
    },
    tick: () => ticker.tick(),
  }
}

/** Puts projects on the agenda that are looked at next week; a tick could see no more of them than that. */
async function planLater(client: TableClient, from: number, until: number): Promise<void> {
  const at = fromEpochMs(epochMs(NOW) + 7 * 86_400_000)
  for (let start = from; start < until; start += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, until - start)
    const rows = Array.from({ length: count }, (_, index): TransactionAction => {
      const project = `project.tenant.channel-${start + index}` as ProjectId
      return ['create', lookRow.toEntity({ project, at })]
    })
    await client.submitTransaction(rows)
  }
}
