import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { Correction, RecapPart } from '../domain/recap'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { ragOverride } from './draftRow'
import { rowKeys } from './keys'
import { at, count, person, workstreamId } from './parts'

const schema = z.object({
  week: text<WeekId>(),
  number: count,
  at,
  by: person,
  parts: z.array(text<RecapPart>()),
  before: z.object({
    headline: z.string(),
    note: z.string(),
    overallOverride: ragOverride.nullable(),
    workstreamOverrides: z.array(ragOverride.extend({ workstream: workstreamId })),
  }),
}) satisfies z.ZodType<Correction>

export const correctionRow = {
  toEntity: (project: ProjectId, correction: Correction) =>
    toRow(
      { partition: project, row: rowKeys.correction(correction.week, correction.number) },
      'correction',
      correction,
    ),
  fromEntity: (row: StoredRow): Correction => fromRow(row, 'correction', schema),
}
