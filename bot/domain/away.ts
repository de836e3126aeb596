import { isSamePerson, type Person } from './person'
import { addDays, dateIn, instantAt, type Instant, type PlainDate, type WallTime, type ZoneId } from './time'

/** When somebody is away, on the wall of their own zone, and who is asked instead, where somebody is. */
export type Away = {
  /** The first day. */
  readonly from: PlainDate
  /** The last day: the day after they are back. */
  readonly until: PlainDate
  readonly delegate: Person | null
}

/** Whether somebody is away at this moment; `zone` is theirs. */
export function isAwayAt(away: Away | null, at: Instant, zone: ZoneId): away is Away {
  if (away === null) return false
  const date = dateIn(at, zone)
  return away.from <= date && date <= away.until
}

/** When being away begins: the first moment of the first day. */
export function awayFrom({ from }: Away, zone: ZoneId): Instant {
  return instantAt(from, MIDNIGHT, zone)
}

/** When they are back: the first moment after the last day. */
export function backFrom({ until }: Away, zone: ZoneId): Instant {
  return instantAt(addDays(until, 1), MIDNIGHT, zone)
}

const MIDNIGHT = '00:00' as WallTime

/** Why somebody can't go away like this. */
export type AwayProblem = 'past' | 'endsBeforeItBegins' | 'ownDelegate' | 'delegateNotHere'

/** What is wrong with a wish to be away; `today` on the person's own wall, `members` of the project's team. */
export function problemWith(
  { from, until, delegate }: Away,
  {
    me,
    today,
    members,
  }: { readonly me: Person; readonly today: PlainDate; readonly members: readonly Person[] },
): AwayProblem | null {
  if (until < today) return 'past'
  if (until < from) return 'endsBeforeItBegins'
  if (delegate === null) return null
  if (isSamePerson(delegate, me)) return 'ownDelegate'
  return members.some((member) => isSamePerson(member, delegate)) ? null : 'delegateNotHere'
}
