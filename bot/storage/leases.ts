import { z } from 'zod'
import type { TenantId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { Leased, Leases } from '../flows/sendingPorts'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'
import { at } from './parts'
import type { Table, Tagged } from './table'

const schema = z.object({ holder: z.string(), until: at })
type Lease = z.infer<typeof schema>

const leaseRow = {
  place: (tenant: TenantId) => ({ partition: tenantPartition(tenant), row: rowKeys.sendingLease }),
  toEntity: (tenant: TenantId, lease: Lease) => toRow(leaseRow.place(tenant), 'lease', lease),
  fromEntity: (row: StoredRow): Lease => fromRow(row, 'lease', schema),
}

/** No lease ends later than this from now, in ms, whatever two processes' clocks say: one that does is nobody's. */
const LONGEST = 5 * 60_000

/**
 * Leases for one more process. A lease is a row with its holder and its end, inserted or written over the tag that was
 * read: of several who want it one gets it. A holder that dies leaves the row, and after its end whoever comes next
 * takes it. Clocks stand apart a little, so that for a moment two may think that they hold it; what each sends is
 * claimed in the outbox, message by message, and none is sent twice.
 */
export function openLeases(table: Table, clock: Clock, holder: string): Leases {
  async function take(tenant: TenantId, ms: number): Promise<Leased> {
    const there = await table.get(leaseRow.place(tenant))
    const now = epochMs(clock.now())
    const standing = there && leaseRow.fromEntity(there.row)
    if (standing && standing.holder !== holder && isRunning(standing.until, now)) {
      return { kind: 'others', until: standing.until }
    }
    const until = fromEpochMs(now + ms)
    if (await write(tenant, there, { holder, until })) return { kind: 'ours', until }
    // Somebody was faster; what they wrote says until when.
    return take(tenant, ms)
  }

  async function write(tenant: TenantId, over: Tagged | null, lease: Lease): Promise<boolean> {
    const entity = leaseRow.toEntity(tenant, lease)
    if (over) return (await table.replace(entity, over.tag)) !== null
    return (await table.transact([{ how: 'new', entity }])) === 'saved'
  }

  return {
    take,
    async giveBack(tenant) {
      const there = await table.get(leaseRow.place(tenant))
      if (there && leaseRow.fromEntity(there.row).holder === holder) {
        await table.remove(leaseRow.place(tenant), there.tag)
      }
    },
  }
}

function isRunning(until: Instant, now: number): boolean {
  const left = epochMs(until) - now
  return left > 0 && left <= LONGEST
}
