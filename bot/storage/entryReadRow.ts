import { z } from 'zod'
import type { EntryId, ProjectId } from '../domain/ids'
import type { EntryRead } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, person } from './parts'

const schema = z.object({
  entry: text<EntryId>(),
  version: count,
  person,
  at,
}) satisfies z.ZodType<EntryRead>

/** That somebody has read a version of an entry. Its key is all it says, so that it can be said once. */
export const entryReadRow = {
  toEntity: (project: ProjectId, read: EntryRead) =>
    toRow(
      { partition: project, row: rowKeys.entryRead(read.entry, read.version, read.person.id) },
      'entryRead',
      read,
    ),
  fromEntity: (row: StoredRow): EntryRead => fromRow(row, 'entryRead', schema),
}
