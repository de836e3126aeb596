import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { NotedAgenda } from './agenda'
import { fromRow, toRow, type StoredRow } from './document'
import { encoded, ranges, rowKeys, tenantOf, tenantPartition, type KeyRange } from './keys'
import { at } from './parts'
import { pendingRow } from './pointerRow'
import { projectRow } from './projectRow'
import type { Table, Write } from './table'

const schema = z.object({ since: at })

/** Says that a project was taken away, and that its records are going. */
export const removingRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.removing }),
  toEntity: (project: ProjectId, since: Instant) => toRow(removingRow.place(project), 'removing', { since }),
  fromEntity: (row: StoredRow) => fromRow(row, 'removing', schema),
}

/** Longer than any turn that knew the project takes, and than clocks of two processes stand apart, in ms. */
const GRACE_MS = 15 * 60_000
/** When somebody else is at it, one looks again after this, in ms. */
const OTHERS_AT_IT_MS = 60_000
/** What stays: that its rows go, and where its channel is reached, which was known before there was a project. */
const KEPT: readonly string[] = [rowKeys.removing, rowKeys.place]
/** Rows that one transaction takes away, beside the one that says that they go. */
const AT_ONCE = 90

/**
 * Taking a project away. Its own row goes and the one that says so comes in one transaction: from then on there is no
 * project, and nobody sets one up there. Then its rows go in transactions over that row, so that of two processes one goes
 * on. What a turn wrote that was under way goes in a last round after some minutes; then that row goes, too. The agenda is
 * noted BEFORE the first step, for the first round and for the last: a crash anywhere leaves the rest to the clock.
 */
export function openRemoval(table: Table, agenda: Pick<NotedAgenda, 'plan'>, clock: Clock) {
  async function removal(project: ProjectId): Promise<Instant | null> {
    const found = await table.get(removingRow.place(project))
    return found && removingRow.fromEntity(found.row).since
  }

  /** What stands in the tenant's partition because of the project. */
  async function removePointers(project: ProjectId): Promise<void> {
    const partition = tenantPartition(tenantOf(project))
    const ends = [`.${project}`, `.${encoded(project)}`]
    for (const range of [under('seen'), under('shut')]) {
      for (const { row, tag } of await table.list(partition, range, Infinity, ['rowKey', 'etag'])) {
        const key = String(row['rowKey'])
        if (ends.some((end) => key.endsWith(end))) await table.remove({ partition, row: key }, tag)
      }
    }
    const pending = await table.get(pendingRow.place(project))
    if (pending) await table.remove(pendingRow.place(project), pending.tag)
  }

  return {
    removal,

    async remove(project: ProjectId): Promise<'saved' | 'lost'> {
      const now = clock.now()
      await agenda.plan(project, now)
      await agenda.plan(project, fromEpochMs(epochMs(now) + GRACE_MS))
      return table.transact([
        { how: 'delete', place: projectRow.place(project) },
        { how: 'new', entity: removingRow.toEntity(project, now) },
      ])
    },

    /** Takes away what is there; answers with when to look again, null when nothing is left. */
    async goOnRemoving(project: ProjectId): Promise<Instant | null> {
      const later = (ms: number): Instant => fromEpochMs(epochMs(clock.now()) + ms)
      for (;;) {
        const own = await table.get(removingRow.place(project))
        if (!own) return null
        const { since } = removingRow.fromEntity(own.row)
        const rows = (await table.list(project, ranges.all, AT_ONCE + KEPT.length)).filter(
          ({ row }) => !KEPT.includes(String(row['rowKey'])),
        )
        if (rows.length === 0) {
          await removePointers(project)
          const until = epochMs(since) + GRACE_MS
          if (epochMs(clock.now()) < until) return fromEpochMs(until)
          await table.remove(removingRow.place(project), own.tag)
          return null
        }
        const gone = rows.map(({ row }): Write => ({
          how: 'delete',
          place: { partition: project, row: String(row['rowKey']) },
        }))
        const claim: Write = { how: 'over', entity: removingRow.toEntity(project, since), tag: own.tag }
        if ((await table.transact([claim, ...gone])) === 'lost') return later(OTHERS_AT_IT_MS)
      }
    },
  }
}

function under(prefix: string): KeyRange {
  return { from: `${prefix}.`, until: `${prefix}.~` }
}
