import { z } from 'zod'
import type { Change } from '../domain/history'
import type { ProjectId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import { chartColumn } from './chartColumn'
import { anyJson, fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, door, person } from './parts'

const schema = z.object({
  record: text<Change['record']>(),
  version: count,
  at,
  by: person,
  inPlaceOf: person.nullable().default(null),
  door,
  why: z.string().nullable(),
  undoes: count.nullable(),
  fields: z.array(z.object({ field: z.string(), from: anyJson, to: anyJson })),
}) satisfies z.ZodType<Change>

/** A change in its two rows: one in its record's history, one among all changes by time. */
export const changeRow = {
  place: (project: ProjectId, { record, version }: Pick<Change, 'record' | 'version'>) => ({
    partition: project,
    row: rowKeys.history(record, version),
  }),
  /** `issue`: as it is after the change, where it is one's. */
  toEntities(project: ProjectId, change: Change, issue: Issue | null) {
    const byTime = rowKeys.changeAt(change.at, change.record, change.version)
    return [
      toRow(changeRow.place(project, change), 'change', change),
      { ...toRow({ partition: project, row: byTime }, 'change', change), ...chartColumn(change, issue) },
    ]
  },
  fromEntity: (row: StoredRow): Change => fromRow(row, 'change', schema),
}
