import type { ActionItem } from './actionItem'
import type { Away } from './away'
import type { Answer, Ask, AskedElsewhere, Cover, Delivery } from './cycle'
import type { ItemId, PersonId } from './ids'
import { isSamePerson, type Person } from './person'
import type { Instant, PlainDate } from './time'

/** How soon somebody's card may reach them: `never` when the recap comes before. */
export type Soon = 'now' | 'later' | 'never'

/** What decides who is asked for whose items in a week. */
export type Absences = {
  readonly now: Instant
  /** All open items of the project. */
  readonly open: readonly ActionItem[]
  /** All answers of the week. */
  readonly answers: readonly Answer[]
  /** How somebody is away at this moment; null when they are there. */
  readonly awayNow: (person: PersonId) => Away | null
  readonly isMember: (person: PersonId) => boolean
  readonly soon: (person: PersonId) => Soon
  /** The ask of a delegate who has none yet. */
  readonly newAsk: (person: Person) => Ask
}

/**
 * The asks of a week, brought into line with who is away: the items of somebody who is away and silent go to their
 * delegate's card, and back when they return. The same asks again when all is in line already.
 *
 * - Only a member of the project's team who is there can be a delegate; a delegate's own delegate is not followed.
 * - What was answered stays: an answer of one's own, and one that was given in one's place.
 * - What can't reach who it would go to yet stays where it is until it can; what never could leaves nobody asked.
 */
export function withAbsences(asks: readonly Ask[], absences: Absences): readonly Ask[] {
  return asks.reduce<readonly Ask[]>((all, { person }) => settled(all, person, absences), asks)
}

function settled(asks: readonly Ask[], owner: Person, absences: Absences): readonly Ask[] {
  const ask = askOf(asks, owner)
  if (!ask) return asks
  if (isAnsweredInPlace(asks, ask)) return asks
  if (ask.answeredAt !== null || itemsOf(owner, absences).length === 0) {
    return uncovered(asks, owner, null, absences)
  }
  const away = absences.awayNow(owner.id)
  return away === null ? returned(asks, ask, absences) : handedOver(asks, ask, away, absences)
}

/** Whether a delegate has answered for the person of this ask already. */
export function isAnsweredInPlace(asks: readonly Ask[], { person, away }: Ask): boolean {
  return away !== null && (coverOf(asks, person)?.answeredAt ?? null) !== null
}

function returned(asks: readonly Ask[], ask: Ask, absences: Absences): readonly Ask[] {
  const { delivery, away } = ask
  const waitsForCard = delivery.status === 'withheld' && absences.soon(ask.person.id) !== 'now'
  if (away === null || waitsForCard) return asks
  const back: Ask = {
    ...ask,
    away: null,
    delivery: delivery.status === 'withheld' ? { status: 'pending' } : delivery,
  }
  return uncovered(replaced(asks, back), ask.person, null, absences)
}

function handedOver(asks: readonly Ask[], ask: Ask, away: Away, absences: Absences): readonly Ask[] {
  const delegate = usableDelegate(ask.person, away, absences)
  const standing = asks.find(({ covers }) => covers.some(({ owner }) => isSamePerson(owner, ask.person)))
  const hasIt = delegate !== null && isSamePerson(standing?.person ?? null, delegate)
  const soon = delegate === null || hasIt ? 'now' : absences.soon(delegate.id)
  if (soon === 'later') return asks
  const inPlace = soon === 'now' ? delegate : null
  const elsewhere: AskedElsewhere = { until: away.until, inPlace }
  const isNoted = isSameElsewhere(ask.away, elsewhere) && ask.delivery.status !== 'pending'
  const noted = isNoted ? asks : replaced(asks, { ...ask, away: elsewhere, delivery: held(ask, absences) })
  const freed = uncovered(noted, ask.person, inPlace, absences)
  return inPlace === null ? freed : covered(freed, ask.person, inPlace, away.until, absences)
}

