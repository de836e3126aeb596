import { z } from 'zod'
import type { Ask, AskedElsewhere, Cover, Snooze } from '../domain/cycle'
import type { ItemId, PersonId, ProjectId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, date, delivery, person } from './parts'

const snooze = z.object({
  at,
  choice: z.enum(['hour', 'tomorrow', 'nextWeek']),
  until: at,
}) satisfies z.ZodType<Snooze>

const away = z.object({ until: date, inPlace: person.nullable() }) satisfies z.ZodType<AskedElsewhere>

const cover = z.object({
  owner: person,
  until: date,
  since: at,
  answeredAt: at.nullable(),
}) satisfies z.ZodType<Cover>

/** A list; older rows hold the one reminder of their week, or null. */
const remindedAt = z
  .union([z.array(at), at.nullable()])
  .default([])
  .transform((value): readonly Ask['askedAt'][] =>
    value === null ? [] : typeof value === 'string' ? [value] : value,
  )

const schema = z.object({
  week: text<WeekId>(),
  person,
  items: z.array(text<ItemId>()),
  askedAt: at,
  delivery,
  comment: z.string(),
  commentedAt: at.nullable(),
  snoozes: z.array(snooze).default([]),
  remindedAt,
  away: away.nullable().default(null),
  covers: z.array(cover).default([]),
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
