import type { ActionItem } from './actionItem'
import { coverOf, isAnsweredInPlace, ownersOn } from './cover'
import type { Ask, UnreachableReason } from './cycle'
import type { Person } from './person'
import type { PlainDate } from './time'

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
  /** Away and silent: neither asked nor missing. */
  readonly away: readonly AwayInWeek[]
}

/** Somebody who is away in a week, and what came of their items; `nobody`: nobody could be asked in their place. */
export type AwayInWeek = {
  readonly person: Person
  /** Their last day away. */
  readonly until: PlainDate
  readonly inPlace: Person | null
  readonly came: 'answered' | 'silent' | 'nobody'
}

/** The same as the channel and the recap tell it: `who` is null where the project chose to count and not to name. */
export type AwayLine = {
  readonly came: AwayInWeek['came']
  readonly who: Omit<AwayInWeek, 'came'> | null
}

export function awayLines(away: readonly AwayInWeek[], named: boolean): readonly AwayLine[] {
  return away.map(({ came, ...who }) => ({ came, who: named ? who : null }))
}

/**
 * The asks that count. Who ended everything in the chat, or gave it to somebody else, has an empty card and nothing left
 * to answer: they are not waited for, and never named as missing. Who only looked after somebody's items is left out when
 * those went back unanswered.
 */
export function standingAsks(asks: readonly Ask[], open: readonly ActionItem[]): readonly Ask[] {
  const owners = new Set(open.map((item) => item.owner.id))
  return asks.filter(
    (ask) =>
      ask.answeredAt !== null ||
      ask.comment !== '' ||
      [...ownersOn(ask)].some((owner) => owners.has(owner)) ||
      isAnsweredInPlace(asks, ask),
  )
}

/** Counts the asks of one week. Whoever has answered, through whichever door, was reached, and was there. */
export function weekProgress(asks: readonly Ask[]): WeekProgress {
  const asked = asks.filter((ask) => ask.away === null || ask.answeredAt !== null)
  const silent = asked.filter((ask) => ask.answeredAt === null)
  return {
    asked: asked.length,
    answered: asked.length - silent.length,
    missing: silent.map((ask) => ask.person),
    itemsWaiting: silent.reduce((sum, ask) => sum + ask.items.length, 0),
    unreached: silent.flatMap(({ person, delivery }) =>
      delivery.status === 'unreachable' ? [{ person, why: delivery.why, mentioned: delivery.fallback }] : [],
    ),
    unknown: silent.filter((ask) => ask.delivery.status === 'unknown').map((ask) => ask.person),
    away: asks.flatMap((ask) => (ask.answeredAt === null ? awayIn(asks, ask) : [])),
  }
}

function awayIn(asks: readonly Ask[], { person, away }: Ask): readonly AwayInWeek[] {
  if (!away) return []
  const { until, inPlace } = away
  const isAnswered = (coverOf(asks, person)?.answeredAt ?? null) !== null
  return [{ person, until, inPlace, came: !inPlace ? 'nobody' : isAnswered ? 'answered' : 'silent' }]
}
