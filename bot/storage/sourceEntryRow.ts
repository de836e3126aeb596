import { z } from 'zod'
import type { EntryId, ProjectId } from '../domain/ids'
import type { EntryContent, EntryState, SourceEntry } from '../domain/sourceEntry'
import { ENTRY_KINDS } from '../domain/sourceKinds'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, person } from './parts'

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('link'), url: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]) satisfies z.ZodType<EntryContent>

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('standing') }),
  z.object({ status: z.literal('removed'), by: person, at }),
]) satisfies z.ZodType<EntryState>

const schema = z.object({
  id: text<EntryId>(),
  title: z.string(),
  kind: z.enum(ENTRY_KINDS),
  content,
  writtenAt: at.nullable(),
  owner: person.nullable(),
  verified: z.object({ by: person, at }).nullable(),
  reviewDays: count,
  toBeRead: count.nullable(),
  state,
  createdBy: person.nullable(),
  createdAt: at.nullable(),
  changedBy: person.nullable(),
  changedAt: at.nullable(),
  version: count,
}) satisfies z.ZodType<SourceEntry>

/** An entry of the source of truth in its row; a usual place that nobody has touched has none. */
export const sourceEntryRow = {
  place: (project: ProjectId, id: EntryId) => ({ partition: project, row: rowKeys.entry(id) }),
  toEntity: (project: ProjectId, entry: SourceEntry) =>
    toRow(sourceEntryRow.place(project, entry.id), 'entry', entry),
  fromEntity: (row: StoredRow): SourceEntry => fromRow(row, 'entry', schema),
}
