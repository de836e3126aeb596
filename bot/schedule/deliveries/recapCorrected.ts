import { storedCard, type Card } from '../../cards/card'
import { recapCopyCard } from '../../cards/recapCopyCard'
import { nameOfOwnChannel } from '../../domain/audience'
import type { Delivery as Fate } from '../../domain/cycle'
import type { ChannelId } from '../../domain/ids'
import { localeIn } from '../../domain/language'
import type { Project } from '../../domain/project'
import type { PostedRecap } from '../../domain/recap'
import { deliveryTo, withDelivery } from '../../domain/recapCopies'
import type { WeekId } from '../../domain/week'
import type { Commit } from '../../flows/ports'
import { correctedMessage } from '../../flows/recapMessages'
import type { Delivery } from '../delivery'
import { NOTHING, type DeliveryDeps } from './parts'

/**
 * Edits the recap in the project's channel (`channel` null), or its copy in a further one, so that it shows its
 * corrections. What was deleted there is not posted again. What is still on its way is edited once it has arrived.
 */
export async function recapCorrected(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  channel: ChannelId | null,
): Promise<Delivery> {
  const stored = await deps.records.recap(project.id, week)
  const standing = stored && deliveryTo(stored.record, channel)
  if (!stored || standing?.status !== 'sent') return NOTHING
  const card = await recapCardFor(deps, project, stored.record, channel)
  return { kind: 'edit', message: standing.message, card, whenGone: NOTHING }
}

/** The frozen card as it goes to the project's channel, or to a further one: there it says where it comes from. */
export async function recapCardFor(
  { channels }: DeliveryDeps,
  project: Project,
  posted: PostedRecap,
  channel: ChannelId | null,
): Promise<Card> {
  const card = storedCard(posted.card)
  if (channel === null) return card
  const place = await channels.place(project.id)
  const speaker = { locale: localeIn(posted.recap.language) }
  return recapCopyCard(card, nameOfOwnChannel(project, place?.channelName ?? null), speaker)
}

/**
 * What became of a posted recap, or of its copy, on top of what others have written by then: copies that arrived, a
 * correction. A recap that was corrected while it was on its way shows what it said before: it is edited next.
 */
export async function noteRecap(
  { records, clock }: DeliveryDeps,
  project: Project,
  sent: { readonly recap: PostedRecap; readonly channel: ChannelId | null },
  fate: Fate,
): Promise<Commit> {
  const { channel } = sent
  const { week } = sent.recap.recap
  const stored = await records.recap(project.id, week)
  if (!stored) return {}
  const isBehind = fate.status === 'sent' && timesCorrected(stored.record) > timesCorrected(sent.recap)
  return {
    recap: { record: withDelivery(stored.record, channel, fate), over: stored.revision },
    outgoing: isBehind ? [correctedMessage(week, channel, clock.now())] : [],
  }
}

function timesCorrected({ recap }: PostedRecap): number {
  return recap.corrected?.times ?? 0
}
