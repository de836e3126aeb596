import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Imported, ImportedKey, ImportId } from '../domain/exchange/importJob'
import type { ProjectId, RecordId } from '../domain/ids'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'

const schema = z.object({
  key: text<ImportedKey>(),
  record: text<RecordId>(),
  said: z.record(z.string(), z.string()),
  by: z
    .object({ import: text<ImportId>(), what: z.enum(['created', 'updated']) })
    .nullable()
    .default(null),
}) satisfies z.ZodType<Imported>

/**
 * What a row of a file became. Its insert is the claim on the row, in the transaction that makes the record: a crash
 * leaves both or neither, and the same row of the same file finds the record instead of making another.
 */
export const importedRow = {
  place: (project: ProjectId, key: ImportedKey) => ({
    partition: project,
    row: rowKeys.imported(key.startsWith('item ') ? 'item' : 'issue', hashOf(key)),
  }),
  toEntity: (project: ProjectId, imported: Imported) =>
    toRow(importedRow.place(project, imported.key), 'imported', imported),
  fromEntity: (row: StoredRow): Imported => fromRow(row, 'imported', schema),
}

/** A title may be longer than a key. */
function hashOf(key: ImportedKey): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}
