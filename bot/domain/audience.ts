import type { ChannelId, TeamId } from './ids'

/** A channel of the project's team besides its own, under the name that Teams gave when it was chosen. */
export type FurtherChannel = { readonly id: ChannelId; readonly name: string }

/** Each copy is a message of its own every week, and Teams takes only so many at once. */
export const MOST_FURTHER_CHANNELS = 10

/**
 * Who else gets the recap, by the ids that were ticked: only channels of the team count, by the names they have now,
 * once each, and never the project's own, which always gets it. In the team's order.
 */
export function chosenAmong(
  ticked: readonly ChannelId[],
  channels: readonly FurtherChannel[],
  own: ChannelId,
): readonly FurtherChannel[] {
  return channels.filter(({ id }) => id !== own && ticked.includes(id)).map(({ id, name }) => ({ id, name }))
}

/** What Teams shows as the first channel of every team: its id is the team's, and it comes without a name. */
export const GENERAL = 'General'

/** What the project's own channel is called, by what its activities told; null where none told it. */
export function nameOfOwnChannel(
  { team, channel }: { readonly team: TeamId; readonly channel: ChannelId },
  told: string | null,
): string | null {
  const isGeneral = String(channel) === String(team)
  return told ?? (isGeneral ? GENERAL : null)
}
