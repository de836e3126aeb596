import type { ChannelId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import { deliveryTo } from '../../domain/recapCopies'
import type { WeekId } from '../../domain/week'
import type { Delivery } from '../delivery'
import { NOTHING, type DeliveryDeps } from './parts'
import { noteRecap, recapCardFor } from './recapCorrected'

/** A copy of the frozen recap in a further channel of the team, posted once. */
export async function recapCopy(
  deps: DeliveryDeps,
  project: Project,
  week: WeekId,
  channel: ChannelId,
): Promise<Delivery> {
  const stored = await deps.records.recap(project.id, week)
  const standing = stored && deliveryTo(stored.record, channel)
  if (!stored || standing?.status !== 'pending') return NOTHING
  const at = deps.clock.now()
  const sent = { recap: stored.record, channel }
  return {
    kind: 'post',
    recipient: { to: 'otherChannel', channel },
    card: await recapCardFor(deps, project, stored.record, channel),
    sent: (message) => noteRecap(deps, project, sent, { status: 'sent', at, message }),
    refused: (why) => noteRecap(deps, project, sent, { status: 'unreachable', at, why, fallback: false }),
    unknown: () => noteRecap(deps, project, sent, { status: 'unknown', at }),
  }
}
