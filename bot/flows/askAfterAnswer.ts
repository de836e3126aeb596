import { isOpen } from '../domain/actionItem'
import type { Ask } from '../domain/cycle'
import type { ItemId, PersonId, ProjectId } from '../domain/ids'
import { isSamePerson } from '../domain/person'
import type { Project } from '../domain/project'
import type { Instant } from '../domain/time'
import type { CardRecords } from './answeredCard'
import type { CommandOf, Order } from './command'
import { coverAway } from './coverAway'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'
import type { Records } from './ports'
import { reasonIn } from './reasonIn'
import { channelWeekMessage, weeklyAskMessage } from './weekMessages'

/**
 * Whoever answers was reached; the card counts as answered once every open item on it has an answer. What came to the
 * person since the ask is on the card by now, so that asking again does not take it for new.
 */
export function askAfter(
  card: CardRecords,
  {
    comment,
    taken,
    now,
  }: {
    readonly comment: string | null
    /** Items that were answered just now. */
    readonly taken: readonly ItemId[]
    readonly now: Instant
  },
): Ask {
  const ask = withComment(card.ask.record, comment, now)
  const items = [...card.items.values()].map(({ record }) => record)
  const answered = new Set([...card.answers.map(({ record }) => record.item), ...taken])
  const left = items.filter((item) => isOpen(item) && !answered.has(item.id))
  return {
    ...ask,
    items: [...new Set([...ask.items, ...items.filter(isOpen).map(({ id }) => id)])],
    covers: ask.covers.map((cover) => {
      const isLeft = left.some(({ owner }) => isSamePerson(owner, cover.owner))
      return isLeft ? cover : { ...cover, answeredAt: cover.answeredAt ?? now }
    }),
    answeredAt: left.length === 0 ? (ask.answeredAt ?? now) : ask.answeredAt,
  }
}

/** The ask with the comment as it stands in its field; null: it was not touched. */
export function withComment(ask: Ask, typed: string | null, now: Instant): Ask {
  const comment = typed === null ? ask.comment : (reasonIn(typed) ?? '')
  return comment === ask.comment ? ask : { ...ask, comment, commentedAt: now }
}

/**
 * The channel's count follows; an answer on the tab, or on the look at one's card in the channel, also brings the card
 * in the 1:1 chat up to date, where one stands: else the message would send a first one, or a second. So does an answer
 * in somebody's place, or of one's own where somebody else was asked, the card of the other.
 */
export async function messagesAboutCard(
  records: Pick<Records, 'ask'>,
  { project, actor, command, door }: Order<CommandOf<'answer'>>,
  card: CardRecords,
  answered: readonly ItemId[],
  now: Instant,
): Promise<Outgoing[]> {
  const { week } = command
  const others = await inChat(records, project, week, othersWith(card, answered))
  const isElsewhere = door !== 'weeklyCard' && card.ask.record.delivery.status === 'sent'
  const edited = isElsewhere ? [actor.person.id, ...others] : others
  return [channelWeekMessage(week, now), ...edited.map((person) => weeklyAskMessage(week, person, now))]
}

/** Who else has these items on their card. */
function othersWith({ ask, items }: CardRecords, answered: readonly ItemId[]): readonly PersonId[] {
  const { covers, away, person } = ask.record
  const owners = new Set(answered.map((id) => items.get(id)?.record.owner.id))
  const covered = covers.filter(({ owner }) => owners.has(owner.id)).map(({ owner }) => owner.id)
  return away?.inPlace && owners.has(person.id) ? [...covered, away.inPlace.id] : covered
}

async function inChat(
  records: Pick<Records, 'ask'>,
  project: ProjectId,
  week: Ask['week'],
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const asks = await Promise.all(people.map((person) => records.ask(project, week, person)))
  return asks.flatMap((ask) => (ask?.record.delivery.status === 'sent' ? [ask.record.person.id] : []))
}

type CoverDeps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/**
 * Who answers for themselves while they are away, from the card that they have, takes the work off their delegate's. A
 * crash before it leaves it there until the clock looks.
 */
export async function freeDelegate(deps: CoverDeps, project: Project, { ask }: CardRecords): Promise<void> {
  const { week, away, askedAt } = ask.record
  if (!away?.inPlace) return
  const cycle = await deps.records.cycle(project.id, week)
  await coverAway(deps, project, { week, askedAt: cycle?.record.askedAt ?? askedAt }, 'inWorkingHours')
}
