import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { count } from './parts'

const schema = z.object({ last: count })

/** The last number that was given to an item or an issue of a project. */
export const counterRow = {
  place: (project: ProjectId, of: Numbered) => ({ partition: project, row: rowKeys.counter(of) }),
  toEntity: (project: ProjectId, of: Numbered, last: number) =>
    toRow(counterRow.place(project, of), 'counter', { last }),
  fromEntity: (row: StoredRow) => fromRow(row, 'counter', schema),
}

export type Numbered = 'item' | 'issue'
