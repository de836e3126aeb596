import { z } from 'zod'
import type { Answer, AnswerSays } from '../domain/cycle'
import type { ItemId, ProjectId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, date, person } from './parts'

const says = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('onTrack') }),
  z.object({ kind: z.literal('noChange') }),
  z.object({
    kind: z.literal('notOnTrack'),
    why: z.string(),
    newDate: date.nullable(),
    needs: person.nullable(),
  }),
]) satisfies z.ZodType<AnswerSays>

const schema = z
  .object({
    week: text<WeekId>(),
    person,
    /** Older rows have none: nobody answered for anybody else. */
    by: person.optional(),
    item: text<ItemId>(),
    says,
    at,
    itemVersionBefore: count,
    itemVersionAfter: count,
  })
  .transform(({ by, ...answer }): Answer => ({ ...answer, by: by ?? answer.person }))

export const answerRow = {
  toEntity: (project: ProjectId, answer: Answer) =>
    toRow(
      { partition: project, row: rowKeys.answer(answer.week, answer.person.id, answer.item) },
      'answer',
      answer,
    ),
  fromEntity: (row: StoredRow): Answer => fromRow(row, 'answer', schema),
}