/** A card that was not sent yet waits for its owner to come back. */
function held({ delivery }: Ask, { now }: Absences): Delivery {
  return delivery.status === 'pending' ? { status: 'withheld', at: now } : delivery
}

function usableDelegate(owner: Person, { delegate }: Away, absences: Absences): Person | null {
  if (delegate === null || isSamePerson(delegate, owner)) return null
  return absences.isMember(delegate.id) && absences.awayNow(delegate.id) === null ? delegate : null
}

/** With the owner's items on the delegate's card, where they are not yet. */
function covered(
  asks: readonly Ask[],
  owner: Person,
  delegate: Person,
  until: PlainDate,
  absences: Absences,
): readonly Ask[] {
  const ask = askOf(asks, delegate) ?? absences.newAsk(delegate)
  const has = ask.covers.find((cover) => isSamePerson(cover.owner, owner))
  if (has?.until === until) return asks
  const cover: Cover = has ? { ...has, until } : { owner, until, since: absences.now, answeredAt: null }
  const items = itemsOf(owner, absences)
  const isAnswered = items.every((id) => hasAnswer(id, absences))
  const next: Ask = {
    ...ask,
    items: [...new Set([...ask.items, ...items])],
    covers: [...ask.covers.filter((one) => one !== has), cover],
    answeredAt: isAnswered ? ask.answeredAt : null,
  }
  return replaced(asks, next)
}

/** Without the owner's items on the cards of others than `except`; what was answered there stays. */
function uncovered(
  asks: readonly Ask[],
  owner: Person,
  except: Person | null,
  absences: Absences,
): readonly Ask[] {
  return asks.map((ask) => {
    if (isSamePerson(ask.person, except)) return ask
    const covers = ask.covers.filter((one) => one.answeredAt !== null || !isSamePerson(one.owner, owner))
    if (covers.length === ask.covers.length) return ask
    const left = { ...ask, covers }
    return { ...left, answeredAt: ask.answeredAt ?? (isWhole(left, absences) ? absences.now : null) }
  })
}

/** Whether something was answered on a card and nothing of it is still open for an answer. */
function isWhole(ask: Ask, absences: Absences): boolean {
  const owners = ownersOn(ask)
  const answered = absences.answers.some(({ person }) => owners.has(person.id))
  const open = absences.open.filter((item) => owners.has(item.owner.id))
  return answered && open.every((item) => hasAnswer(item.id, absences))
}

/** Whose items stand on a card: its person's own, and those of whom they look after. */
export function ownersOn({ person, covers }: Pick<Ask, 'person' | 'covers'>): ReadonlySet<PersonId> {
  return new Set([person.id, ...covers.map(({ owner }) => owner.id)])
}

function itemsOf(owner: Person, { open }: Absences): readonly ItemId[] {
  return open.filter((item) => isSamePerson(item.owner, owner)).map(({ id }) => id)
}

function hasAnswer(item: ItemId, { answers }: Absences): boolean {
  return answers.some((answer) => answer.item === item)
}

function askOf(asks: readonly Ask[], person: Person): Ask | undefined {
  return asks.find((ask) => isSamePerson(ask.person, person))
}

/** The place where somebody's items stand on another one's card. */
export function coverOf(asks: readonly Ask[], owner: Person): Cover | undefined {
  return asks.flatMap(({ covers }) => covers).find((cover) => isSamePerson(cover.owner, owner))
}

function replaced(asks: readonly Ask[], next: Ask): readonly Ask[] {
  const others = asks.filter((ask) => !isSamePerson(ask.person, next.person))
  return others.length === asks.length
    ? [...asks, next]
    : asks.map((ask) => (isSamePerson(ask.person, next.person) ? next : ask))
}

function isSameElsewhere(a: AskedElsewhere | null, b: AskedElsewhere): boolean {
  return a?.until === b.until && (a.inPlace?.id ?? null) === (b.inPlace?.id ?? null)
}
