import { z } from 'zod'
import type { PersonId, TenantId } from '../domain/ids'
import type { Away } from '../domain/away'
import type { Wishes } from '../flows/peoplePorts'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'
import { date, person } from './parts'

const away = z.object({
  from: date,
  until: date,
  delegate: person.nullable(),
}) satisfies z.ZodType<Away>

const schema = z.object({
  reminders: z.boolean(),
  away: away.nullable().default(null),
}) satisfies z.ZodType<Wishes>

export const wishesRow = {
  place: (tenant: TenantId, of: PersonId) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.wishes(of),
  }),
  toEntity: (tenant: TenantId, of: PersonId, wishes: Wishes) =>
    toRow(wishesRow.place(tenant, of), 'wishes', wishes),
  fromEntity: (row: StoredRow): Wishes => fromRow(row, 'wishes', schema),
}
