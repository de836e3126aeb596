import type { ChartLine } from '../domain/chartLine'
import {
  dayCounts,
  daysFrom,
  firstDayShown,
  isSettled,
  openCounts,
  startOf,
  takenBack,
  type DayCount,
  type OpenCounts,
} from '../domain/dayCounts'
import type { IssueId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import { standingOf, type IssueStanding } from '../domain/issueSteps'
import type { Project } from '../domain/project'
import type { Slip } from '../domain/slips'
import { addDays, dateIn, epochMs, fromEpochMs, type Instant, type PlainDate } from '../domain/time'
import { toldByWholeHistory } from './daysOfBefore'
import type { FlowDeps } from './deps'

type Deps = Pick<FlowDeps, 'records'>

/** A clock ahead of ours may have written what our own "now" would leave out. */
const AHEAD_MS = 86_400_000

/**
 * The days of the last weeks, today included. A day that is over is counted once and kept: what is read is what was kept
 * (a row a day), and what the changes since the first day that was not mean to charts: usually those of today alone.
 * The first look at a project reads as much of all those weeks, a thousand lines a request and a week at a time.
 * `open`: the open issues, read just now; what happens from then on is in the history at least.
 */
export async function projectDays(
  deps: Deps,
  project: Project,
  now: Instant,
  open: readonly Issue[],
): Promise<readonly DayCount[]> {
  const { records } = deps
  const today = dateIn(now, project.zone)
  const days = daysFrom(firstDayShown(project.createdAt, project.zone, today), today)
  const first = days[0] ?? today
  const kept = await records.countedDays(project.id, project.zone, first)
  const known = keptInARow(kept, first)
  const fresh = await countSince(deps, project, { days: days.slice(known.length), now, open })
  await keep(deps, project, fresh, now)
  return [...known, ...fresh]
}

/** What was kept from the first day on, up to the first gap. */
function keptInARow(kept: readonly DayCount[], first: PlainDate): readonly DayCount[] {
  const gap = kept.findIndex(({ date }, index) => date !== addDays(first, index))
  return gap < 0 ? kept : kept.slice(0, gap)
}

type Span = { readonly days: readonly PlainDate[]; readonly now: Instant; readonly open: readonly Issue[] }

/** Counts days in a row up to today, the latest week first, so that no more than a week's changes are held at a time. */
async function countSince(
  deps: Deps,
  project: Project,
  { days, now, open }: Span,
): Promise<readonly DayCount[]> {
  const { zone, id } = project
  const until = fromEpochMs(epochMs(now) + AHEAD_MS)
  const counted: (readonly DayCount[])[] = []
  const takenBackLater = new Set<string>()
  let end = until
  let atEnd: OpenCounts | null = null
  for (const week of weeksBackwards(days)) {
    const from = startOf(week[0] ?? dateIn(now, zone), zone)
    const lines = await deps.records.chartLines(id, from, end)
    if (!lines) {
      const first = startOf(days[0] ?? dateIn(now, zone), zone)
      return dayCounts(await toldByWholeHistory(deps, project, { from: first, until, open }), days, zone)
    }
    const steps = lines.flatMap((line) => (line.of === 'issue' ? [line.step] : []))
    atEnd ??= openCounts(standingAfter(lines, open).values())
    counted.unshift(dayCounts({ open: atEnd, steps, slips: slipsOf(lines, takenBackLater) }, week, zone))
    atEnd = takenBack(atEnd, steps)
    end = from
  }
  return counted.flat()
}

function weeksBackwards(days: readonly PlainDate[]): readonly (readonly PlainDate[])[] {
  const weeks: PlainDate[][] = []
  for (const day of days.toReversed()) {
    const week = weeks.at(-1)
    if (week && week.length < 7) week.unshift(day)
    else weeks.push([day])
  }
  return weeks
}

/** Where each issue stands once everything is done that was written while the open ones were read. */
function standingAfter(
  lines: readonly ChartLine[],
  open: readonly Issue[],
): ReadonlyMap<IssueId, IssueStanding> {
  const standing = new Map<IssueId, IssueStanding>(open.map((issue) => [issue.id, standingOf(issue)]))
  const versions = new Map(open.map((issue) => [issue.id, issue.version]))
  for (const line of lines) {
    if (line.of !== 'issue' || (versions.get(line.step.issue) ?? 0) > line.version) continue
    versions.set(line.step.issue, line.version)
    standing.set(line.step.issue, line.step.is)
  }
  return standing
}

/** The moves that were not taken back, in these lines or in later ones; what was taken back here is noted for earlier ones. */
function slipsOf(lines: readonly ChartLine[], takenBackLater: Set<string>): Slip[] {
  const items = lines.filter((line) => line.of === 'item')
  for (const { item, back } of items) for (const at of back) takenBackLater.add(`${item} ${at}`)
  return items.flatMap(({ item, slips }) => slips.filter(({ at }) => !takenBackLater.has(`${item} ${at}`)))
}

/**
 * Inserting the days is the claim to them: who comes second keeps nothing and has counted the same. A crash before it
 * has the next look count them again. Once kept, what `undo` takes back later stays in its day.
 */
async function keep(
  { records }: Deps,
  { id, zone }: Project,
  fresh: readonly DayCount[],
  now: Instant,
): Promise<void> {
  const counts = fresh.filter(({ date }) => isSettled(date, zone, now))
  if (counts.length > 0) await records.commit(id, { days: { zone, counts } })
}
