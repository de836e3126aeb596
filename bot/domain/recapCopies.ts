import type { FurtherChannel } from './audience'
import type { Delivery } from './cycle'
import type { ChannelId } from './ids'
import type { PostedRecap, RecapCopy } from './recap'

/** The copies that a recap is posted with, one for each further channel; none is on its way yet. */
export function copiesFor(audience: readonly FurtherChannel[]): readonly RecapCopy[] {
  return audience.map((channel) => ({ channel, delivery: { status: 'pending' } }))
}

/** What became of the recap in the project's own channel (null), or of its copy in a further one; null without a copy. */
export function deliveryTo(posted: PostedRecap, channel: ChannelId | null): Delivery | null {
  if (channel === null) return posted.delivery
  return posted.copies.find((copy) => copy.channel.id === channel)?.delivery ?? null
}

/** The recap with what became of it there. */
export function withDelivery(
  posted: PostedRecap,
  channel: ChannelId | null,
  delivery: Delivery,
): PostedRecap {
  if (channel === null) return { ...posted, delivery }
  return {
    ...posted,
    copies: posted.copies.map((copy) => (copy.channel.id === channel ? { ...copy, delivery } : copy)),
  }
}
