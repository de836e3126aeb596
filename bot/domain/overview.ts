import { isOpen, type ActionItem } from './actionItem'
import { weekCounts, type DayCount, type WeekCount } from './dayCounts'
import type { IssueId, WorkstreamId } from './ids'
import { isOpenIssue, type Issue } from './issue'
import { ageBands, ageInDays, ownerLoads, type AgeBand, type OwnerLoad } from './openLoad'
import type { Project } from './project'
import { colourOf, type Rag, type RagContext } from './rag'
import type { Recap, WorkstreamLine } from './recap'
import { dateIn, daysBetween, type Instant } from './time'
import type { WeekId } from './week'

/** Where a project stands now, and how it came there. Colours, evidence and headline are the recap's own. */
export type Overview = {
  /** As it would be posted now, with the lead's draft laid over. */
  readonly recap: Recap
  /** In the project's order. */
  readonly workstreams: readonly (WorkstreamLine & {
    readonly items: number
    readonly issues: number
    readonly past: readonly PastColour[]
  })[]
  readonly overallPast: readonly PastColour[]
  /** `daysLeft` is negative once it has passed. */
  readonly goLive:
    (NonNullable<Recap['goLive']> & { readonly moves: number; readonly daysLeft: number }) | null
  /** Oldest first, the last one is today. */
  readonly days: readonly DayCount[]
  readonly weeks: readonly WeekCount[]
  readonly ages: readonly AgeBand[]
  readonly oldest: { readonly issue: IssueId; readonly days: number } | null
  readonly loads: readonly OwnerLoad[]
  /** How many items and issues the owner in the middle has. */
  readonly middleLoad: number
}

/** A colour of a posted recap, oldest first; null where that recap does not have the workstream. */
export type PastColour = { readonly week: WeekId; readonly colour: Rag | null }

/** The overview from what was loaded. `past`: the latest posted recaps of earlier weeks, newest first. */
export function overviewOf(given: {
  readonly project: Project
  readonly recap: Recap
  readonly past: readonly Recap[]
  readonly days: readonly DayCount[]
  readonly items: readonly ActionItem[]
  readonly issues: readonly Issue[]
  readonly now: Instant
}): Overview {
  const { project, recap, past, days, items, now } = given
  const ctx: RagContext = { today: dateIn(now, project.zone), zone: project.zone }
  const open = given.issues.filter(isOpenIssue)
  const { loads, middle } = ownerLoads(items, open, ctx)
  const oldest = open.reduce<Issue | null>(
    (old, issue) => (old === null || issue.createdAt < old.createdAt ? issue : old),
    null,
  )
  return {
    recap,
    workstreams: project.workstreams.flatMap(({ id }) => {
      const line = recap.workstreams.find((one) => one.id === id)
      if (!line) return []
      const isTheirs = (record: { readonly workstream: WorkstreamId | null }) => record.workstream === id
      return [
        {
          ...line,
          items: items.filter((item) => isOpen(item) && isTheirs(item)).length,
          issues: open.filter(isTheirs).length,
          past: pastColours(past, (before) => {
            const was = before.workstreams.find((one) => one.id === id)
            return was ? colourOf(was.verdict) : null
          }),
        },
      ]
    }),
    overallPast: pastColours(past, (before) => colourOf(before.overall)),
    goLive: recap.goLive && {
      ...recap.goLive,
      moves: project.goLive?.moves.length ?? 0,
      daysLeft: daysBetween(ctx.today, recap.goLive.date),
    },
    days,
    weeks: weekCounts(days),
    ages: ageBands(open, ctx),
    oldest: oldest && { issue: oldest.id, days: ageInDays(oldest, ctx) },
    loads,
    middleLoad: middle,
  }
}

function pastColours(past: readonly Recap[], colour: (recap: Recap) => Rag | null): PastColour[] {
  return past.toReversed().map((recap) => ({ week: recap.week, colour: colour(recap) }))
}
