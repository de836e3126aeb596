import type { Delivery } from './cycle'
import type { IssueId, ItemId, PersonId } from './ids'
import type { Person } from './person'
import type { Project } from './project'
import { hasEnded } from './schedule'
import { addDays, dateIn, dayOfWeek, daysBetween, instantAt } from './time'
import type { Instant, PlainDate, WallTime, ZoneId } from './time'
import type { Trouble } from './trouble'
import { stepAt, weekIn, weeksLater } from './week'

const LOOKS_AT = '09:00' as WallTime
/** A look that was missed is made up for on the same day until then. */
const LOOKS_UNTIL = '17:00' as WallTime
/** Two walls of this earth never stand more days apart than that: what was looked at further ahead was by a wrong clock. */
const ZONES_APART = 2
/** Digests are kept for the recaps to come, in days: a recap rarely comes later than that. */
const KEPT_FOR = 60

/** One trouble in a digest, by its record alone: what it was then is told by the digest, and by no later edit. */
export type RaisedPoint =
  | { readonly kind: 'silent'; readonly key: string; readonly owner: PersonId }
  | { readonly kind: 'blocked' | 'movedOften'; readonly key: string; readonly item: ItemId }
  | { readonly kind: 'showStopper'; readonly key: string; readonly issue: IssueId }

/** What was raised with the lead on one day of theirs: what was new then. At most one a day. */
export type Digest = {
  readonly on: PlainDate
  readonly at: Instant
  readonly to: Person
  readonly news: readonly RaisedPoint[]
  readonly delivery: Delivery
}

/** What a project remembers of its looks: one record, written by every look. */
export type Raised = {
  /** The latest day that was looked at, on the lead's wall. */
  readonly lookedOn: PlainDate
  /** The troubles that stood then and had been raised, each with the day of its digest. */
  readonly known: readonly { readonly key: string; readonly on: PlainDate }[]
  /** Oldest first. */
  readonly digests: readonly Digest[]
}

type Timed = Pick<Project, 'zone' | 'week' | 'createdAt' | 'state' | 'goLive' | 'raising'>

/** When somebody looks: now, on the lead's own wall, with what the project remembers of its looks. */
export type LookContext = {
  readonly now: Instant
  readonly zone: ZoneId
  readonly lookedOn: PlainDate | null
  /** Whether owners were asked already, by the clock or by hand. */
  readonly wasAsked: boolean
}

/** `day`: on the lead's wall, whose look is due now; `next`: when the one after that is. */
export type LookMoment = { readonly day: PlainDate | null; readonly next: Instant | null }

/**
 * Whether a look at a project's troubles is due: on the days that it chose, at nine on the lead's own wall, once a day;
 * made up for until five. Never while it is paused, ended, turned off, or before its first week asks.
 */
export function lookMoment(project: Timed, ctx: LookContext): LookMoment {
  const { now, zone, lookedOn } = ctx
  const { raising } = project
  if (!mayRaise(project, now) || raising.days.length === 0) return { day: null, next: null }
  const today = dateIn(now, zone)
  const isBehind = (day: PlainDate) =>
    lookedOn !== null && day <= lookedOn && daysBetween(today, lookedOn) <= ZONES_APART
  let due: PlainDate | null = null
  for (let ahead = 0; ahead <= 14; ahead++) {
    const day = addDays(today, ahead)
    const at = instantAt(day, LOOKS_AT, zone)
    // A zone that changes sides of the date line leaves a day out.
    const isThere = dateIn(at, zone) === day
    if (!isThere || !raising.days.includes(dayOfWeek(day)) || isBehind(day)) continue
    if (at > now) return { day: due, next: at }
    if (now < instantAt(day, LOOKS_UNTIL, zone) && hasBegun(project, ctx)) due = day
  }
  return { day: due, next: null }
}

/** Neither paused, ended nor turned off. */
export function mayRaise(
  project: Pick<Timed, 'state' | 'goLive' | 'zone' | 'raising'>,
  now: Instant,
): boolean {
  return project.raising.on && project.state.status === 'running' && !hasEnded(project, now)
}

