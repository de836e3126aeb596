import { z } from 'zod'
import type { PersonId, TenantId } from '../domain/ids'
import type { ZoneId } from '../domain/time'
import type { Contact } from '../flows/peoplePorts'
import { anyJson, fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'
import { person } from './parts'

const schema = z.object({
  person,
  locale: z.string().nullable(),
  zone: text<ZoneId>().nullable(),
  reference: anyJson,
  teamsId: z.string(),
}) satisfies z.ZodType<Contact>

export const contactRow = {
  place: (tenant: TenantId, of: PersonId) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.contact(of),
  }),
  toEntity: (tenant: TenantId, contact: Contact) =>
    toRow(contactRow.place(tenant, contact.person.id), 'contact', contact),
  fromEntity: (row: StoredRow): Contact => fromRow(row, 'contact', schema),
}
