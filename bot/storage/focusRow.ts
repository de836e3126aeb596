import { z } from 'zod'
import type { ChatFocus } from '../domain/chatFocus'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys, tenantPartition } from './keys'
import { at } from './parts'

const schema = z.object({ project: text<ProjectId>(), since: at, at }) satisfies z.ZodType<ChatFocus>

export const focusRow = {
  place: (tenant: TenantId, person: PersonId) => ({
    partition: tenantPartition(tenant),
    row: rowKeys.focus(person),
  }),
  toEntity: (tenant: TenantId, person: PersonId, focus: ChatFocus) =>
    toRow(focusRow.place(tenant, person), 'focus', focus),
  fromEntity: (row: StoredRow): ChatFocus => fromRow(row, 'focus', schema),
}
