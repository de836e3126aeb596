import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { Posted } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { messageRef } from './parts'

const schema = z.object({
  about: text<Posted['about']>(),
  message: messageRef.nullable(),
  shows: z.number().optional(),
}) satisfies z.ZodType<Posted>

export const postedRow = {
  place: (project: ProjectId, about: Posted['about']) => ({ partition: project, row: rowKeys.posted(about) }),
  toEntity: (project: ProjectId, posted: Posted) =>
    toRow(postedRow.place(project, posted.about), 'posted', posted),
  fromEntity: (row: StoredRow): Posted => fromRow(row, 'posted', schema),
}
