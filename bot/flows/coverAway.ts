import type { ActionItem } from '../domain/actionItem'
import { awayFrom, backFrom, isAwayAt } from '../domain/away'
import { withAbsences, type Absences, type Soon } from '../domain/cover'
import type { Ask } from '../domain/cycle'
import type { PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import { postMoment } from '../domain/schedule'
import type { Instant } from '../domain/time'
import type { WeekId } from '../domain/week'
import { workingMoment } from '../domain/workingHours'
import type { FlowDeps } from './deps'
import { inBatches } from './inBatches'
import type { Outgoing } from './outgoing'
import type { Stored } from './ports'
import { loadPresence, type Presence } from './presence'
import { saveAsks, stepsBetween } from './saveAsks'
import { channelWeekMessage, handedOverMessage, newAsk, weeklyAskMessage } from './weekMessages'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/** A week that was asked for, and when. */
export type AskedWeek = { readonly week: WeekId; readonly askedAt: Instant }

/**
 * Brings the asks of an open week into line with who is away: items of somebody away go to their delegate, and back when
 * they return. Answers with the next moment at which that may be different; null: none before the recap.
 *
 * `pace`: at once where the person says so themselves; by the clock cards go out in working hours of who gets them.
 */
export async function coverAway(
  deps: Deps,
  project: Project,
  cycle: AskedWeek,
  pace: 'atOnce' | 'inWorkingHours',
): Promise<Instant | null> {
  const now = deps.clock.now()
  const [asks, members] = await Promise.all([
    deps.records.asks(project.id, cycle.week),
    deps.roster.members(project.id),
  ])
  const asked = asks.flatMap(({ record }) => [
    record.person.id,
    ...record.covers.map(({ owner }) => owner.id),
  ])
  const presence = await loadPresence(deps, project, asked)
  const delegates = delegatesOf(asked, presence)
  if (!asked.some((id) => presence(id).away) && asks.every(({ record }) => isUsual(record))) return null
  const soon =
    pace === 'atOnce' ? () => 'now' as const : (id: PersonId) => soonIn(project, cycle, now, presence(id))
  const plan = async (standing: readonly Stored<Ask>[]) => {
    const [open, answers] = await Promise.all([
      deps.records.openItems(project.id),
      deps.records.answers(project.id, cycle.week),
    ])
    const wanted = withAbsences(
      standing.map(({ record }) => record),
      absencesOf({
        now,
        week: cycle.week,
        open,
        answers: answers.map(({ record }) => record),
        members: new Set(members.map(({ id }) => id)),
        presence,
        soon,
      }),
    )
    return stepsBetween(standing, wanted, (before, after) => messagesAbout(before, after, now))
  }
  await meetDelegates(deps, project, delegates)
  await saveAsks(deps, project, cycle.week, plan, [channelWeekMessage(cycle.week, now)])
  return nextChange(project, cycle, now, [...asked, ...delegates], presence)
}

export function delegatesOf(
  people: readonly PersonId[],
  presence: (person: PersonId) => Presence,
): readonly PersonId[] {
  return people.flatMap((id) => presence(id).away?.delegate?.id ?? [])
}

function isUsual({ away, covers }: Ask): boolean {
  return away === null && covers.length === 0
}

/** So that the delegates' 1:1 chats find the project; noted before the ask, as `meetInProject` says. */
export async function meetDelegates(
  { people }: Pick<Deps, 'people'>,
  project: Project,
  delegates: readonly PersonId[],
): Promise<void> {
  await inBatches(delegates, (id) => people.seenIn(project.tenant, id, project.id))
}

type Given = Pick<Absences, 'now' | 'open' | 'answers' | 'soon'> & {
  readonly week: WeekId
  readonly members: ReadonlySet<PersonId>
  readonly presence: (person: PersonId) => Presence
}

/** Who is away, as the domain asks for it. */
export function absencesOf({ week, members, presence, ...given }: Given): Absences {
  const { now, open } = given
  return {
    ...given,
    awayNow: (person) => {
      const { away, zone } = presence(person)
      return isAwayAt(away, now, zone) ? away : null
    },
    isMember: (person) => members.has(person),
    newAsk: (person) => newAsk({ person, items: itemsOf(open, person.id), week, now, isMember: true }),
  }
}

function itemsOf(open: readonly ActionItem[], person: PersonId): readonly ActionItem[] {
  return open.filter(({ owner }) => owner.id === person)
}

function soonIn(project: Project, { week, askedAt }: AskedWeek, now: Instant, { zone }: Presence): Soon {
  const at = workingMoment(now, zone)
  if (at <= now) return 'now'
  return at < postMoment(project, week, askedAt) ? 'later' : 'never'
}

/**
 * What is sent because an ask changed: a first card, an edit of the one that stands, and for somebody to whom work came
 * their card anew, because an edit tells nobody. One that is on its way shows the change when it arrives.
 */
export function messagesAbout(before: Ask | null, after: Ask, now: Instant): readonly Outgoing[] {
  if (before === after) return []
  const { week, person, delivery } = after
  if (delivery.status === 'pending') {
    return before?.delivery.status === 'pending' ? [] : [weeklyAskMessage(week, person.id, now)]
  }
  if (delivery.status !== 'sent') return []
  const came = after.covers.find(({ owner }) => !before?.covers.some((cover) => cover.owner.id === owner.id))
  return [
    came ? handedOverMessage(week, person.id, came.owner.id, now) : weeklyAskMessage(week, person.id, now),
  ]
}

/** When somebody goes or returns next, in working hours of whoever would then be asked. */
function nextChange(
  project: Project,
  { week, askedAt }: AskedWeek,
  now: Instant,
  people: readonly PersonId[],
  presence: (person: PersonId) => Presence,
): Instant | null {
  const until = postMoment(project, week, askedAt)
  const moments = people.flatMap((id) => {
    const { away, zone } = presence(id)
    if (!away) return []
    const zones = [zone, ...(away.delegate ? [presence(away.delegate.id).zone] : [])]
    return [awayFrom(away, zone), backFrom(away, zone)].flatMap((at) =>
      zones.map((where) => workingMoment(at > now ? at : now, where)),
    )
  })
  const coming = moments.filter((at) => at > now && at < until)
  return coming.length === 0 ? null : coming.reduce((a, b) => (a < b ? a : b))
}
