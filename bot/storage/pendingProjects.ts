import type { ProjectId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import { PENDING_PROJECTS, ranges } from './keys'
import { pendingRow } from './pointerRow'
import type { Table } from './table'

/** Longer than any commit takes, repetitions included, and than clocks of two processes stand apart. */
const GRACE_MS = 10 * 60_000

/**
 * Which projects have something to send. It stands in a partition of its own, so it can't be part of a commit; the
 * order of steps keeps it right. A project is noted BEFORE a commit with messages:
 * - a crash after the note, before the commit: a project is looked at in vain until `list` takes the note away;
 * - a crash after the commit: the note is there, and the sweep finds the messages.
 * So no message waits without a note. A note is taken away only when it is older than any commit still on its way and
 * nothing waits, and only while nobody noted the project anew (by its tag); a crash before that: the next `list` does it.
 */
export function openPendingProjects(table: Table, clock: Clock) {
  return {
    /** Notes that the project is about to have something to send. */
    note: (project: ProjectId) => table.upsert(pendingRow.toEntity(project, clock.now())),

    async list(): Promise<ProjectId[]> {
      const now = epochMs(clock.now())
      const projects: ProjectId[] = []
      for (const tagged of await table.list(PENDING_PROJECTS, ranges.all)) {
        const { project, at } = pendingRow.fromEntity(tagged.row)
        const isSettled = now - epochMs(at) > GRACE_MS && !(await hasWaiting(table, project))
        if (isSettled) await table.remove(pendingRow.place(project), tagged.tag)
        else projects.push(project)
      }
      return projects
    },
  }
}

async function hasWaiting(table: Table, project: ProjectId): Promise<boolean> {
  return (await table.list(project, ranges.waiting, 1)).length > 0
}
