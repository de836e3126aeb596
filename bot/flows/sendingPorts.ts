import type { UnreachableReason } from '../domain/cycle'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { Outgoing, OutgoingState } from './outgoing'
import type { Commit, Stored } from './ports'

/** A message on its way, and how far it got. */
export type Waiting = Stored<
  Outgoing & {
    readonly state: OutgoingState
    /** The id of what set it off, for whoever follows that through the log. */
    readonly causeId?: string | undefined
  }
>

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

/** Whom a message is for: a member's 1:1 chat with the bot, or a project's channel. */
export type Target =
  | { readonly to: 'person'; readonly person: PersonId }
  | { readonly to: 'channel'; readonly project: ProjectId }

/** Why Teams takes nothing more for a target, and since when; `ask`: the latest weekly ask that found it so. */
export type Shut = {
  readonly target: Target
  readonly why: UnreachableReason
  readonly at: Instant
  readonly ask: { readonly project: ProjectId; readonly week: WeekId } | null
}

/** Targets of a tenant that Teams refused for good: nothing is sent to them until they are heard of. */
export interface ShutTargets {
  list(tenant: TenantId): Promise<readonly Shut[]>
  shut(tenant: TenantId, shut: Shut): Promise<void>
  /** Something came from the target, or arrived there: it is open again. */
  open(tenant: TenantId, target: Target): Promise<void>
}

/** What asking for a tenant's lease came to, and until when whoever has it has it. */
export type Leased = { readonly kind: 'ours' | 'others'; readonly until: Instant }

/** Leases as one process has them: a tenant's messages are sent by the one process that holds its lease. */
export interface Leases {
  /** Takes the lease for so many ms from now, or has it for so much longer. */
  take(tenant: TenantId, ms: number): Promise<Leased>
  /** Ends the lease if it is still ours. */
  giveBack(tenant: TenantId): Promise<void>
}

/**
 * Hints from one process to the one that sends for a tenant, so that it looks at once. They may get lost, come twice or
 * late: what is to be sent stands in the outbox, and whoever finds a hint only looks there.
 */
export interface Hints {
  send(tenant: TenantId, project: ProjectId): Promise<void>
  /** Takes the hints that wait, a few dozen at most. */
  receive(tenant: TenantId): Promise<readonly ProjectId[]>
  /** Leaves a project to whichever process looks first: this one sends no more. */
  handOver(project: ProjectId): Promise<void>
  /** Takes projects that others left, a few dozen at most. */
  handedOver(): Promise<readonly ProjectId[]>
}
