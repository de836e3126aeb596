import * as z from 'zod/mini'
import type { EntryId, ItemId, IssueId, PersonId, WorkstreamId } from '../domain/ids'
import type { Instant, PlainDate, ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'

/*
 * Parsers of what crosses between the service and the tab. Both ends use them: the service for what a browser sends,
 * the tab for what it gets, so that an old page before a newer service says "reload" instead of showing half a record.
 * Brands are trusted by shape here; whether a person or a record exists is asked of the records, never of the sender.
 */

/** A string of the domain's branded type, by pattern. */
function branded<T extends string>(pattern: RegExp) {
  return z.pipe(
    z.string().check(z.regex(pattern)),
    z.transform((text) => text as T),
  )
}

export const personId = branded<PersonId>(/^[^\u0000-\u001f]{1,200}$/)
export const workstreamId = branded<WorkstreamId>(/^[^\u0000-\u001f]{1,200}$/)
export const issueId = branded<IssueId>(/^I-[1-9]\d{0,6}$/)
export const itemId = branded<ItemId>(/^A-[1-9]\d{0,6}$/)
export const entryId = branded<EntryId>(/^S-[1-9]\d{0,6}$/)
export const recordId = branded<IssueId | ItemId | EntryId>(/^[AIS]-[1-9]\d{0,6}$/)
export const instant = branded<Instant>(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
export const plainDate = branded<PlainDate>(/^\d{4}-\d\d-\d\d$/)
export const weekId = branded<WeekId>(/^\d{4}-W\d\d$/)
export const zoneId = branded<ZoneId>(/^[A-Za-z][\w+/-]*$/)

export const person = z.readonly(z.object({ id: personId, name: z.string() }))

/** Any Adaptive Card: what draws it knows its inside. */
export const card = z.record(z.string(), z.unknown())
export type CardJson = z.infer<typeof card>

/** One clear sentence for the person, and the reference under which the log has the cause. */
export const problem = z.readonly(
  z.object({ text: z.string(), reference: z.string(), kind: z.optional(z.string()) }),
)
export type Problem = z.infer<typeof problem>
