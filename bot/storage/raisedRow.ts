import { z } from 'zod'
import type { Digest, Raised, RaisedPoint } from '../domain/digest'
import type { IssueId, ItemId, PersonId, ProjectId } from '../domain/ids'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, date, delivery, person } from './parts'

const key = z.string()
const point = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('silent'), key, owner: text<PersonId>() }),
  z.object({ kind: z.enum(['blocked', 'movedOften']), key, item: text<ItemId>() }),
  z.object({ kind: z.literal('showStopper'), key, issue: text<IssueId>() }),
]) satisfies z.ZodType<RaisedPoint>

const digest = z.object({
  on: date,
  at,
  to: person,
  news: z.array(point),
  delivery,
}) satisfies z.ZodType<Digest>

const schema = z.object({
  lookedOn: date,
  known: z.array(z.object({ key, on: date })),
  digests: z.array(digest),
}) satisfies z.ZodType<Raised>

export const raisedRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.raised }),
  toEntity: (project: ProjectId, raised: Raised) => toRow(raisedRow.place(project), 'raised', raised),
  fromEntity: (row: StoredRow): Raised => fromRow(row, 'raised', schema),
}
