import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { RagOverride } from '../domain/rag'
import type { Draft } from '../domain/recap'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, person, rag, workstreamId } from './parts'

export const ragOverride = z.object({
  colour: rag,
  by: person,
  why: z.string().nullable(),
}) satisfies z.ZodType<RagOverride>

const schema = z.object({
  week: text<WeekId>(),
  headline: z.string().nullable(),
  note: z.string().nullable(),
  overallOverride: ragOverride.nullable(),
  workstreamOverrides: z.array(ragOverride.extend({ workstream: workstreamId })),
  editedBy: person,
  editedAt: at,
}) satisfies z.ZodType<Draft>

export const draftRow = {
  place: (project: ProjectId, week: WeekId) => ({ partition: project, row: rowKeys.draft(week) }),
  toEntity: (project: ProjectId, draft: Draft) => toRow(draftRow.place(project, draft.week), 'draft', draft),
  fromEntity: (row: StoredRow): Draft => fromRow(row, 'draft', schema),
}
