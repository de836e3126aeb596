import { isOpen, type ActionItem } from './actionItem'
import type { Ask, UnreachableReason } from './cycle'
import { dueOn } from './dueDate'
import type { IssueId, ItemId, PersonId } from './ids'
import { isOpenIssue, type Issue } from './issue'
import { isSamePerson, type Person } from './person'
import type { RagContext } from './rag'
import type { RaiseLimits } from './raising'
import { dateIn, daysBetween, type PlainDate } from './time'

/**
 * Something that is over a limit, with its evidence: who, what, since when, who waits. `key` names this very trouble
 * while it lasts: by it one tells what is new. What is solved and comes back has another key, or was forgotten meanwhile.
 */
export type Trouble =
  | {
      readonly kind: 'silent'
      readonly key: string
      readonly owner: Person
      /** Weeks in a row, as far back as one looked. */
      readonly weeks: number
      /** The day on which they were asked first. */
      readonly since: PlainDate
      /** Why the latest card did not reach them, where one knows that. */
      readonly unreached: UnreachableReason | null
      /** Their open items, and who waits for these. */
      readonly items: readonly ItemId[]
      readonly waits: readonly Person[]
    }
  | (OfItem & {
      readonly kind: 'blocked'
      readonly reason: string
      readonly needs: Person | null
      readonly since: PlainDate
      readonly days: number
    })
  | {
      readonly kind: 'showStopper'
      readonly key: string
      readonly issue: IssueId
      readonly title: string
      readonly owner: Person | null
      readonly reporter: Person
      readonly since: PlainDate
      readonly days: number
    }
  | (OfItem & {
      readonly kind: 'movedOften'
      readonly times: number
      readonly first: PlainDate
      readonly due: PlainDate
      /** Of the latest move. */
      readonly why: string
    })

type OfItem = {
  readonly key: string
  readonly item: ItemId
  readonly title: string
  readonly owner: Person
  readonly waits: Person | null
  readonly unblocks: string | null
}

/** A week that was asked for and is over, as far as silence goes. */
export type AskedWeek = {
  readonly asks: readonly Ask[]
  /** Who gave at least one answer on that week's card. */
  readonly heard: ReadonlySet<PersonId>
}

/** All that troubles are worked out from. */
export type TroubleInput = {
  readonly items: readonly ActionItem[]
  readonly issues: readonly Issue[]
  /** Newest first; weeks in which nobody was asked are left out, and so is one whose recap is still to come. */
  readonly weeks: readonly AskedWeek[]
}

/** All that is over the limits now: show-stoppers, what is blocked, who is silent, what was moved often; the worst first in each. */
export function troublesIn(input: TroubleInput, limits: RaiseLimits, ctx: RagContext): Trouble[] {
  const open = input.items.filter(isOpen)
  return [
    ...showStoppers(input.issues, limits.showStopperDays, ctx),
    ...blocked(open, limits.blockedDays, ctx),
    ...silent(open, input.weeks, limits.silentWeeks, ctx),
    ...movedOften(open, limits.moves),
  ]
}

/** As the colours count it: whole days on the wall of the project's zone since it was reported. */
function showStoppers(issues: readonly Issue[], limit: number | null, ctx: RagContext): Trouble[] {
  if (limit === null) return []
  return issues
    .filter((issue) => issue.severity === 'showStopper' && isOpenIssue(issue))
    .map(({ id, title, owner, reporter, createdAt, timesReopened }) => {
      const since = dateIn(createdAt, ctx.zone)
      const days = daysBetween(since, ctx.today)
      const key = `showStopper.${id}.${timesReopened}`
      return { kind: 'showStopper', key, issue: id, title, owner, reporter, since, days } as const
    })
    .filter(({ days }) => days > limit)
    .toSorted((a, b) => b.days - a.days)
}

