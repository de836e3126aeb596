import type { ItemId } from './ids'
import type { Person } from './person'
import type { Instant, PlainDate } from './time'
import type { WeekId } from './week'

/** One ISO week of one project. It exists once everybody was asked; its steps are noted here, so that none is done twice. */
export type Cycle = {
  readonly week: WeekId
  readonly askedAt: Instant
  /** Null when the clock asked. */
  readonly askedBy: Person | null
  /** When the clock sent the lead the draft. */
  readonly draftedAt: Instant | null
  /** When the clock had a recap to post and nothing to tell in it: none is posted unless somebody posts one by hand. */
  readonly leftOutAt: Instant | null
}

/** What became of a message. Only `sent` was seen to arrive. */
export type Delivery =
  | { readonly status: 'pending' }
  /** Not to be sent: who it is for is away. */
  | { readonly status: 'withheld'; readonly at: Instant }
  | { readonly status: 'sent'; readonly at: Instant; readonly message: MessageRef }
  | {
      readonly status: 'unreachable'
      readonly at: Instant
      readonly why: UnreachableReason
      readonly fallback: boolean
    }
  | { readonly status: 'unknown'; readonly at: Instant }

/** `fallback` of an unreachable delivery: the person was mentioned in the week's thread instead. */
export type UnreachableReason = 'notInstalled' | 'blocked' | 'gone' | 'tooBig' | 'refused'

/** A message of ours that can be edited in place. Both ids are opaque. */
export type MessageRef = { readonly conversation: string; readonly message: string }

/** One person's card for one week. Key: week and person. */
export type Ask = {
  readonly week: WeekId
  readonly person: Person
  /** The items on the card, in the order they stood when it was sent. */
  readonly items: readonly ItemId[]
  readonly askedAt: Instant
  readonly delivery: Delivery
  /** What the person added in their own words; empty when nothing. */
  readonly comment: string
  /** When they last changed it; null while there was none. */
  readonly commentedAt: Instant | null
  /** Each time the person put the card off, oldest first. None of them is an answer. */
  readonly snoozes: readonly Snooze[]
  /** When the person was reminded, oldest first; twice a week at most. */
  readonly remindedAt: readonly Instant[]
  /** Set while the person is away and has not answered: they are neither asked nor waited for. */
  readonly away: AskedElsewhere | null
  /** Whose items the person looks after in this week, beside their own: what gives them the right to answer those. */
  readonly covers: readonly Cover[]
  /** When every item on the card had an answer; until then the person counts as not having answered. */
  readonly answeredAt: Instant | null
}

/** Somebody who is away in a week, and who was asked instead; nobody where no delegate could be. */
export type AskedElsewhere = {
  /** Their last day away. */
  readonly until: PlainDate
  readonly inPlace: Person | null
}

/** Somebody's items on a delegate's card. */
export type Cover = {
  readonly owner: Person
  /** Their last day away. */
  readonly until: PlainDate
  /** When their items came onto the delegate's card. */
  readonly since: Instant
  /** When every item of theirs had an answer; until then nobody has answered in their place. */
  readonly answeredAt: Instant | null
}

export type SnoozeChoice = 'hour' | 'tomorrow' | 'nextWeek'

/** `until`: when the person is reminded; of `nextWeek` when the next week asks, with no reminder before. */
export type Snooze = { readonly at: Instant; readonly choice: SnoozeChoice; readonly until: Instant }

/** What a person says of one item. A late item has no `onTrack`: it is done or not yet. */
export type AnswerSays =
  | { readonly kind: 'done' }
  | { readonly kind: 'onTrack' }
  | { readonly kind: 'noChange' }
  | {
      readonly kind: 'notOnTrack'
      readonly why: string
      /** Given: the item is moved. */
      readonly newDate: PlainDate | null
      /** Given: the item is blocked until this person acts. */
      readonly needs: Person | null
    }

/** The latest answer about one item in one week. Key: week, person and item. */
export type Answer = {
  readonly week: WeekId
  /** Whose item it is. */
  readonly person: Person
  /** Who answered: the same, or who looks after their items while they are away. */
  readonly by: Person
  readonly item: ItemId
  readonly says: AnswerSays
  readonly at: Instant
  /** The item's version before this week's first answer, and after the latest: what a second answer takes back. */
  readonly itemVersionBefore: number
  readonly itemVersionAfter: number
}
