import { z } from 'zod'
import type { TenantId } from '../domain/ids'
import { epochMs, type Instant } from '../domain/time'
import type { Greetings } from '../flows/peoplePorts'
import type { Clock } from '../flows/ports'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'
import { at } from './parts'
import type { Table } from './table'

/** Longer than one installation is told again, and shorter than anybody takes the bot out and in once more. */
const ONE_INSTALLATION_MS = 10 * 60_000

const schema = z.object({ at })

const greetedRow = {
  place: (tenant: TenantId, place: string) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.greeted(place),
  }),
  toEntity: (tenant: TenantId, place: string, when: Instant) =>
    toRow(greetedRow.place(tenant, place), 'greeted', { at: when }),
  fromEntity: (row: StoredRow) => fromRow(row, 'greeted', schema),
}

/**
 * Who greets in a place: the row of the place is the claim, taken by an insert or over a row that is old. A crash right
 * after it leaves a place ungreeted; what is asked there is answered all the same, and the next installation greets.
 */
export function openGreetings(table: Table, clock: Clock): Greetings {
  return {
    async claim(tenant, place) {
      const now = clock.now()
      const where = greetedRow.place(tenant, place)
      const entity = greetedRow.toEntity(tenant, place, now)
      if ((await table.transact([{ how: 'new', entity }])) === 'saved') return true
      const there = await table.get(where)
      if (!there || epochMs(now) - epochMs(greetedRow.fromEntity(there.row).at) < ONE_INSTALLATION_MS)
        return false
      return (await table.replace(entity, there.tag)) !== null
    },
  }
}
