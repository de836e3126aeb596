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
  /** `shuts`: Teams takes nothing for this target any more, whatever the message. */
  | {
      readonly kind: 'refused'
      readonly why: UnreachableReason
      readonly shuts: boolean
      readonly cause?: unknown
    }
  /** `retryAfterMs`: as Teams told; null when it did not. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  /** It failed before the message left: sending it again can't double it. */
  | { readonly kind: 'notSent'; readonly cause: unknown }
  | { readonly kind: 'unknown'; readonly cause: unknown }

/** What one PUT came to. Editing twice is harmless, so a failure is simply tried again. */
export type EditResult =
  | { readonly kind: 'edited' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  | { readonly kind: 'failed'; readonly cause: unknown }

/** The way to a recipient: open up to the one POST that makes the message, or why it is not. */
export type Way =
  | { readonly kind: 'open'; readonly post: (card: Card) => Promise<SendResult> }
  | Exclude<SendResult, { readonly kind: 'sent' }>

/** Sends cards to Teams, one request for each call: nothing is retried underneath. */
export interface Messenger {
  /** Opens what has to be opened, each request in its turn. Nothing of it can be seen: all of it may be done again. */
  reach(project: ProjectId, recipient: Recipient): Promise<Way>
  /** Sends at once, for somebody who waits for it. */
  send(project: ProjectId, recipient: Recipient, card: Card): Promise<SendResult>
  /** Makes the one request, which its caller has waited for its turn to make. */
  edit(project: ProjectId, message: MessageRef, card: Card): Promise<EditResult>
}
