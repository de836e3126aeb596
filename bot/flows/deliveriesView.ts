import type { FurtherChannel } from '../domain/audience'
import type { Ask, Delivery, UnreachableReason } from '../domain/cycle'
import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { PostedRecap } from '../domain/recap'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { FlowDeps } from './deps'
import type { ProjectHead } from './projectHead'
import type { OutgoingState } from './outgoing'
import { correctedId } from './recapMessages'
import { reminderId } from './weekMessages'

/** What is known of a message. Only `reached` was seen to arrive. */
export type Fate =
  | { readonly kind: 'reached'; readonly at: Instant }
  /** `mentioned`: the person was asked in the week's thread instead. */
  | {
      readonly kind: 'notReached'
      readonly at: Instant
      readonly why: UnreachableReason
      readonly mentioned: boolean
    }
  | { readonly kind: 'unknown'; readonly at: Instant }
  | { readonly kind: 'onItsWay' }

/** One message of a week: what it was, for whom, and what became of it. */
export type DeliveryLine =
  /** `reminded`: it was sent once more, and that is the one whose time is told. */
  | {
      readonly what: 'ask'
      readonly person: Person
      readonly fate: Fate
      readonly answered: boolean
      readonly reminded: boolean
    }
  /** One that has not been seen to arrive; the card before it stands. */
  | { readonly what: 'reminder'; readonly person: Person; readonly fate: Fate }
  | { readonly what: 'channelWeek'; readonly fate: Fate }
  | { readonly what: 'draft'; readonly person: Person; readonly fate: Fate }
  | { readonly what: 'recap'; readonly fate: Fate }
  | { readonly what: 'copy'; readonly channel: FurtherChannel; readonly fate: Fate }
  /** An edit in place; `channel` null: of the recap in the project's own channel. */
  | { readonly what: 'correction'; readonly channel: FurtherChannel | null; readonly fate: Fate }

export type WeekDeliveries = { readonly week: WeekId; readonly lines: readonly DeliveryLine[] }

/** What became of everything that was sent, by week, the running one first; a week without messages is left out. */
export type DeliveriesView = { readonly project: ProjectHead; readonly weeks: readonly WeekDeliveries[] }

/** What became of a week's messages, in the order of the week. */
export async function loadDeliveries(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  week: WeekId,
): Promise<WeekDeliveries> {
  const [stored, recap] = await Promise.all([records.asks(project.id, week), records.recap(project.id, week)])
  const asks = stored.map(({ record }) => record)
  const fates = await records.fates(project.id, [
    channelWeekId(week),
    draftId(week),
    ...asks.filter((ask) => ask.remindedAt.length > 0).map(reminderId),
    ...correctionTargets(recap?.record ?? null).map((channel) => correctedId(week, channel?.id ?? null)),
  ])
  const fateOf = (id: string) => fateIn(fates.get(id))
  const [ofChannel, ofDraft] = [fateOf(channelWeekId(week)), fateOf(draftId(week))]
  const lines: DeliveryLine[] = [
    ...asks.flatMap((ask) => linesOfAsk(ask, fateOf(reminderId(ask)))),
    ...(ofChannel ? [{ what: 'channelWeek' as const, fate: ofChannel }] : []),
    ...(ofDraft ? [{ what: 'draft' as const, person: project.lead, fate: ofDraft }] : []),
    ...(recap ? linesOfRecap(recap.record, fateOf) : []),
  ]
  return { week, lines }
}

function channelWeekId(week: WeekId): string {
  return `channelWeek.${week}`
}

function draftId(week: WeekId): string {
  return `draft.${week}`
}

/** Nothing is sent to who is away, so that nothing is missing there. */
function linesOfAsk({ person, delivery, answeredAt }: Ask, ofReminder: Fate | null): DeliveryLine[] {
  if (delivery.status === 'withheld') return []
  const reminded = ofReminder?.kind === 'reached'
  const ask: DeliveryLine = {
    what: 'ask',
    person,
    fate: fateBy(delivery),
    answered: answeredAt !== null,
    reminded,
  }
  return ofReminder && !reminded ? [ask, { what: 'reminder', person, fate: ofReminder }] : [ask]
}

function linesOfRecap(posted: PostedRecap, fateOf: (id: string) => Fate | null): DeliveryLine[] {
  const { week } = posted.recap
  return [
    { what: 'recap', fate: fateBy(posted.delivery) },
    ...posted.copies.map(({ channel, delivery }): DeliveryLine => {
      return { what: 'copy', channel, fate: fateBy(delivery) }
    }),
    ...correctionTargets(posted).flatMap((channel): DeliveryLine[] => {
      const fate = fateOf(correctedId(week, channel?.id ?? null))
      return fate ? [{ what: 'correction', channel, fate }] : []
    }),
  ]
}

/** Where a corrected recap has something to be edited in place. */
function correctionTargets(posted: PostedRecap | null): readonly (FurtherChannel | null)[] {
  if (!posted?.recap.corrected) return []
  const own = posted.delivery.status === 'sent' ? [null] : []
  return [
    ...own,
    ...posted.copies.filter((copy) => copy.delivery.status === 'sent').map(({ channel }) => channel),
  ]
}

function fateBy(delivery: Delivery): Fate {
  switch (delivery.status) {
    case 'pending':
    case 'withheld':
      return { kind: 'onItsWay' }
    case 'sent':
      return { kind: 'reached', at: delivery.at }
    case 'unreachable':
      return { kind: 'notReached', at: delivery.at, why: delivery.why, mentioned: delivery.fallback }
    case 'unknown':
      return { kind: 'unknown', at: delivery.at }
  }
}

/** Null where there was nothing to send after all, or nothing was ordered. */
function fateIn(state: OutgoingState | undefined): Fate | null {
  switch (state?.status) {
    case undefined:
      return null
    case 'pending':
    case 'sending':
      return { kind: 'onItsWay' }
    case 'sent':
      return state.message && { kind: 'reached', at: state.at }
    case 'failed':
      return { kind: 'notReached', at: state.at, why: reasonIn(state.why), mentioned: false }
    case 'unknown':
      return { kind: 'unknown', at: state.at }
  }
}

const REASONS: readonly UnreachableReason[] = ['notInstalled', 'blocked', 'gone', 'tooBig', 'refused']

function reasonIn(why: string): UnreachableReason {
  return REASONS.find((reason) => reason === why) ?? 'refused'
}
