import type { Channels } from '../flows/ports'
import { placeRow } from './placeRow'
import type { Table } from './table'

/** Where the channels of projects are reached; the last write wins, it is the freshest. */
export function openChannels(table: Table): Channels {
  return {
    remember: (project, place) => table.upsert(placeRow.toEntity(project, place)),
    async place(project) {
      const found = await table.get(placeRow.place(project))
      return found && placeRow.fromEntity(found.row)
    },
  }
}
