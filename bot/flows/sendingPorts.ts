import type { ProjectId, TenantId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { Commit, Outgoing, OutgoingState, Stored } from './ports'

/** A message on its way, and how far it got. */
export type Waiting = Stored<Outgoing & { readonly state: OutgoingState }>

type Ended = Exclude<OutgoingState, { readonly status: 'pending' | 'sending' }>

/** A project that was noted as having something to send. */
export type PendingProject = {
  readonly project: ProjectId
  readonly tenant: TenantId
  readonly at: Instant
}

/** What waits to be sent. Only the sender uses it. */
export interface Outbox {
  /** Waiting or being sent, oldest first, out of so many rows at most. */
  pending(project: ProjectId, rows: number): Promise<readonly Waiting[]>
  /** One message that stands for others which mean the same: claiming and finishing it does so for all. */
  asOne(first: Waiting, others: readonly Waiting[]): Waiting
  /** Marks a message as being sent, and answers with it as it is then; null when somebody else had it first. */
  claim(project: ProjectId, message: Waiting, since: Instant): Promise<Waiting | null>
  /**
   * Writes what a message came to together with `commit`, all or nothing. `lost`: a record of the commit has changed
   * meanwhile. `gone`: somebody else finished the message.
   */
  finish(
    project: ProjectId,
    message: Waiting,
    state: Ended,
    commit: Commit,
  ): Promise<'saved' | 'lost' | 'gone'>
  /** Has a claimed message wait again, not to be touched before that moment. */
  putBack(project: ProjectId, message: Waiting, notBefore: Instant): Promise<void>
  /** Projects that have something to send, or had: a list of notes that costs as many rows. */
  projectsWithPending(): Promise<readonly Stored<PendingProject>[]>
  /** Takes the note of a project away that has nothing to send any more. */
  settle(noted: Stored<PendingProject>): Promise<void>
  tenantOf(project: ProjectId): TenantId
}