/** From the first ask on: a project that was only just set up is nagged about nothing. */
function hasBegun({ zone, week, createdAt }: Timed, { now, wasAsked }: LookContext): boolean {
  const first = weekIn(createdAt, zone)
  const asks = [first, weeksLater(first, 1)].map((one) => stepAt(one, 'ask', week, zone))
  return wasAsked || now >= (asks.find((at) => at > createdAt) ?? createdAt)
}

/**
 * What a look comes to. A trouble that was not known is news, and only news makes a digest. What is not there any more
 * is forgotten, so that it is news again when it comes back.
 */
export function lookedAt(
  before: Raised | null,
  troubles: readonly Trouble[],
  look: { readonly day: PlainDate; readonly at: Instant; readonly lead: Person },
): { readonly raised: Raised; readonly digest: Digest | null } {
  const standing = new Set(troubles.map(({ key }) => key))
  const known = (before?.known ?? []).filter(({ key }) => standing.has(key))
  const fresh = troubles.filter(({ key }) => !known.some((one) => one.key === key))
  const kept = (before?.digests ?? []).filter(({ on }) => daysBetween(on, look.day) <= KEPT_FOR)
  const digest: Digest | null =
    fresh.length === 0
      ? null
      : {
          on: look.day,
          at: look.at,
          to: look.lead,
          news: fresh.map(pointOf),
          delivery: { status: 'pending' },
        }
  return {
    digest,
    raised: {
      lookedOn: look.day,
      known: [...known, ...fresh.map(({ key }) => ({ key, on: look.day }))],
      digests: digest ? [...kept.filter(({ on }) => on !== look.day), digest] : kept,
    },
  }
}

/** The record after a digest's delivery is known. One that did not reach the lead told nothing: it is news once more. */
export function delivered(raised: Raised, on: PlainDate, delivery: Delivery): Raised {
  const digests = raised.digests.map((digest) => (digest.on === on ? { ...digest, delivery } : digest))
  const isLost = delivery.status === 'unreachable'
  return { ...raised, digests, known: raised.known.filter((one) => !isLost || one.on !== on) }
}

function pointOf(trouble: Trouble): RaisedPoint {
  const { key } = trouble
  switch (trouble.kind) {
    case 'silent':
      return { kind: 'silent', key, owner: trouble.owner.id }
    case 'blocked':
    case 'movedOften':
      return { kind: trouble.kind, key, item: trouble.item }
    case 'showStopper':
      return { kind: 'showStopper', key, issue: trouble.issue }
  }
}

/** What was raised with the lead in a recap's time: counts and records, and of who was silent the count alone. */
export type RaisedLine = {
  readonly with: Person
  readonly showStoppers: readonly IssueId[]
  readonly blocked: readonly ItemId[]
  readonly movedOften: readonly ItemId[]
  readonly silent: number
}

/** From the digests that reached the lead after `since` and up to `now`; null when there was none. */
export function raisedIn(raised: Raised | null, since: Instant, now: Instant): RaisedLine | null {
  const digests = (raised?.digests ?? []).filter(
    ({ at, delivery }) => delivery.status === 'sent' && at > since && at <= now,
  )
  const last = digests.at(-1)
  if (!last) return null
  const points = [...new Map(digests.flatMap(({ news }) => news.map((point) => [point.key, point]))).values()]
  const items = (kind: 'blocked' | 'movedOften') => [
    ...new Set(points.flatMap((point) => (point.kind === kind && 'item' in point ? [point.item] : []))),
  ]
  return {
    with: last.to,
    showStoppers: [
      ...new Set(points.flatMap((point) => (point.kind === 'showStopper' ? [point.issue] : []))),
    ],
    blocked: items('blocked'),
    movedOften: items('movedOften'),
    silent: points.filter(({ kind }) => kind === 'silent').length,
  }
}
