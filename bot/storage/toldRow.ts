import { z } from 'zod'
import type { ItemId, PersonId, ProjectId } from '../domain/ids'
import type { Told } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { count } from './parts'

const schema = z.object({
  item: text<ItemId>(),
  person: text<PersonId>(),
  version: count,
}) satisfies z.ZodType<Told>

export const toldRow = {
  place: (project: ProjectId, item: ItemId, person: PersonId) => ({
    partition: project,
    row: rowKeys.told(item, person),
  }),
  toEntity: (project: ProjectId, told: Told) =>
    toRow(toldRow.place(project, told.item, told.person), 'told', told),
  fromEntity: (row: StoredRow): Told => fromRow(row, 'told', schema),
}
