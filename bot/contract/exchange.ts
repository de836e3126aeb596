import * as z from 'zod/mini'
import { personId, plainDate } from './common'
import { severity } from './issue'

const issueState = z.enum([
  'new',
  'triaged',
  'inProgress',
  'readyForRetest',
  'reopened',
  'closed',
  'deferred',
  'duplicate',
])
const itemState = z.enum(['open', 'inProgress', 'blocked', 'done', 'cancelled'])
const field = z.enum([
  ...([
    'key',
    'number',
    'title',
    'details',
    'where',
    'steps',
    'happened',
    'severity',
    'workaround',
    'owner',
    'for',
  ] as const),
  ...(['unblocks', 'workstream', 'status', 'why', 'due', 'raised', 'ended', 'reporter', 'category'] as const),
])
const sheetKind = z.enum(['issues', 'items'])
const dateOrder = z.enum(['dayFirst', 'monthFirst'])
const few = <T extends z.core.$ZodType>(of: T, most: number) =>
  z.readonly(z.array(of).check(z.maxLength(most)))

/** What a word of the file means here; null: it is not known. */
const meaning = z.readonly(z.object({ word: z.string(), means: z.nullable(z.string()) }))

const sheet = z.readonly(
  z.object({
    sheet: z.number(),
    name: z.string(),
    takes: z.boolean(),
    kind: sheetKind,
    /** The row of the headings. */
    header: z.number(),
    rows: z.number(),
    /** There are more rows than one import takes. */
    cut: z.boolean(),
    columns: z.readonly(
      z.array(z.readonly(z.object({ at: z.number(), heading: z.string(), field: z.nullable(field) }))),
    ),
    /** `asks`: some dates can be read both ways, and somebody has to say which. */
    order: z.nullable(dateOrder),
    asksOrder: z.boolean(),
    severities: z.readonly(z.array(meaning)),
    states: z.readonly(z.array(meaning)),
    /** Names as they are written; `means`: a member of the team. */
    people: z.readonly(z.array(meaning)),
  }),
)
export type ImportSheet = z.infer<typeof sheet>

const rowProblem = z.readonly(
  z.object({
    sheet: z.string(),
    row: z.number(),
    column: z.nullable(z.string()),
    value: z.string(),
    /** What is wrong, in one sentence. */
    text: z.string(),
    /** The row is left out because of it. */
    skipped: z.boolean(),
  }),
)
export type ImportProblem = z.infer<typeof rowProblem>

const preview = z.object({
  kind: z.literal('preview'),
  id: z.string(),
  file: z.string(),
  sheets: z.readonly(z.array(sheet)),
  without: z.readonly(z.array(z.string())),
  fresh: z.number(),
  known: z.number(),
  wrong: z.number(),
  others: z.readonly(z.array(z.object({ category: z.string(), rows: z.number() }))),
  problems: z.readonly(z.array(rowProblem)),
  allProblems: z.number(),
  sample: z.readonly(
    z.array(
      z.object({
        sheet: z.string(),
        row: z.number(),
        record: z.enum(['issue', 'item']),
        title: z.string(),
        severity: z.nullable(severity),
        status: z.nullable(z.union([issueState, itemState])),
        owner: z.nullable(z.string()),
        date: z.nullable(plainDate),
      }),
    ),
  ),
})
export type ImportPreviewJson = Readonly<z.infer<typeof preview>>

const progress = z.object({
  kind: z.literal('progress'),
  id: z.string(),
  file: z.string(),
  /** `halted`: whoever was at it is gone; the clock goes on from there, or whoever runs it again. */
  status: z.enum(['running', 'halted', 'done']),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  problems: z.readonly(z.array(rowProblem)),
})
export type ImportProgressJson = Readonly<z.infer<typeof progress>>

/** What came of a file: what it would bring, how far it is, or why it is not taken. */
export const importAnswer = z.discriminatedUnion('kind', [
  preview,
  progress,
  z.object({ kind: z.literal('refused'), text: z.string() }),
])
export type ImportAnswer = Readonly<z.infer<typeof importAnswer>>

/** Names and words as keys are phrases of the file: bounded, because they come from a browser. */
const phrases = <T extends z.core.$ZodType>(of: T) =>
  z.record(z.string().check(z.maxLength(200)), of).check(z.refine((all) => Object.keys(all).length <= 500))

/** How sheets are to be read from now on; what is absent stays. `fields` by the column's place. */
export const mappingRequest = z.readonly(
  z.object({
    sheets: few(
      z.object({
        sheet: z.number(),
        takes: z.optional(z.boolean()),
        kind: z.optional(sheetKind),
        order: z.optional(z.nullable(dateOrder)),
        fields: z.optional(few(z.object({ at: z.number(), field: z.nullable(field) }), 200)),
        severities: z.optional(phrases(severity)),
        issueStates: z.optional(phrases(issueState)),
        itemStates: z.optional(phrases(itemState)),
        people: z.optional(phrases(z.nullable(personId))),
      }),
      30,
    ),
  }),
)
export type MappingRequest = z.infer<typeof mappingRequest>
