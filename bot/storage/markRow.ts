import { z } from 'zod'
import type { EntryId, ProjectId, RecordId } from '../domain/ids'
import type { Mark } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at } from './parts'

const schema = z.object({
  key: z.string(),
  at,
  about: text<RecordId | EntryId>().nullable(),
}) satisfies z.ZodType<Mark>

export const markRow = {
  place: (project: ProjectId, key: Mark['key']) => ({ partition: project, row: rowKeys.mark(key) }),
  toEntity: (project: ProjectId, mark: Mark) => toRow(markRow.place(project, mark.key), 'mark', mark),
  fromEntity: (row: StoredRow): Mark => fromRow(row, 'mark', schema),
}
