import type { ChannelId } from '../domain/ids'
import type { PostedRecap } from '../domain/recap'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { Outgoing } from './outgoing'

/** Everything that posts a recap: the one in the project's channel, and its copies. */
export function messagesThatPost({ recap: { week }, copies, postedAt }: PostedRecap): readonly Outgoing[] {
  return [
    { id: recapId(week), at: postedAt, what: { kind: 'recap', week } },
    ...copies.map(({ channel: { id } }): Outgoing => ({
      id: copyId(week, id),
      at: postedAt,
      what: { kind: 'recapCopy', week, channel: id },
    })),
  ]
}

/** Brings the recap in the project's channel (null), or its copy in a further one, up to its corrections. */
export function correctedMessage(week: WeekId, channel: ChannelId | null, at: Instant): Outgoing {
  return { id: correctedId(week, channel), at, what: { kind: 'recapCorrected', week, channel } }
}

function recapId(week: WeekId): string {
  return `recap.${week}`
}

function copyId(week: WeekId, channel: ChannelId): string {
  return `recapCopy.${week}.${channel}`
}

export function correctedId(week: WeekId, channel: ChannelId | null): string {
  return channel === null ? `recapCorrected.${week}` : `recapCorrected.${week}.${channel}`
}
