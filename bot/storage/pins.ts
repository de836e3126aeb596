import type { Pins } from '../flows/teamPorts'
import { pinnedRow } from './pinnedRow'
import { revisionOf, stored, tagOf } from './revision'
import type { Table } from './table'

/** What we know of our tabs in channels, a row for each project. */
export function openPins(table: Table): Pins {
  return {
    async of(project) {
      const tagged = await table.get(pinnedRow.place(project))
      return tagged && stored(tagged, pinnedRow.fromEntity)
    },
    async keep(project, { record, over }) {
      const entity = pinnedRow.toEntity(project, record)
      if (over !== 'new') {
        const tagged = await table.replace(entity, tagOf(over))
        return tagged && revisionOf(tagged)
      }
      if ((await table.transact([{ how: 'new', entity }])) === 'lost') return null
      const tagged = await table.get(pinnedRow.place(project))
      return tagged && revisionOf(tagged)
    },
    async forget(project) {
      const tagged = await table.get(pinnedRow.place(project))
      if (tagged) await table.remove(pinnedRow.place(project), tagged.tag)
    },
  }
}
