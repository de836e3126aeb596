import type { People } from '../flows/ports'
import { contactRow } from './contactRow'
import { ranges, tenantPartition } from './keys'
import { seenRow } from './pointerRow'
import type { Table } from './table'
import { wishesRow } from './wishesRow'

/** People by tenant, apart from projects: the same person may be on many. The last write wins; it is the freshest. */
export function openPeople(table: Table): People {
  return {
    meet: (tenant, contact) => table.upsert(contactRow.toEntity(tenant, contact)),
    async contact(tenant, person) {
      const found = await table.get(contactRow.place(tenant, person))
      return found && contactRow.fromEntity(found.row)
    },
    async wishes(tenant, person) {
      const found = await table.get(wishesRow.place(tenant, person))
      return found ? wishesRow.fromEntity(found.row) : { reminders: true }
    },
    keepWishes: (tenant, person, wishes) => table.upsert(wishesRow.toEntity(tenant, person, wishes)),
    seenIn: (tenant, person, project) => table.upsert(seenRow.toEntity(tenant, person, project)),
    async projectsOf(tenant, person) {
      const rows = await table.list(tenantPartition(tenant), ranges.seenIn(person))
      return rows.map(({ row }) => seenRow.fromEntity(row).project)
    },
  }
}
