import * as z from 'zod/mini'
import { instant, itemId, person, personId, plainDate, workstreamId } from './common'
import { historyLine } from './issue'

const itemStatus = z.enum(['open', 'inProgress', 'blocked', 'done', 'cancelled'])

const row = {
  id: itemId,
  title: z.string(),
  owner: person,
  /** Who waits for it. */
  for: z.nullable(person),
  /** What they can start with it. */
  unblocks: z.nullable(z.string()),
  workstream: z.nullable(workstreamId),
  due: z.nullable(plainDate),
  /** Days later than the date first given, and how often it was moved. */
  drift: z.number(),
  moves: z.number(),
  status: itemStatus,
  /** Why it is blocked, or was cancelled. */
  reason: z.nullable(z.string()),
  /** Whose help would free it, when it is a person's. */
  needs: z.nullable(person),
  /** Since when it is blocked, or when it ended. */
  since: z.nullable(instant),
  changedAt: instant,
  changedBy: person,
  /** Whether the reader may change it. */
  canChange: z.boolean(),
  version: z.number(),
}

/** One action item as a row of the list or a card of the board. */
const itemRow = z.readonly(z.object(row))
export type ItemRow = z.infer<typeof itemRow>

/** All open items. */
export const itemList = z.readonly(z.object({ rows: z.readonly(z.array(itemRow)) }))

/** A page of all items, newest first; `before` of the next page is the last row's number. */
export const itemPage = z.readonly(z.object({ rows: z.readonly(z.array(itemRow)), more: z.boolean() }))

/** One line of the delay ledger. */
const ledgerLine = z.readonly(
  z.object({ from: plainDate, to: plainDate, by: person, at: instant, why: z.string() }),
)

/** One item with everything that its pane shows. */
export const itemDetail = z.readonly(
  z.object({
    ...row,
    workstreamName: z.nullable(z.string()),
    /** The date first given. */
    first: z.nullable(plainDate),
    /** Each move of the date, oldest first. */
    ledger: z.readonly(z.array(ledgerLine)),
    /** Who ended it. */
    endedBy: z.nullable(person),
    createdAt: instant,
    createdBy: person,
    /** Where it was talked about, as an address. */
    conversation: z.nullable(z.string()),
    /** Oldest first. */
    history: z.readonly(z.array(historyLine)),
  }),
)
export type ItemDetail = z.infer<typeof itemDetail>

const text = z.string().check(z.maxLength(200_000))

/** What the tab may ask to be done to an item. People are named by id alone; the roster knows their names. */
const itemChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('block'), reason: text, needs: z.nullable(personId) }),
  z.object({ kind: z.literal('move'), to: z.nullable(plainDate), why: text }),
  z.object({ kind: z.literal('own'), owner: personId }),
  z.object({ kind: z.literal('reopen'), why: text }),
  z.object({ kind: z.literal('cancel'), why: text }),
  z.object({
    kind: z.literal('edit'),
    title: z.optional(text),
    for: z.optional(z.nullable(personId)),
    unblocks: z.optional(text),
    workstream: z.optional(z.nullable(workstreamId)),
  }),
])
export type ItemChangeJson = z.infer<typeof itemChange>

/** `seen`: the version that the change was made from; null overwrites on purpose, after both values were shown. */
export const changeItemRequest = z.object({ change: itemChange, seen: z.nullable(z.number()) })

export const newItem = z.object({
  title: text,
  owner: z.nullable(personId),
  for: z.nullable(personId),
  unblocks: text,
  due: z.nullable(plainDate),
  workstream: z.nullable(workstreamId),
})
export type NewItem = z.infer<typeof newItem>

const gap = z.enum(['why', 'date', 'reason', 'owner', 'title'])

/** How a change of an item ended. */
export const itemAnswer = z.discriminatedUnion('kind', [
  /** `undo`: the version to send back to take it back; null when there is nothing to take back. */
  z.object({ kind: z.literal('saved'), item: itemDetail, undo: z.nullable(z.number()) }),
  z.object({ kind: z.literal('unchanged'), item: itemDetail }),
  /** Somebody else was first; nothing of this request was saved. */
  z.object({ kind: z.literal('changedMeanwhile'), item: itemDetail, last: historyLine }),
  /** Nothing was saved: this has to be said, too. `past`: the date that was given has passed. */
  z.object({
    kind: z.literal('missing'),
    item: z.nullable(itemDetail),
    missing: z.readonly(z.array(gap)),
    past: z.boolean(),
  }),
  z.object({ kind: z.literal('refused'), text: z.string(), item: z.nullable(itemDetail) }),
])
export type ItemAnswer = z.infer<typeof itemAnswer>
