import * as z from 'zod/mini'
import { instant, issueId, person, personId, recordId, workstreamId } from './common'

export const severity = z.enum(['showStopper', 'workaround', 'cosmetic'])
const issueStatus = z.enum([
  'new',
  'triaged',
  'inProgress',
  'readyForRetest',
  'reopened',
  'closed',
  'deferred',
  'duplicate',
])
const issueMove = z.enum(['triage', 'fix', 'retest', 'close', 'defer', 'reopen', 'duplicate'])
export type IssueMove = z.infer<typeof issueMove>

const row = {
  id: issueId,
  title: z.string(),
  severity: z.nullable(severity),
  status: issueStatus,
  timesReopened: z.number(),
  owner: z.nullable(person),
  where: z.string(),
  workstream: z.nullable(workstreamId),
  createdAt: instant,
  changedAt: instant,
  changedBy: person,
  version: z.number(),
}

/** One issue as a row of the log. */
export const issueRow = z.readonly(z.object(row))
export type IssueRow = z.infer<typeof issueRow>

/** A page of a list. `next`: what to ask for the next page after, as it is; null at the end. */
export const issuePage = z.readonly(
  z.object({ rows: z.readonly(z.array(issueRow)), next: z.nullable(z.string()) }),
)

/** Issues as they are now, by number; those that are not there are left out. */
export const issueRows = z.readonly(z.object({ rows: z.readonly(z.array(issueRow)) }))

/** Issues that hold the words somebody looks for, the newest first; `more`: these are not all of them. */
export const foundIssues = z.readonly(z.object({ rows: z.readonly(z.array(issueRow)), more: z.boolean() }))

const count = z.number()

/** How many issues there are. By severity, owner (id or `none`) and workstream (id or `none`) only open ones. */
export const issueCounts = z.readonly(
  z.object({
    all: count,
    open: count,
    severity: z.object({ showStopper: count, workaround: count, cosmetic: count, none: count }),
    state: z.object({
      new: count,
      triaged: count,
      reopened: count,
      inProgress: count,
      readyForRetest: count,
      closed: count,
      deferred: count,
      duplicate: count,
    }),
    owner: z.record(z.string(), count),
    workstream: z.record(z.string(), count),
  }),
)
export type IssueCounts = z.infer<typeof issueCounts>

/** One line of a record's history. `from` and `to` are whatever the field held. */
export const historyLine = z.readonly(
  z.object({
    record: z.union([recordId, z.literal('project')]),
    version: z.number(),
    at: instant,
    by: person,
    door: z.enum(['chat', 'weeklyCard', 'tab', 'clock']),
    why: z.nullable(z.string()),
    undoes: z.nullable(z.number()),
    fields: z.readonly(z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))),
  }),
)
export type HistoryLine = z.infer<typeof historyLine>

/** One issue with everything that its pane shows. */
export const issueDetail = z.readonly(
  z.object({
    ...row,
    details: z.string(),
    steps: z.string(),
    happened: z.string(),
    workaround: z.string(),
    reporter: person,
    /** Why it is deferred or came back, or the number of the issue that it repeats. */
    stateWhy: z.nullable(z.string()),
    /** Who validated or accepted, where the state has such a person. */
    stateBy: z.nullable(person),
    workstreamName: z.nullable(z.string()),
    /** What may be done next, the usual one first. */
    moves: z.readonly(z.array(issueMove)),
    /** Where it was talked about, as a link; null where there is none. */
    conversation: z.nullable(z.string()),
    /** Whether the reader may edit its texts. */
    canChange: z.boolean(),
    /** Oldest first. */
    history: z.readonly(z.array(historyLine)),
  }),
)
export type IssueDetail = z.infer<typeof issueDetail>

const text = z.string().check(z.maxLength(200_000))

const edit = z.object({
  kind: z.literal('edit'),
  title: z.optional(text),
  details: z.optional(text),
  where: z.optional(text),
  steps: z.optional(text),
  happened: z.optional(text),
  workaround: z.optional(text),
  severity: z.optional(z.nullable(severity)),
  owner: z.optional(z.nullable(personId)),
  workstream: z.optional(z.nullable(workstreamId)),
})

/** What the tab may ask to be done to an issue. People are named by id alone; the roster knows their names. */
export const issueChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('triage'), severity: z.nullable(severity), owner: z.nullable(personId) }),
  z.object({ kind: z.literal('fix') }),
  z.object({ kind: z.literal('retest') }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('defer'), why: text }),
  z.object({ kind: z.literal('reopen'), why: text }),
  z.object({ kind: z.literal('duplicate'), of: issueId }),
  edit,
])
export type IssueChangeJson = z.infer<typeof issueChange>

/** `seen`: the version that the change was made from; null overwrites on purpose, after both values were shown. */
export const changeIssueRequest = z.object({ change: issueChange, seen: z.nullable(z.number()) })

export const commentRequest = z.object({ text })

export const undoRequest = z.object({ version: z.number() })

export const newIssue = z.object({
  title: text,
  details: text,
  where: text,
  steps: text,
  happened: text,
  severity: z.nullable(severity),
  workaround: text,
  owner: z.nullable(personId),
})
export type NewIssue = z.infer<typeof newIssue>

/** How a change of an issue ended. */
export const issueAnswer = z.discriminatedUnion('kind', [
  /** `undo`: the version to send back to take it back; null when there is nothing to take back. */
  z.object({ kind: z.literal('saved'), issue: issueDetail, undo: z.nullable(z.number()) }),
  z.object({ kind: z.literal('unchanged'), issue: issueDetail }),
  /** Somebody else was first; nothing of this request was saved. */
  z.object({ kind: z.literal('changedMeanwhile'), issue: issueDetail, last: historyLine }),
  z.object({ kind: z.literal('missing'), issue: issueDetail, missing: z.array(z.string()) }),
  z.object({ kind: z.literal('moveNotAllowed'), issue: issueDetail }),
  z.object({ kind: z.literal('refused'), text: z.string(), issue: z.nullable(issueDetail) }),
])
export type IssueAnswer = z.infer<typeof issueAnswer>
