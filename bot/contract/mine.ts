import * as z from 'zod/mini'
import { instant, issueId, itemId, person, plainDate, weekId, zoneId } from './common'
import { severity } from './issue'

/** The project that something belongs to. */
const where = z.readonly(z.object({ id: z.string(), name: z.string(), customer: z.string() }))

/** An open action item of the reader's. */
const myItem = z.object({
  record: z.literal('item'),
  id: itemId,
  title: z.string(),
  project: where,
  zone: zoneId,
  /** On the wall of the project. */
  today: plainDate,
  status: z.enum(['open', 'inProgress', 'blocked']),
  due: z.nullable(plainDate),
  reason: z.nullable(z.string()),
  /** Who waits for it. */
  for: z.nullable(person),
})

/** An open issue that the reader is to fix. */
const myIssue = z.object({
  record: z.literal('issue'),
  id: issueId,
  title: z.string(),
  project: where,
  zone: zoneId,
  today: plainDate,
  severity: z.nullable(severity),
  createdAt: instant,
})

const owed = z.readonly(z.discriminatedUnion('record', [myItem, myIssue]))
export type OwedJson = z.infer<typeof owed>

/** Everything that waits for one person, over all projects whose teams have them. */
export const mine = z.readonly(
  z.object({
    me: person,
    now: instant,
    /** The latest trouble first. */
    owed: z.readonly(z.array(owed)),
    /** Weekly cards that wait for an answer, with the items on them. */
    cards: z.readonly(z.array(z.readonly(z.object({ project: where, week: weekId, items: z.number() })))),
    projects: z.number(),
    /** Projects that could not be asked just now. */
    unreachable: z.number(),
  }),
)
export type Mine = z.infer<typeof mine>
