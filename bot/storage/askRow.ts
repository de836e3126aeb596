import { z } from 'zod'
import type { Ask } from '../domain/cycle'
import type { ItemId, PersonId, ProjectId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, delivery, person } from './parts'

const schema = z.object({
  week: text<WeekId>(),
  person,
  items: z.array(text<ItemId>()),
  askedAt: at,
  delivery,
  comment: z.string(),
  commentedAt: at.nullable(),
  snoozedUntil: at.nullable(),
  remindedAt: at.nullable().default(null),
  answeredAt: at.nullable(),
}) satisfies z.ZodType<Ask>

export const askRow = {
  place: (project: ProjectId, week: WeekId, of: PersonId) => ({
    partition: project,
    row: rowKeys.ask(week, of),
  }),
  toEntity: (project: ProjectId, ask: Ask) =>
    toRow(askRow.place(project, ask.week, ask.person.id), 'ask', ask),
  fromEntity: (row: StoredRow): Ask => fromRow(row, 'ask', schema),
}
