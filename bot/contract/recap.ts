import * as z from 'zod/mini'
import { card, instant, person, plainDate, weekId } from './common'

const rag = z.enum(['red', 'amber', 'green'])

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
