import type { ConversationLink } from './conversation'
import type { DueDate } from './dueDate'
import type { ItemId, WorkstreamId } from './ids'
import type { Person } from './person'
import type { Instant, PlainDate } from './time'

export type ItemState =
  | { readonly status: 'open' }
  | { readonly status: 'inProgress' }
  | {
      readonly status: 'blocked'
      readonly reason: string
      /** Whose help would free it, when it is a person's. */
      readonly needs: Person | null
      readonly since: Instant
    }
  | { readonly status: 'done'; readonly at: Instant; readonly by: Person }
  | { readonly status: 'cancelled'; readonly at: Instant; readonly by: Person; readonly why: string }

export type ItemStatus = ItemState['status']

/** What someone must provide so that someone else can go on. */
export type ActionItem = {
  readonly id: ItemId
  readonly title: string
  readonly owner: Person
  /** Who waits for it. */
  readonly for: Person | null
  /** What they can start with it, in their words. */
  readonly unblocks: string | null
  readonly workstream: WorkstreamId | null
  readonly due: DueDate | null
  readonly state: ItemState
  readonly conversation: ConversationLink | null
  readonly createdBy: Person
  readonly createdAt: Instant
  readonly changedBy: Person
  readonly changedAt: Instant
  /** 1 when created, one more with each change. */
  readonly version: number
}

/** What can be done to an action item. Texts come as typed and may be empty: `changeItem` says what is missing. */
export type ItemChange =
  | { readonly kind: 'done' }
  | { readonly kind: 'start' }
  | { readonly kind: 'block'; readonly reason: string; readonly needs: Person | null }
  /** `to` is null when a move was asked for without a date. */
  | { readonly kind: 'move'; readonly to: PlainDate | null; readonly why: string }
  /** `owner` null: asked for without one. */
  | { readonly kind: 'own'; readonly owner: Person | null }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'cancel'; readonly why: string }
  | {
      readonly kind: 'edit'
      readonly title?: string
      readonly for?: Person | null
      readonly unblocks?: string | null
      readonly workstream?: WorkstreamId | null
    }
