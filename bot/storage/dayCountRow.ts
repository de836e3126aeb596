import { z } from 'zod'
import type { DayCount } from '../domain/dayCounts'
import type { ProjectId } from '../domain/ids'
import type { PlainDate, ZoneId } from '../domain/time'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { count, date } from './parts'

const schema = z.object({
  date,
  open: z.object({ showStopper: count, workaround: count, cosmetic: count, unrated: count }),
  opened: count,
  reopened: count,
  closed: count,
  slips: z.object({ first: count, again: count, days: count }),
}) satisfies z.ZodType<DayCount>

export const dayCountRow = {
  place: (project: ProjectId, zone: ZoneId, day: PlainDate) => ({
    partition: project,
    row: rowKeys.day(zone, day),
  }),
  toEntity: (project: ProjectId, zone: ZoneId, day: DayCount) =>
    toRow(dayCountRow.place(project, zone, day.date), 'day', day),
  fromEntity: (row: StoredRow): DayCount => fromRow(row, 'day', schema),
}
