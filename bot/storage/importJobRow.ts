import { z } from 'zod'
import type { ImportId, ImportJob, PlannedSheet, RowProblem } from '../domain/exchange/importJob'
import type { ItemStatus } from '../domain/actionItem'
import type { Field } from '../domain/exchange/fields'
import type { PersonId, ProjectId } from '../domain/ids'
import type { IssueStatus } from '../domain/issue'
import { fromRow, text, toRow, type StoredRow } from './document'
import { severity } from './issueRow'
import { importPartition, rowKeys } from './keys'
import { at, count, door, messageRef, person } from './parts'

const sheet = z.object({
  plan: z.object({
    sheet: count,
    name: z.string(),
    takes: z.boolean(),
    kind: z.enum(['issues', 'items']),
    header: count,
    columns: z.array(z.object({ at: count, heading: z.string(), field: text<Field>().nullable() })),
    order: z.enum(['dayFirst', 'monthFirst']).nullable(),
    severities: z.record(z.string(), severity),
    issueStates: z.record(z.string(), text<IssueStatus>()),
    itemStates: z.record(z.string(), text<ItemStatus>()),
    people: z.record(z.string(), text<PersonId>().nullable()),
  }),
  facts: z.object({
    rows: count,
    cut: z.boolean(),
    order: z.enum(['dayFirst', 'monthFirst', 'ambiguous', 'none']),
    severities: z.array(z.string()),
    states: z.array(z.string()),
    categories: z.array(z.string()),
    people: z.array(z.string()),
  }),
}) satisfies z.ZodType<PlannedSheet>

const card = z.object({ person: text<PersonId>(), message: messageRef })

const schema = z.object({
  id: text<ImportId>(),
  project: text<ProjectId>(),
  by: person,
  at,
  until: at,
  file: z.object({ name: z.string(), bytes: count }),
  sheets: z.array(sheet),
  without: z.array(z.string()),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('ready') }),
    z.object({ status: z.literal('running'), beat: at }),
    z.object({ status: z.literal('done'), at }),
  ]),
  // The clock takes none up of those that were begun before it was kept who had them taken.
  run: z.object({ by: person, door, card: card.nullable(), inVain: count }).nullable().default(null),
  counts: z.object({ created: count, updated: count, unchanged: count, skipped: count }),
  mark: z.object({ sheet: count, row: count }).nullable(),
  conflicts: z.array(z.custom<RowProblem>((value) => typeof value === 'object' && value !== null)),
}) satisfies z.ZodType<ImportJob>

export const importJobRow = {
  place: (id: ImportId) => ({ partition: importPartition(id), row: rowKeys.importJob }),
  toEntity: (job: ImportJob) => toRow(importJobRow.place(job.id), 'import', job),
  fromEntity: (row: StoredRow): ImportJob => fromRow(row, 'import', schema),
}
