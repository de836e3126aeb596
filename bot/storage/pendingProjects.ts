import type { ProjectId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Clock, Stored } from '../flows/ports'
import type { PendingProject } from '../flows/sendingPorts'
import { PENDING_PROJECTS, ranges, tenantOf } from './keys'
import { pendingRow } from './pointerRow'
import { stored, tagOf } from './revision'
import type { Table } from './table'

/** Longer than any commit takes, repetitions included, and than clocks of two processes stand apart. */
const GRACE_MS = 10 * 60_000

/**
 * Which projects have something to send. It stands in a partition of its own, so it can't be part of a commit; the
 * order of steps keeps it right. A project is noted BEFORE a commit with messages:
 * - a crash after the note, before the commit: a project is looked at in vain until `settle` takes the note away;
 * - a crash after the commit: the note is there, and the sweep finds the messages.
 * So no message waits without a note. A note is taken away only when it is older than any commit still on its way and
 * nothing waits, and only while nobody noted the project anew (by its tag); a crash before that: the next look does it.
 * What the outbox writes itself needs no note: a message and what follows from it are one transaction, so that at no
 * moment nothing waits.
 */
export function openPendingProjects(table: Table, clock: Clock) {
  return {
    /** Notes that the project is about to have something to send. */
    note: (project: ProjectId) => table.upsert(pendingRow.toEntity(project, clock.now())),

    async list(): Promise<Stored<PendingProject>[]> {
      const rows = await table.list(PENDING_PROJECTS, ranges.all)
      return rows.map((row) => stored(row, pendingOf))
    },

    async settle({ record, revision }: Stored<PendingProject>): Promise<void> {
      if (epochMs(clock.now()) - epochMs(record.at) <= GRACE_MS) return
      const isBusy = (await table.list(record.project, ranges.waiting, 1)).length > 0
      if (!isBusy) await table.remove(pendingRow.place(record.project), tagOf(revision))
    },
  }
}

function pendingOf(row: Parameters<typeof pendingRow.fromEntity>[0]): PendingProject {
  const noted = pendingRow.fromEntity(row)
  return { ...noted, tenant: tenantOf(noted.project) }
}
