import type { ActionItem } from '../domain/actionItem'
import type { Ask } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { Outgoing } from './outgoing'

/** Somebody to be asked for these items, their own. */
export type Wish = {
  readonly person: Person
  readonly items: readonly ActionItem[]
  readonly week: WeekId
  readonly now: Instant
  readonly isMember: boolean
}

/** Somebody who left the team is shown as not reached; their items still wait for a new owner. */
export function newAsk({ person, items, week, now, isMember }: Wish): Ask {
  return {
    week,
    person,
    items: items.map(({ id }) => id),
    askedAt: now,
    delivery: isMember
      ? { status: 'pending' }
      : { status: 'unreachable', at: now, why: 'gone', fallback: false },
    comment: '',
    commentedAt: null,
    snoozes: [],
    remindedAt: [],
    away: null,
    covers: [],
    answeredAt: null,
  }
}

export function weeklyAskMessage(week: WeekId, person: PersonId, at: Instant): Outgoing {
  return { id: `weeklyAsk.${week}.${person}`, at, what: { kind: 'weeklyAsk', week, person } }
}

/** Of the latest reminder. The first keeps the id that it had when there was one reminder a week. */
export function reminderId({
  week,
  person,
  remindedAt,
}: Pick<Ask, 'week' | 'person' | 'remindedAt'>): string {
  const count = remindedAt.length > 1 ? `.${remindedAt.length}` : ''
  return `reminder.${week}.${person.id}${count}`
}

/** One for each owner whose items came onto the card, however often that is tried. */
export function handedOverMessage(week: WeekId, person: PersonId, owner: PersonId, at: Instant): Outgoing {
  return { id: `handedOver.${week}.${person}.${owner}`, at, what: { kind: 'handedOver', week, person } }
}

export function channelWeekMessage(week: WeekId, at: Instant): Outgoing {
  return { id: `channelWeek.${week}`, at, what: { kind: 'channelWeek', week } }
}
