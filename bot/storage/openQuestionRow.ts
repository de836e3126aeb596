import { z } from 'zod'
import type { EntryId, ProjectId, QuestionId } from '../domain/ids'
import type { OpenQuestion, QuestionState } from '../domain/openQuestion'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, person } from './parts'

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('answered'), by: person, at, entry: text<EntryId>() }),
  z.object({ status: z.literal('dismissed'), by: person, at }),
]) satisfies z.ZodType<QuestionState>

const schema = z.object({
  id: text<QuestionId>(),
  text: z.string(),
  askers: z.array(z.object({ person, at })),
  state,
  version: count,
}) satisfies z.ZodType<OpenQuestion>

/** A question in its row, and in the copy that stands among the open ones while it waits. */
export const openQuestionRow = {
  isOpen: ({ state }: OpenQuestion) => state.status === 'open',
  place: (project: ProjectId, id: QuestionId) => ({ partition: project, row: rowKeys.question(id) }),
  openPlace: (project: ProjectId, id: QuestionId) => ({ partition: project, row: rowKeys.openQuestion(id) }),
  toEntity: (project: ProjectId, question: OpenQuestion) =>
    toRow(openQuestionRow.place(project, question.id), 'question', question),
  toOpenEntity: (project: ProjectId, question: OpenQuestion) =>
    toRow(openQuestionRow.openPlace(project, question.id), 'question', question),
  fromEntity: (row: StoredRow): OpenQuestion => fromRow(row, 'question', schema),
}
