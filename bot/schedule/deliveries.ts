import type { Project } from '../domain/project'
import type { OutgoingWhat } from '../flows/ports'
import { channelWeek } from './deliveries/channelWeek'
import { digest } from './deliveries/digest'
import { NOTHING, type DeliveryDeps } from './deliveries/parts'
import { draft, recap } from './deliveries/recap'
import { recapCopy } from './deliveries/recapCopy'
import { recapCorrected } from './deliveries/recapCorrected'
import { refreshedCard } from './deliveries/recordCard'
import { overtakenCard, reminder } from './deliveries/reminder'
import { told } from './deliveries/told'
import { askInThread, weeklyAsk } from './deliveries/weeklyAsk'
import type { Deliveries, Delivery } from './delivery'
import { targetOf } from './lanes'
import { sharedReads } from './sharedReads'

/** Works out messages from the records as they are when the message is sent. */
export function createDeliveries(deps: DeliveryDeps): Deliveries {
  return async (id) => {
    const stored = await deps.records.project(id)
    if (!stored)
      return { targetOf: () => ({ to: 'channel', project: id }), deliver: () => Promise.resolve(NOTHING) }
    const shared = { ...deps, records: sharedReads(deps.records) }
    return {
      targetOf: (what) =>
        targetOf(stored.record, what, (tenant, channel) => deps.records.idOf(tenant, channel)),
      deliver: (what) => deliveryOf(shared, stored.record, what),
    }
  }
}

function deliveryOf(deps: DeliveryDeps, project: Project, what: OutgoingWhat): Promise<Delivery> {
  switch (what.kind) {
    case 'weeklyAsk':
      return weeklyAsk(deps, project, what.week, what.person)
    case 'reminder':
    case 'handedOver':
      return reminder(deps, project, what.week, what.person)
    case 'overtakenCard':
      return overtakenCard(deps, project, what)
    case 'askInThread':
      return askInThread(deps, project, what.week, what.person)
    case 'channelWeek':
      return channelWeek(deps, project, what.week)
    case 'recap':
      return recap(deps, project, what.week)
    case 'recapCopy':
      return recapCopy(deps, project, what.week, what.channel)
    case 'recapCorrected':
      return recapCorrected(deps, project, what.week, what.channel)
    case 'draft':
      return draft(deps, project, what.week)
    case 'itemDone':
    case 'itemReopened':
    case 'itemMoved':
      return told(deps, project, what)
    case 'digest':
      return digest(deps, project, what.on)
    case 'refreshCard':
      return refreshedCard(deps, project, what.record)
  }
}
