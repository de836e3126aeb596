import { epochMs, type Instant } from './time'

/** What keeps the bot out of a project's channel for now. */
export type Hindrance = 'channelDeleted' | 'teamArchived' | 'teamDeleted' | 'removed'

/** What becomes of a channel, or of its whole team with all of its channels. */
export type PlaceEvent =
  | { readonly kind: Hindrance }
  | { readonly kind: 'channelRestored' | 'teamUnarchived' | 'teamRestored' }
  /** The bot was added to the team, perhaps again. */
  | { readonly kind: 'added' }
  /** Somebody wrote from the channel, which nobody can who is not let in. */
  | { readonly kind: 'heardFrom' }
  | { readonly kind: 'channelRenamed' | 'teamRenamed'; readonly name: string }

/** Whether messages may go to the channel and to its people. */
export function isReachable({ hindrances }: { readonly hindrances: readonly Hindrance[] }): boolean {
  return hindrances.length === 0
}

const DAY_MS = 86_400_000

/** Whether the app, the channel or the team has been gone for so many days. An archived team is only asleep. */
export function isLeftFor(
  { hindrances, hinderedSince: since }: PlaceState,
  days: number,
  now: Instant,
): boolean {
  return isGone(hindrances) && since !== null && epochMs(now) - epochMs(since) >= days * DAY_MS
}

/** Whether the app, the channel or the team is gone, not only asleep. */
export function isGone(hindrances: readonly Hindrance[]): boolean {
  return hindrances.some((one) => one !== 'teamArchived')
}

type PlaceState = { readonly hindrances: readonly Hindrance[]; readonly hinderedSince: Instant | null }

/** Whether the bot is in the channel's team no more, or the team is no more. */
export function isOutOfTeam(hindrances: readonly Hindrance[]): boolean {
  return hindrances.includes('removed') || hindrances.includes('teamDeleted')
}

/**
 * What stands in the way after an event. They are kept apart because they overlap: a channel that was deleted before its
 * team was archived stays deleted when the team is back.
 */
export function hindrancesAfter(before: readonly Hindrance[], event: PlaceEvent): readonly Hindrance[] {
  const without = (...gone: readonly Hindrance[]) => before.filter((one) => !gone.includes(one))
  switch (event.kind) {
    case 'channelDeleted':
    case 'teamArchived':
    case 'teamDeleted':
    case 'removed':
      return before.includes(event.kind) ? before : [...before, event.kind]
    case 'channelRestored':
      return without('channelDeleted')
    case 'teamUnarchived':
      return without('teamArchived')
    case 'teamRestored':
      return without('teamDeleted')
    case 'added':
      // While the bot was away nobody told it more: a team to which an app can be added is there and not archived.
      return without('removed', 'teamArchived', 'teamDeleted')
    case 'heardFrom':
      return []
    case 'channelRenamed':
    case 'teamRenamed':
      return before
  }
}
