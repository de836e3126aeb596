import * as z from 'zod/mini'
import type { QuestionId } from '../domain/ids'
import { entryId, instant, person, personId, plainDate, weekId } from './common'
import { historyLine } from './issue'

export const entryKind = z.enum([
  'plan',
  'scope',
  'roles',
  'procedure',
  'contacts',
  'communication',
  'change',
  'uat',
  'cutover',
  'support',
  'other',
])

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('link'), url: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
])

/** How far one may trust an entry today. */
const freshness = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('verified'), daysAgo: z.number(), until: plainDate }),
  z.object({ kind: z.literal('due'), days: z.number() }),
  z.object({ kind: z.literal('unverified'), days: z.number(), before: z.boolean() }),
  z.object({ kind: z.literal('stale'), since: plainDate, everVerified: z.boolean() }),
])

const row = {
  id: entryId,
  title: z.string(),
  kind: entryKind,
  content,
  owner: z.nullable(person),
  verified: z.nullable(z.object({ by: person, at: instant })),
  freshness,
  reviewDays: z.number(),
  /** The version that everybody is asked to have read. */
  toBeRead: z.nullable(z.number()),
  changedAt: z.nullable(instant),
  changedBy: z.nullable(person),
  /** 0 at a usual place that nobody has touched. */
  version: z.number(),
}

/** One entry as a line of the page. */
const entryRow = z.readonly(z.object(row))
export type EntryRow = z.infer<typeof entryRow>

/** The same on the page; `canChange`: whether the reader may write it. */
const entryLine = z.readonly(z.object({ ...row, canChange: z.boolean() }))
export type EntryLine = z.infer<typeof entryLine>

/** A question that waits for an answer. */
const questionId = z.pipe(
  z.string().check(z.minLength(1), z.maxLength(200)),
  z.transform((text) => text as QuestionId),
)
const openQuestion = z.readonly(
  z.object({
    id: questionId,
    text: z.string(),
    askers: z.readonly(z.array(z.object({ person, at: instant }))),
  }),
)
export type OpenQuestionJson = z.infer<typeof openQuestion>
export const openQuestions = z.readonly(z.object({ questions: z.readonly(z.array(openQuestion)) }))

/** How this project runs: every entry in its order, empty places among them, and what waits for an answer. */
export const sourcePage = z.readonly(
  z.object({
    entries: z.readonly(z.array(entryLine)),
    count: z.object({ written: z.number(), verified: z.number(), stale: z.number() }),
    colour: z.object({ rag: z.enum(['red', 'amber', 'green']), week: z.nullable(weekId) }),
    questions: z.readonly(z.array(openQuestion)),
    /** Whether the channel has the card of this page. */
    anchored: z.boolean(),
  }),
)
export type SourcePage = z.infer<typeof sourcePage>

const reads = z.object({ version: z.number(), read: z.number(), of: z.number(), mine: z.boolean() })

/** One entry with everything that its pane shows. */
export const entryDetail = z.readonly(
  z.object({
    ...row,
    removed: z.boolean(),
    createdAt: z.nullable(instant),
    createdBy: z.nullable(person),
    canChange: z.boolean(),
    reads: z.nullable(reads),
    /** Oldest first. */
    history: z.readonly(z.array(historyLine)),
  }),
)
export type EntryDetail = z.infer<typeof entryDetail>

const text = z.string().check(z.maxLength(200_000))

/** `content`: an https address or a text. `owner` null: the writer. */
export const newEntry = z.object({
  title: text,
  kind: z.nullable(entryKind),
  content: text,
  owner: z.nullable(personId),
  reviewDays: z.nullable(z.number()),
  toBeRead: z.boolean(),
  /** The open question that it is written for. */
  question: z.optional(z.nullable(questionId)),
})
export type NewEntry = z.infer<typeof newEntry>

/** What the tab may ask to be done to an entry. What is left out stays as it is. */
const entryChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('edit'),
    title: z.optional(text),
    about: z.optional(entryKind),
    content: z.optional(text),
    owner: z.optional(personId),
    reviewDays: z.optional(z.number()),
    toBeRead: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('verify') }),
  z.object({ kind: z.literal('remove') }),
])
export type EntryChangeJson = z.infer<typeof entryChange>

/** `seen`: the version that the change was made from; null overwrites on purpose, after both values were shown. */
export const changeEntryRequest = z.object({ change: entryChange, seen: z.nullable(z.number()) })
export const undoEntryRequest = z.object({ version: z.number() })
export const readEntryRequest = z.object({ version: z.number() })

/** How a change of an entry ended. `answers`: open questions that it may answer now. */
export const entryAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    entry: entryDetail,
    undo: z.nullable(z.number()),
    answers: z.readonly(z.array(openQuestion)),
  }),
  z.object({ kind: z.literal('unchanged'), entry: entryDetail }),
  z.object({ kind: z.literal('changedMeanwhile'), entry: entryDetail, last: historyLine }),
  z.object({ kind: z.literal('refused'), text: z.string(), entry: z.nullable(entryDetail) }),
])
export type EntryAnswer = z.infer<typeof entryAnswer>

/** The best entries for a question, at most three; `place`: an empty one where the answer would stand. */
export const searchAnswer = z.readonly(
  z.object({ entries: z.readonly(z.array(entryRow)), place: z.nullable(entryId) }),
)
export type SearchAnswer = z.infer<typeof searchAnswer>

export const askRequest = z.object({ question: z.string().check(z.minLength(1), z.maxLength(500)) })
/** `again`: it was so already. */
export const questionAnswer = z.union([
  z.object({ question: openQuestion, again: z.boolean() }),
  z.object({ kind: z.literal('refused'), text: z.string() }),
])
export const anchorAnswer = z.object({ again: z.boolean() })
/** Without an entry: it needs no answer. */
export const settleRequest = z.object({ entry: z.nullable(entryId) })
