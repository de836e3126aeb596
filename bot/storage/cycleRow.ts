import { z } from 'zod'
import type { Cycle } from '../domain/cycle'
import type { ProjectId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, person } from './parts'

const schema = z.object({
  week: text<WeekId>(),
  askedAt: at,
  askedBy: person.nullable(),
  draftedAt: at.nullable().default(null),
  leftOutAt: at.nullable().default(null),
}) satisfies z.ZodType<Cycle>

export const cycleRow = {
  place: (project: ProjectId, week: WeekId) => ({ partition: project, row: rowKeys.cycle(week) }),
  toEntity: (project: ProjectId, cycle: Cycle) => toRow(cycleRow.place(project, cycle.week), 'cycle', cycle),
  fromEntity: (row: StoredRow): Cycle => fromRow(row, 'cycle', schema),
}
