import type { People, Wishes } from '../flows/peoplePorts'
import { contactRow } from './contactRow'
import { focusRow } from './focusRow'
import { ranges, tenantPartition } from './keys'
import { seenRow } from './pointerRow'
import type { Table, Write } from './table'
import { wishesRow } from './wishesRow'

const USUAL: Wishes = { reminders: true, away: null }

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
      return found ? wishesRow.fromEntity(found.row) : USUAL
    },
    /** Over the row that was read: two wishes said at the same moment, in two places, are both kept. */
    async keepWishes(tenant, person, some) {
      for (;;) {
        const found = await table.get(wishesRow.place(tenant, person))
        const wishes: Wishes = { ...(found ? wishesRow.fromEntity(found.row) : USUAL), ...some }
        const entity = wishesRow.toEntity(tenant, person, wishes)
        const write: Write = found ? { how: 'over', entity, tag: found.tag } : { how: 'new', entity }
        if ((await table.transact([write])) === 'saved') return
      }
    },
    async focus(tenant, person) {
      const found = await table.get(focusRow.place(tenant, person))
      return found && focusRow.fromEntity(found.row)
    },
    keepFocus: (tenant, person, focus) => table.upsert(focusRow.toEntity(tenant, person, focus)),
    seenIn: (tenant, person, project) => table.upsert(seenRow.toEntity(tenant, person, project)),
    async projectsOf(tenant, person) {
      const rows = await table.list(tenantPartition(tenant), ranges.seenIn(person))
      return rows.map(({ row }) => seenRow.fromEntity(row).project)
    },
  }
}
