import { Temporal } from 'temporal-polyfill'
import type { Ask } from '../../bot/domain/cycle'
import type { PersonId } from '../../bot/domain/ids'
import { epochMs, type ZoneId } from '../../bot/domain/time'
import type { WeekId } from '../../bot/domain/week'
import { wall, zoneOf } from './walls'
import { OWNERS, type Absence, type Lived } from './years'

const DAY = 24 * 3_600_000

/* What should have become of who is away, from their wall clocks alone. */

/** Asks, reminders and cards handed over that went to somebody away, as well by the sender's clock as by the true one. */
export function toWhoIsAway(lived: Lived): string[] {
  return lived.sent.flatMap(({ what, at, trueAt }) => {
    if (what.kind !== 'weeklyAsk' && what.kind !== 'reminder' && what.kind !== 'handedOver') return []
    const isAway = (moment: number) => absenceOf(lived, what.person, trueAt, moment) !== undefined
    if (!isAway(trueAt) || !isAway(epochMs(at))) return []
    return [`${what.kind} of ${what.week} to ${nameOf(what.person)}, who is away, at ${at}`]
  })
}

/** Each card that was handed over has somebody away for it, whose work it brings once in that week. */
export function handedOverInVain(lived: Lived): string[] {
  const taken = new Set<string>()
  return lived.sent.flatMap(({ what, trueAt }) => {
    if (what.kind !== 'handedOver') return []
    const causes = OWNERS.flatMap(({ person }) => absenceOf(lived, person.id, trueAt, trueAt) ?? [])
      .filter(({ away }) => away.delegate?.id === what.person)
      .map(({ person, since }) => `${what.week} ${person.id} ${since}`)
    const cause = causes.find((one) => !taken.has(one))
    if (cause !== undefined) taken.add(cause)
    return cause === undefined
      ? [`A card of ${what.week} was handed over to ${nameOf(what.person)} for nobody at ${trueAt}`]
      : []
  })
}

/** How somebody is away by what they have said until `trueAt`, on the date that a clock of theirs shows at `moment`. */
function absenceOf(lived: Lived, id: PersonId, trueAt: number, moment: number): Absence | undefined {
  const date = dateAt(moment, zoneOf(lived, id, trueAt))
  return lived.absences.find(
    ({ person, away, since, ended }) =>
      person.id === id && since < trueAt && trueAt < ended && away.from <= date && date <= away.until,
  )
}

function dateAt(moment: number, zone: ZoneId): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
}

function nameOf(id: PersonId): string {
  return OWNERS.find(({ person }) => person.id === id)?.person.name ?? id
}

/** The absences of somebody, and those in which they are asked instead, that touch a stretch of time. */
export function absencesIn(lived: Lived, id: PersonId, from: number, until: number): Absence[] {
  return lived.absences.filter(({ person, away, since, ended }) => {
    if (person.id !== id && away.delegate?.id !== id) return false
    const [begins, ends] = spanOf(lived, { person, away, since, ended })
    return begins < until && from < ends
  })
}

function spanOf(lived: Lived, { person, away, since, ended }: Absence): readonly [number, number] {
  const zone = zoneOf(lived, person.id, Date.parse(away.until))
  const [first, last] = [away.from, away.until].map((date) => Temporal.PlainDate.from(date))
  if (!first || !last) throw new RangeError('No dates')
  return [Math.max(since, wall(first, 0, '00:00', zone)), Math.min(ended, wall(last, 1, '00:00', zone))]
}

type AwayWeek = {
  readonly id: WeekId
  readonly touching: readonly Absence[]
  readonly from: number
  readonly until: number
}

/** Who is away from before the ask until after the recap is asked nothing; a delegate who is there all the while is. */
export function notInPlace(
  lived: Lived,
  { id, touching, from, until }: AwayWeek,
  asks: readonly Ask[],
): string[] {
  const [absence] = touching
  const isWhole = (one: Absence) => spanOf(lived, one)[0] < from && spanOf(lived, one)[1] > until
  if (!absence || touching.length > 1 || !isWhole(absence)) return []
  const { person, away } = absence
  const ask = asks.find((one) => one.person.id === person.id)
  const delegate = away.delegate
  const isFree =
    delegate !== null && absencesIn(lived, delegate.id, from - 7 * DAY, until + 7 * DAY).length === 1
  const wrong = []
  if (!ask?.away) wrong.push(`${person.name} is away in ${id}, and is asked all the same`)
  if (isFree && ask?.away?.inPlace?.id !== delegate.id)
    wrong.push(`${delegate.name} is not asked for ${person.name} in ${id}`)
  if (delegate === null && ask?.away?.inPlace) wrong.push(`Somebody is asked for ${person.name} in ${id}`)
  return wrong
}
