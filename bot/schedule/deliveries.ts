import type { Project } from '../domain/project'
import type { Instant } from '../domain/time'
import { mondayOf, weekIn, weeksLater } from '../domain/week'
import type { OutgoingWhat } from '../flows/ports'
import { backAgain } from './deliveries/backAgain'
import { channelWeek } from './deliveries/channelWeek'
import { NOTHING, type DeliveryDeps } from './deliveries/parts'
import { draft, recap } from './deliveries/recap'
import { refreshedCard } from './deliveries/recordCard'
import { overtakenCard, reminder } from './deliveries/reminder'
import { told } from './deliveries/told'
import { askInThread, weeklyAsk } from './deliveries/weeklyAsk'
import type { Deliveries, Delivery } from './delivery'

/** Works out messages from the records as they are when the message is sent. */
export function createDeliveries(deps: DeliveryDeps): Deliveries {
  return async (id, what) => {
    const stored = await deps.records.project(id)
    if (!stored || asksForWeekLongOver(what, stored.record, deps.clock.now())) return NOTHING
    return deliveryOf(deps, stored.record, what)
  }
}

/** What waited while its channel was closed, or the service was down: an ask of two weeks ago asks for nothing any more. */
function asksForWeekLongOver(what: OutgoingWhat, { zone }: Project, now: Instant): boolean {
  switch (what.kind) {
    case 'weeklyAsk':
    case 'reminder':
    case 'askInThread':
    case 'channelWeek':
    case 'draft':
      return mondayOf(what.week) < mondayOf(weeksLater(weekIn(now, zone), -1))
    default:
      return false
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
    case 'backAgain':
      return Promise.resolve(backAgain(project))
    case 'refreshCard':
      return refreshedCard(deps, project, what.record)
  }
}