function blocked(open: readonly ActionItem[], limit: number | null, ctx: RagContext): Trouble[] {
  if (limit === null) return []
  return open
    .flatMap((item) => {
      const { state } = item
      if (state.status !== 'blocked') return []
      const since = dateIn(state.since, ctx.zone)
      const days = daysBetween(since, ctx.today)
      const { reason, needs } = state
      const key = `blocked.${item.id}.${state.since}`
      return [{ kind: 'blocked', ...ofItem(item, key), reason, needs, since, days } as const]
    })
    .filter(({ days }) => days > limit)
    .toSorted((a, b) => b.days - a.days)
}

function movedOften(open: readonly ActionItem[], limit: number | null): Trouble[] {
  if (limit === null) return []
  return open
    .flatMap((item) => {
      const moves = item.due?.moves ?? []
      if (!item.due || moves.length < limit) return []
      const of = ofItem(item, `movedOften.${item.id}`)
      const why = moves.at(-1)?.why ?? ''
      const { first } = item.due
      return [{ kind: 'movedOften', ...of, times: moves.length, first, due: dueOn(item.due), why } as const]
    })
    .toSorted((a, b) => b.times - a.times)
}

function ofItem({ id, title, owner, for: waits, unblocks }: ActionItem, key: string): OfItem {
  return { key, item: id, title, owner, waits, unblocks }
}

function silent(
  open: readonly ActionItem[],
  weeks: readonly AskedWeek[],
  limit: number | null,
  ctx: RagContext,
): Trouble[] {
  if (limit === null) return []
  return ownersOf(open)
    .map((owner) => {
      const items = open.filter((item) => isSamePerson(item.owner, owner))
      const asks = silentAsks(owner, items, weeks)
      return { owner, items, asks }
    })
    .filter(({ asks }) => asks.length >= limit)
    .toSorted((a, b) => b.asks.length - a.asks.length)
    .map(({ owner, items, asks }) => {
      const delivery = asks[0]?.delivery
      return {
        kind: 'silent',
        key: `silent.${owner.id}`,
        owner,
        weeks: asks.length,
        since: firstAsked(asks, ctx),
        unreached: delivery?.status === 'unreachable' ? delivery.why : null,
        items: items.map(({ id }) => id),
        waits: distinct(items.flatMap((item) => item.for ?? [])).filter((one) => one.id !== owner.id),
      } as const
    })
}

function firstAsked(asks: readonly Ask[], { today, zone }: RagContext): PlainDate {
  const first = asks.at(-1)
  return first ? dateIn(first.askedAt, zone) : today
}

/** Owners of open items of whom nothing was heard in any of these weeks: those for whom it pays to look further back. */
export function silentSoFar(items: readonly ActionItem[], weeks: readonly AskedWeek[]): PersonId[] {
  const open = items.filter(isOpen)
  return ownersOf(open)
    .filter((owner) => {
      const theirs = open.filter((item) => isSamePerson(item.owner, owner))
      return silentAsks(owner, theirs, weeks).length === weeks.length
    })
    .map(({ id }) => id)
}

/** The unanswered asks of the latest weeks, newest first, up to the first week that they were heard in or not asked in. */
function silentAsks(owner: Person, items: readonly ActionItem[], weeks: readonly AskedWeek[]): Ask[] {
  const asks: Ask[] = []
  for (const { asks: ofWeek, heard } of weeks) {
    const ask = ofWeek.find(({ person }) => person.id === owner.id)
    if (!ask || ask.away !== null || heard.has(owner.id) || !isUnanswered(ask, items)) break
    asks.push(ask)
  }
  return asks
}

/** A comment is an answer, and so is a change that they made to one of their items by themselves since they were asked. */
function isUnanswered({ answeredAt, comment, askedAt, person }: Ask, items: readonly ActionItem[]): boolean {
  const hasActed = items.some((item) => isSamePerson(item.changedBy, person) && item.changedAt >= askedAt)
  return answeredAt === null && comment === '' && !hasActed
}

function ownersOf(items: readonly ActionItem[]): Person[] {
  return distinct(items.map(({ owner }) => owner))
}

function distinct(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
