import type { ConversationLink } from './conversation'
import type { IssueId, WorkstreamId } from './ids'
import type { Person } from './person'
import type { Instant } from './time'

export type Severity = 'showStopper' | 'workaround' | 'cosmetic'

export type IssueState =
  | { readonly status: 'new' }
  | { readonly status: 'triaged' }
  | { readonly status: 'inProgress' }
  | { readonly status: 'readyForRetest' }
  | { readonly status: 'reopened'; readonly why: string }
  | { readonly status: 'closed'; readonly validatedBy: Person; readonly at: Instant }
  | {
      readonly status: 'deferred'
      readonly acceptedBy: Person
      readonly at: Instant
      /** The special circumstances under which this is accepted. */
      readonly why: string
    }
  | { readonly status: 'duplicate'; readonly of: IssueId; readonly at: Instant }

export type IssueStatus = IssueState['status']

/** Something wrong, found by QA, UAT or users. */
export type Issue = {
  readonly id: IssueId
  /** What is wrong, in one line. */
  readonly title: string
  /** The rest of what was said, as it was said; empty when the title is all. */
  readonly details: string
  /** Where in the system. */
  readonly where: string
  /** How to reproduce it. */
  readonly steps: string
  /** When it happened, in the reporter's words. */
  readonly happened: string
  readonly severity: Severity | null
  /** How work goes on meanwhile; written down for severity `workaround`. */
  readonly workaround: string
  /** Who fixes it. */
  readonly owner: Person | null
  readonly workstream: WorkstreamId | null
  readonly reporter: Person
  readonly state: IssueState
  /** How often it came back. */
  readonly timesReopened: number
  readonly conversation: ConversationLink | null
  readonly createdAt: Instant
  readonly changedBy: Person
  readonly changedAt: Instant
  /** 1 when created, one more with each change. */
  readonly version: number
}

/** What can be done to an issue. Texts come as typed and may be empty: `changeIssue` says what is missing. */
export type IssueChange =
  /** `severity` null: asked for without one. `owner` null: who owns it stays. */
  | { readonly kind: 'triage'; readonly severity: Severity | null; readonly owner: Person | null }
  | { readonly kind: 'fix' }
  | { readonly kind: 'retest' }
  | { readonly kind: 'close' }
  | { readonly kind: 'defer'; readonly why: string }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'duplicate'; readonly of: IssueId }
  | {
      readonly kind: 'edit'
      readonly title?: string
      readonly details?: string
      readonly where?: string
      readonly steps?: string
      readonly happened?: string
      readonly workaround?: string
      readonly severity?: Severity | null
      readonly owner?: Person | null
      readonly workstream?: WorkstreamId | null
    }
