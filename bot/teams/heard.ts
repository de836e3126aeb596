import { ActivityTypes, type TurnContext } from 'botbuilder'
import type { ProjectId, TenantId } from '../domain/ids'
import type { Records } from '../flows/ports'
import type { ShutTargets } from '../flows/sendingPorts'
import type { Log } from '../log'
import { channelLane, chatLane, type Lane } from '../schedule/lanes'
import type { Pacing } from '../schedule/pacing'
import type { Inbound, Sender } from './inbound'

export type HeardDeps = {
  readonly records: Records
  readonly pacing: Pick<Pacing, 'count'>
  readonly shutTargets: Pick<ShutTargets, 'open'>
  readonly log: Log
}

/** What is answered in a turn goes out at once, and counts among what the bot asks of Teams. */
export function countAnswers(deps: HeardDeps, context: TurnContext, inbound: Inbound): void {
  const where = whereFrom(deps, inbound)
  const lane = where && laneOf(where)
  if (!lane) return
  const count = () => deps.pacing.count(where.tenant, lane)
  context.onSendActivities((_, activities, next) => {
    for (const { type } of activities) if (type !== ActivityTypes.InvokeResponse) count()
    return next()
  })
  context.onUpdateActivity((_, _activity, next) => {
    count()
    return next()
  })
}

/** Whoever is heard of can be reached again, and so can the channel that something came from. Never fails. */
export async function noteHeard(deps: HeardDeps, inbound: Inbound): Promise<void> {
  const where = whereFrom(deps, inbound)
  if (!where) return
  const { tenant, from, channel } = where
  try {
    await Promise.all([
      from && deps.shutTargets.open(tenant, { to: 'person', person: from.id }),
      channel && deps.shutTargets.open(tenant, { to: 'channel', project: channel }),
    ])
  } catch (cause) {
    deps.log.warn({ cause }, 'It could not be noted that somebody was heard of')
  }
}

type Where = {
  readonly tenant: TenantId
  readonly from: Sender | null
  /** Null in a 1:1 chat. */
  readonly channel: ProjectId | null
}

function whereFrom({ records }: HeardDeps, inbound: Inbound): Where | null {
  if (inbound.kind === 'ignored' || inbound.kind === 'placeNews') return null
  const { place } = inbound
  const from = inbound.kind === 'installed' ? inbound.by : inbound.from
  const tenant = inbound.kind === 'installed' ? inbound.tenant : inbound.from.tenant
  const channel = place.kind === 'channel' ? records.idOf(place.tenant, place.channel) : null
  return { tenant, from, channel }
}

function laneOf({ tenant, from, channel }: Where): Lane | null {
  if (channel) return channelLane(channel)
  return from && chatLane(tenant, from.id)
}
