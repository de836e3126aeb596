import type { ActionItem } from './actionItem'
import type { Ask, UnreachableReason } from './cycle'
import type { Person } from './person'

/** How far a week's asks have come: what the channel's card counts. */
export type WeekProgress = {
  readonly asked: number
  readonly answered: number
  /** Asked and silent so far, by name; shown as names only where the project chose to. */
  readonly missing: readonly Person[]
  /** Items on the cards of those who are silent so far. */
  readonly itemsWaiting: number
  /** Silent, and their 1:1 chat could not be reached. `mentioned`: they were asked in the week's thread instead. */
  readonly unreached: readonly {
    readonly person: Person
    readonly why: UnreachableReason
    readonly mentioned: boolean
  }[]
  /** Silent, and nobody knows whether the card arrived. */
  readonly unknown: readonly Person[]
}

/**
 * The asks that count. Who ended everything in the chat, or gave it to somebody else, has an empty card and nothing left
 * to answer: they are not waited for, and never named as missing.
 */
export function standingAsks(asks: readonly Ask[], open: readonly ActionItem[]): readonly Ask[] {
  const owners = new Set(open.map((item) => item.owner.id))
  return asks.filter((ask) => ask.answeredAt !== null || ask.comment !== '' || owners.has(ask.person.id))
}

/** Counts the asks of one week. Whoever has answered, through whichever door, was reached. */
export function weekProgress(asks: readonly Ask[]): WeekProgress {
  const silent = asks.filter((ask) => ask.answeredAt === null)
  return {
    asked: asks.length,
    answered: asks.length - silent.length,
    missing: silent.map((ask) => ask.person),
    itemsWaiting: silent.reduce((sum, ask) => sum + ask.items.length, 0),
    unreached: silent.flatMap(({ person, delivery }) =>
      delivery.status === 'unreachable' ? [{ person, why: delivery.why, mentioned: delivery.fallback }] : [],
    ),
    unknown: silent.filter((ask) => ask.delivery.status === 'unknown').map((ask) => ask.person),
  }
}
