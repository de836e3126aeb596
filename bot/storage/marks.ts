import type { ProjectId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { Clock } from '../flows/ports'
import { ranges } from './keys'
import { markRow } from './markRow'
import type { Table } from './table'

/** Teams delivers again for minutes; a form that stays open over a weekend makes its record once all the same. */
const KEPT_MS = 7 * 24 * 3_600_000
const CLEARED_EVERY_MS = 3_600_000
const MOST_IN_ONE_TRANSACTION = 100

/**
 * Takes away marks that are too old to be asked for. What that costs is one read of the project's marks an hour, by a
 * process that writes there, beside the turn and not in it; a project that rests keeps the few that it has.
 */
export function openMarks(table: Table, clock: Clock) {
  const lookedAt = new Map<ProjectId, Instant>()

  async function clear(project: ProjectId): Promise<void> {
    const oldest = fromEpochMs(epochMs(clock.now()) - KEPT_MS)
    const marks = (await table.list(project, ranges.marks)).map(({ row }) => markRow.fromEntity(row))
    const old = marks.filter(({ at }) => at < oldest)
    for (let start = 0; start < old.length; start += MOST_IN_ONE_TRANSACTION) {
      const some = old.slice(start, start + MOST_IN_ONE_TRANSACTION)
      // Lost: another process took one of them away, and this one has the next hour.
      await table.transact(some.map(({ key }) => ({ how: 'delete', place: markRow.place(project, key) })))
    }
  }

  return {
    clear,
    /** Clears a project whose marks this process has not looked at for an hour; never fails, for nobody waits for it. */
    clearNowAndThen(project: ProjectId): void {
      const now = clock.now()
      const before = lookedAt.get(project)
      if (before !== undefined && epochMs(now) - epochMs(before) < CLEARED_EVERY_MS) return
      lookedAt.set(project, now)
      // The first mark starts the hour: a process that has just begun has better things to do.
      if (before === undefined) return
      // What stays is taken away another hour.
      clear(project).catch(() => undefined)
    },
  }
}
