import { z } from 'zod'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import type { Shut, ShutTargets, Target } from '../flows/sendingPorts'
import { fromRow, text, toRow, type StoredRow } from './document'
import { ranges, rowKeys, tenantPartition } from './keys'
import { at, unreachableReason } from './parts'
import type { Table } from './table'

const schema = z.object({
  target: z.discriminatedUnion('to', [
    z.object({ to: z.literal('person'), person: text<PersonId>() }),
    z.object({ to: z.literal('channel'), project: text<ProjectId>() }),
  ]),
  why: unreachableReason,
  at,
  ask: z.object({ project: text<ProjectId>(), week: text<WeekId>() }).nullable(),
}) satisfies z.ZodType<Shut>

const shutRow = {
  place: (tenant: TenantId, target: Target) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.shut(target),
  }),
  toEntity: (tenant: TenantId, shut: Shut) => toRow(shutRow.place(tenant, shut.target), 'shut', shut),
  fromEntity: (row: StoredRow): Shut => fromRow(row, 'shut', schema),
}

/** Few rows in the tenant's partition: a person is refused in all of the tenant's projects or in none. */
export function openShutTargets(table: Table): ShutTargets {
  return {
    async list(tenant) {
      const rows = await table.list(tenantPartition(tenant), ranges.shut)
      return rows.map(({ row }) => shutRow.fromEntity(row))
    },
    shut: (tenant, shut) => table.upsert(shutRow.toEntity(tenant, shut)),
    async open(tenant, target) {
      const place = shutRow.place(tenant, target)
      const there = await table.get(place)
      // Shut anew meanwhile: then that is the latest that is known of it.
      if (there) await table.remove(place, there.tag)
    },
  }
}
