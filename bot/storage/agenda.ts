import type { ProjectId } from '../domain/ids'
import { epochMs, fromEpochMs } from '../domain/time'
import type { Agenda, Clock } from '../flows/ports'
import { AGENDA, ranges, rowKeys } from './keys'
import { adoptedRow, lookRow } from './pointerRow'
import { projectRow } from './projectRow'
import { stored, tagOf } from './revision'
import type { Table } from './table'

/** Longer than any commit takes, repetitions included, and than clocks of two processes stand apart. */
const GRACE_MS = 10 * 60_000

export type NotedAgenda = Agenda & {
  /** Says that the project is about to change in a way that may make something due. */
  readonly note: (project: ProjectId) => Promise<void>
}

/**
 * The agenda stands in a partition of its own, so it can't be part of a commit; the order of steps keeps it right.
 *
 * - A commit that may make something due is noted BEFORE it is written, for now and for when it is certain to have
 *   ended. The first look may come before the commit and see nothing of it; the second sees it. A crash after the note
 *   leaves a look in vain; without the second look, one between the note and the commit would lose the project.
 * - A look plans the next one before its own entry is taken away. A crash between the two leaves both, and a look too
 *   many finds nothing due. Two entries of a project come to one, for both plan the same next moment.
 */
export function openAgenda(table: Table, clock: Clock): NotedAgenda {
  const plan: Agenda['plan'] = (project, at) => table.upsert(lookRow.toEntity({ project, at }))
  return {
    plan,
    async due(until, limit) {
      const rows = await table.list(AGENDA, ranges.looks(until), limit)
      return rows.map((row) => stored(row, lookRow.fromEntity))
    },
    async done({ record, revision }) {
      await table.remove(lookRow.place(record), tagOf(revision))
    },
    async note(project) {
      const now = clock.now()
      await plan(project, now)
      await plan(project, fromEpochMs(epochMs(now) + GRACE_MS))
    },
    /** A crash on the way leaves no mark, and the next start puts them all on the agenda again. */
    async adopt() {
      if (await table.get(adoptedRow.place)) return
      const now = clock.now()
      for (const { row } of await table.listEverywhere(rowKeys.project)) {
        await plan(projectRow.fromEntity(row).id, now)
      }
      await table.upsert(adoptedRow.toEntity(now))
    },
  }
}
