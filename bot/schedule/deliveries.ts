import type { Project } from '../domain/project'
import type { OutgoingWhat } from '../flows/ports'
import { anchor } from './deliveries/anchor'
import { channelWeek } from './deliveries/channelWeek'
import { NOTHING, type DeliveryDeps } from './deliveries/parts'
import { draft, recap } from './deliveries/recap'
import { refreshedCard } from './deliveries/recordCard'
import { overtakenCard, reminder } from './deliveries/reminder'
import { questionAnswered, questionAsked, toBeRead } from './deliveries/sourceOfTruth'
import { told } from './deliveries/told'
import { askInThread, weeklyAsk } from './deliveries/weeklyAsk'
import type { Deliveries, Delivery } from './delivery'

/** Works out messages from the records as they are when the message is sent. */
export function createDeliveries(deps: DeliveryDeps): Deliveries {
  return async (id, what) => {
    const stored = await deps.records.project(id)
    return stored ? deliveryOf(deps, stored.record, what) : NOTHING
  }
}

function deliveryOf(deps: DeliveryDeps, project: Project, what: OutgoingWhat): Promise<Delivery> {
  switch (what.kind) {
    case 'weeklyAsk':
      return weeklyAsk(deps, project, what.week, what.person)
    case 'reminder':
      return reminder(deps, project, what.week, what.person)
    case 'overtakenCard':
      return overtakenCard(deps, project, what)
    case 'askInThread':
      return askInThread(deps, project, what.week, what.person)
    case 'channelWeek':
      return channelWeek(deps, project, what.week)
    case 'recap':
      return recap(deps, project, what.week)
    case 'draft':
      return draft(deps, project, what.week)
    case 'itemDone':
    case 'itemMoved':
      return told(deps, project, what)
    case 'refreshCard':
      return refreshedCard(deps, project, what.record)
    case 'anchor':
      return anchor(deps, project, what.post)
    case 'toBeRead':
      return toBeRead(deps, project, what)
    case 'questionAsked':
      return questionAsked(deps, project, what)
    case 'questionAnswered':
      return questionAnswered(deps, project, what)
  }
}
