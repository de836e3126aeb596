import type { Project } from '../domain/project'
import type { Instant } from '../domain/time'
import { mondayOf, weekIn, weeksLater } from '../domain/week'
import type { OutgoingWhat } from '../flows/outgoing'
import { anchor } from './deliveries/anchor'
import { backAgain } from './deliveries/backAgain'
import { channelWeek } from './deliveries/channelWeek'
import { digest } from './deliveries/digest'
import { importProgress } from './deliveries/importProgress'
import { NOTHING, type DeliveryDeps } from './deliveries/parts'
import { draft, recap } from './deliveries/recap'
import { recapCopy } from './deliveries/recapCopy'
import { recapCorrected } from './deliveries/recapCorrected'
import { refreshedCard } from './deliveries/recordCard'
import { handedOver, overtakenCard, reminder } from './deliveries/reminder'
import { questionAnswered, questionAsked, toBeRead } from './deliveries/sourceOfTruth'
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
    const project = stored.record
    const shared = { ...deps, records: sharedReads(deps.records) }
    return {
      targetOf: (what) => targetOf(project, what, (tenant, channel) => deps.records.idOf(tenant, channel)),
      deliver: (what) =>
        asksForWeekLongOver(what, project, deps.clock.now())
          ? Promise.resolve(NOTHING)
          : deliveryOf(shared, project, what),
    }
  }
}

/** What waited while its channel was closed, or the service was down: an ask of two weeks ago asks for nothing any more. */
function asksForWeekLongOver(what: OutgoingWhat, { zone }: Project, now: Instant): boolean {
  switch (what.kind) {
    case 'weeklyAsk':
    case 'reminder':
    case 'handedOver':
    case 'overtakenCard':
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
    case 'handedOver':
      return handedOver(deps, project, what.week, what.person)
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
    case 'backAgain':
      return Promise.resolve(backAgain(project))
    case 'refreshCard':
      return refreshedCard(deps, project, what.record)
    case 'anchor':
      return anchor(deps, project, what.post)
    case 'importCard':
      return importProgress(deps, project, what)
    case 'toBeRead':
      return toBeRead(deps, project, what)
    case 'questionAsked':
      return questionAsked(deps, project, what)
    case 'questionAnswered':
      return questionAnswered(deps, project, what)
  }
}
