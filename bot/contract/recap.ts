import * as z from 'zod/mini'
import { card, instant, itemId, person, plainDate, weekId } from './common'

export const rag = z.enum(['red', 'amber', 'green'])

/** A posted recap as a line of the list. */
const recapLine = z.readonly(
  z.object({
    week: weekId,
    from: plainDate,
    to: plainDate,
    colour: rag,
    headline: z.string(),
    answered: z.nullable(z.object({ answered: z.number(), asked: z.number() })),
    postedAt: instant,
    /** Null when the clock posted it. */
    postedBy: z.nullable(person),
    /** Whose draft it was; null when nobody touched it. */
    editedBy: z.nullable(person),
    /** The latest correction, in words for who reads it; null while it stands as it was posted. */
    corrected: z.nullable(z.string()),
    /** Colours by workstream, in the project's order, for the strip over the weeks. */
    workstreams: z.readonly(z.array(z.object({ name: z.string(), colour: rag }))),
  }),
)
export type RecapLine = z.infer<typeof recapLine>

/** Newest first. */
export const recapList = z.readonly(z.object({ rows: z.readonly(z.array(recapLine)), more: z.boolean() }))

/** A recap with the very card that was posted. */
export const postedRecap = z.readonly(z.object({ line: recapLine, card }))

const nullableCount = z.nullable(z.number())
const ofItem = { item: itemId, title: z.string(), owner: person }
const slipped = z.object({
  ...ofItem,
  from: plainDate,
  to: plainDate,
  why: z.string(),
  moves: z.number(),
  /** The earlier recap told so of the same item. */
  again: z.boolean(),
})
const blocked = z.readonly(
  z.object({ ...ofItem, reason: z.string(), waits: z.nullable(person), days: z.number() }),
)
export type BlockedJson = z.infer<typeof blocked>
const late = z.readonly(z.object({ ...ofItem, due: plainDate, days: z.number() }))
export type LateJson = z.infer<typeof late>

const numberNames = [
  'openIssues',
  'showStopper',
  'workaround',
  'cosmetic',
  'unrated',
  'newIssues',
  'closedIssues',
  'done',
  'slipped',
  'late',
  'blocked',
  'goLiveDrift',
  'asked',
  'answered',
] as const

/** What differs between the recaps of two weeks; `from` is the earlier one. */
export const recapComparison = z.readonly(
  z.object({
    from: weekId,
    to: weekId,
    overall: z.object({ from: rag, to: rag }),
    /** Those that differ; null where that week did not have the workstream. */
    colours: z.readonly(z.array(z.object({ name: z.string(), from: z.nullable(rag), to: z.nullable(rag) }))),
    numbers: z.readonly(
      z.array(z.object({ what: z.enum(numberNames), from: nullableCount, to: nullableCount })),
    ),
    goLive: z.object({ from: z.nullable(plainDate), to: z.nullable(plainDate) }),
    slipped: z.readonly(z.array(slipped)),
    newlyBlocked: z.readonly(z.array(blocked)),
    noLongerBlocked: z.readonly(z.array(blocked)),
    newlyLate: z.readonly(z.array(late)),
    noLongerLate: z.readonly(z.array(late)),
  }),
)
export type RecapComparisonJson = z.infer<typeof recapComparison>
