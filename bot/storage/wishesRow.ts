import { z } from 'zod'
import type { PersonId, TenantId } from '../domain/ids'
import type { Wishes } from '../flows/ports'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'

const schema = z.object({ reminders: z.boolean() }) satisfies z.ZodType<Wishes>

export const wishesRow = {
  place: (tenant: TenantId, of: PersonId) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.wishes(of),
  }),
  toEntity: (tenant: TenantId, of: PersonId, wishes: Wishes) =>
    toRow(wishesRow.place(tenant, of), 'wishes', wishes),
  fromEntity: (row: StoredRow): Wishes => fromRow(row, 'wishes', schema),
}
