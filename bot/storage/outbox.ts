import type { ProjectId } from '../domain/ids'
import type { Outbox, Outgoing } from '../flows/ports'
import { ranges } from './keys'
import { isFinished, outgoingRow } from './outgoingRow'
import type { openPendingProjects } from './pendingProjects'
import { revisionOf, stored, tagOf } from './revision'
import type { Table } from './table'
import { StorageUnavailable } from './unavailable'

type Parts = { readonly table: Table; readonly pending: ReturnType<typeof openPendingProjects> }

/**
 * Messages that wait stand in a range of their own, by time. One that is through is written among the finished ones
 * and marked as finished where it waited, in one transaction that holds only for the revision that was read (the
 * service's client can't delete by revision inside a transaction); then it is taken out of the range. A crash between
 * the two leaves a finished row among those that wait: `pending` passes it over and takes it away.
 */
export function openOutbox({ table, pending }: Parts): Outbox {
  async function takeAway(project: ProjectId, outgoing: Outgoing): Promise<void> {
    const place = outgoingRow.waitingPlace(project, outgoing)
    try {
      const there = await table.get(place)
      const isThrough = there && isFinished(outgoingRow.fromEntity(there.row).state)
      if (isThrough) await table.remove(place, there.tag)
    } catch (error) {
      // The mark stands already; what is left in the range is taken away when it is read next.
      if (!(error instanceof StorageUnavailable)) throw error
    }
  }

  return {
    async pending(project, limit) {
      const waiting = []
      for (const tagged of await table.list(project, ranges.waiting, limit)) {
        const message = stored(tagged, outgoingRow.fromEntity)
        if (!isFinished(message.record.state)) waiting.push(message)
        else await table.remove(outgoingRow.waitingPlace(project, message.record), tagged.tag)
      }
      return waiting
    },

    async mark(project, { id, at, what }, over, state) {
      const record = { id, at, what, state }
      const entity = outgoingRow.toWaitingEntity(project, record)
      if (!isFinished(state)) {
        const tagged = await table.replace(entity, tagOf(over))
        return tagged && revisionOf(tagged)
      }
      const marked = { how: 'over', entity, tag: tagOf(over) } as const
      const finished = { how: 'any', entity: outgoingRow.toFinishedEntity(project, record) } as const
      if ((await table.transact([marked, finished])) === 'lost') return null
      await takeAway(project, record)
      // Finished: nothing follows that this revision could be handed back for.
      return over
    },

    projectsWithPending: () => pending.list(),
  }
}
