import type { Card } from '../cards/card'
import type { MessageRef, UnreachableReason } from '../domain/cycle'
import type { ChannelId, PersonId, ProjectId } from '../domain/ids'

/** Where a message goes: a member's 1:1 chat with the bot, the project's channel, another of its team, or a thread. */
export type Recipient =
  | { readonly to: 'person'; readonly person: PersonId }
  | { readonly to: 'channel' }
  /** A further channel of the project's team. */
  | { readonly to: 'otherChannel'; readonly channel: ChannelId }
  | { readonly to: 'thread'; readonly root: MessageRef }

/** What one POST came to. `unknown`: it may have arrived or not; posting again could double it. */
export type SendResult =
  | { readonly kind: 'sent'; readonly message: MessageRef }
  | { readonly kind: 'refused'; readonly why: UnreachableReason; readonly cause?: unknown }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** It failed before the message left: sending it again can't double it. */
  | { readonly kind: 'notSent'; readonly cause: unknown }
  | { readonly kind: 'unknown'; readonly cause: unknown }

/** What one PUT came to. Editing twice is harmless, so a failure is simply tried again. */
export type EditResult =
  | { readonly kind: 'edited' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  | { readonly kind: 'failed'; readonly cause: unknown }

/** Sends cards to Teams, one request for each call: nothing is retried underneath. */
export interface Messenger {
  send(project: ProjectId, recipient: Recipient, card: Card): Promise<SendResult>
  edit(project: ProjectId, message: MessageRef, card: Card): Promise<EditResult>
}
