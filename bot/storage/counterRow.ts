import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import { USUAL_PLACES } from '../domain/sourceKinds'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { count } from './parts'

const schema = z.object({ last: count })

/** The last number that was given to an item, an issue or an entry of a project. */
export const counterRow = {
  place: (project: ProjectId, of: Numbered) => ({ partition: project, row: rowKeys.counter(of) }),
  toEntity: (project: ProjectId, of: Numbered, last: number) =>
    toRow(counterRow.place(project, of), 'counter', { last }),
  fromEntity: (row: StoredRow) => fromRow(row, 'counter', schema),
}

export type Numbered = 'item' | 'issue' | 'entry'

/** The last number that is given from the start: the usual entries have theirs in every project. */
export const GIVEN_AT_FIRST: Readonly<Record<Numbered, number>> = {
  item: 0,
  issue: 0,
  entry: USUAL_PLACES.length,
}
