import * as z from 'zod/mini'
import { itemId, person, plainDate, workstreamId } from './common'

/** One open action item as a row. */
const itemRow = z.readonly(
  z.object({
    id: itemId,
    title: z.string(),
    owner: person,
    for: z.nullable(person),
    unblocks: z.nullable(z.string()),
    workstream: z.nullable(workstreamId),
    due: z.nullable(plainDate),
    /** Days later than the date first given, and how often it was moved. */
    drift: z.number(),
    moves: z.number(),
    status: z.enum(['open', 'inProgress', 'blocked', 'done', 'cancelled']),
    /** Why it is blocked. */
    reason: z.nullable(z.string()),
    version: z.number(),
  }),
)
export type ItemRow = z.infer<typeof itemRow>

export const itemList = z.readonly(z.object({ rows: z.readonly(z.array(itemRow)) }))
