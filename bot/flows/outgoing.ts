import type { MessageRef } from '../domain/cycle'
import type { ImportId } from '../domain/exchange/importJob'
import type { ChannelId, EntryId, ItemId, PersonId, QuestionId, RecordId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { Instant, PlainDate } from '../domain/time'
import type { WeekId } from '../domain/week'

/** A message to be sent, by what it means; its card is made from the records when it is sent. */
export type Outgoing = { readonly id: string; readonly at: Instant; readonly what: OutgoingWhat }

export type OutgoingWhat =
  | { readonly kind: 'weeklyAsk'; readonly week: WeekId; readonly person: PersonId }
  /** Sends somebody who has not answered their card once more. */
  | { readonly kind: 'reminder'; readonly week: WeekId; readonly person: PersonId }
  /** Sends somebody their card once more because somebody else's items came onto it. */
  | { readonly kind: 'handedOver'; readonly week: WeekId; readonly person: PersonId }
  /** Edits an earlier message of somebody's card to say that there is a newer one. */
  | {
      readonly kind: 'overtakenCard'
      readonly week: WeekId
      readonly person: PersonId
      readonly message: MessageRef
    }
  /** Mentions somebody whose 1:1 chat can't be reached in the thread under the week's card. */
  | { readonly kind: 'askInThread'; readonly week: WeekId; readonly person: PersonId }
  /** Posts the channel's card of the week, or edits the one that stands there. */
  | { readonly kind: 'channelWeek'; readonly week: WeekId }
  | { readonly kind: 'recap'; readonly week: WeekId }
  /** Posts a copy of the recap in a further channel of the team. */
  | { readonly kind: 'recapCopy'; readonly week: WeekId; readonly channel: ChannelId }
  /** Edits the recap in the project's channel, or its copy in a further one, so that it shows its corrections. */
  | { readonly kind: 'recapCorrected'; readonly week: WeekId; readonly channel: ChannelId | null }
  /** Sends the lead the draft of a week's recap. */
  | { readonly kind: 'draft'; readonly week: WeekId }
  /**
   * An item became done, was opened again or got a new date: tells who waits for it what became of it since they were
   * told last. What was taken back before it could be told comes to nothing.
   */
  | {
      readonly kind: 'itemDone' | 'itemReopened' | 'itemMoved'
      readonly item: ItemId
      readonly to: Person
      /** The version that the change made; null in messages of old. */
      readonly version: number | null
    }
  /** Tells the lead, in their 1:1 chat, what a look on this day of theirs found over the limits. */
  | { readonly kind: 'digest'; readonly on: PlainDate }
  /** Says in a channel that was closed and is back that the week goes on. */
  | { readonly kind: 'backAgain' }
  /** Edits the channel's card of a record, where there is one. */
  | { readonly kind: 'refreshCard'; readonly record: RecordId | EntryId }
  /** Edits the channel's card of how this project runs; `post`: posts it where none stands. */
  | { readonly kind: 'anchor'; readonly post: boolean }
  /** Posts the channel's card that asks everybody to read a version of an entry, or edits the one that stands there. */
  | { readonly kind: 'toBeRead'; readonly entry: EntryId; readonly version: number }
  /** Edits a card in somebody's own chat to how far an import is. */
  | {
      readonly kind: 'importCard'
      readonly import: ImportId
      readonly person: PersonId
      readonly message: MessageRef
    }
  /** Tells the lead that somebody waits for an answer. */
  | { readonly kind: 'questionAsked'; readonly question: QuestionId }
  /** Tells who asked where the answer stands. */
  | {
      readonly kind: 'questionAnswered'
      readonly question: QuestionId
      readonly entry: EntryId
      readonly to: Person
    }

/** `tries`: how often sending was begun in vain; `notBefore`: until when it is left alone. */
export type OutgoingState =
  | { readonly status: 'pending'; readonly tries: number; readonly notBefore: Instant | null }
  | { readonly status: 'sending'; readonly since: Instant; readonly tries: number }
  | { readonly status: 'sent'; readonly at: Instant; readonly message: MessageRef | null }
  | { readonly status: 'failed'; readonly at: Instant; readonly why: string }
  | { readonly status: 'unknown'; readonly at: Instant }
