import {
  dayCounts,
  daysFrom,
  firstDayShown,
  isSettled,
  openCounts,
  startOf,
  type DayCount,
} from '../domain/dayCounts'
import { numberOf, type IssueId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import { issuePast, standingOf, untoldIssues, type IssueStanding } from '../domain/issueSteps'
import type { Project } from '../domain/project'
import { slipsIn } from '../domain/slips'
import { addDays, dateIn, epochMs, fromEpochMs, type Instant, type PlainDate } from '../domain/time'
import type { FlowDeps } from './deps'
import { inBatches } from './inBatches'

type Deps = Pick<FlowDeps, 'records'>

/** So many closed issues are looked up one by one; for more of them whole pages cost less. */
const MOST_SINGLE_READS = 100
const PAGE = 1_000
/** A clock ahead of ours may have written what our own "now" would leave out. */
const AHEAD_MS = 86_400_000

/**
 * The days of the last weeks, today included. A day that is over is counted once and kept: what is read is what was kept
 * (a row a day), and the history since the first day that was not: usually of today alone. The first
 * look at a project reads the history of all those weeks, a thousand lines at a time. `open`: the open issues, read
 * just now; what happens from then on is in the history at least.
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
  const from = days[known.length] ?? today
  const fresh = await countSince(deps, project, { from, today, now, open })
  await keep(deps, project, fresh, now)
  return [...known, ...fresh]
}

/** What was kept from the first day on, up to the first gap. */
function keptInARow(kept: readonly DayCount[], first: PlainDate): readonly DayCount[] {
  const gap = kept.findIndex(({ date }, index) => date !== addDays(first, index))
  return gap < 0 ? kept : kept.slice(0, gap)
}

async function countSince(
  deps: Deps,
  project: Project,
  given: {
    readonly from: PlainDate
    readonly today: PlainDate
    readonly now: Instant
    readonly open: readonly Issue[]
  },
): Promise<readonly DayCount[]> {
  const { zone, id } = project
  const { from, today, now, open } = given
  const until = fromEpochMs(epochMs(now) + AHEAD_MS)
  const changes = await deps.records.changesBetween(id, startOf(from, zone), until)
  const standing = new Map<IssueId, IssueStanding>(open.map((issue) => [issue.id, standingOf(issue)]))
  for (const issue of await lookedUp(deps, project, untoldIssues(changes, standing))) {
    standing.set(issue.id, standingOf(issue))
  }
  const past = issuePast(changes, standing)
  const told = { open: openCounts(past.standing.values()), steps: past.steps, slips: slipsIn(changes) }
  return dayCounts(told, daysFrom(from, today), zone)
}

async function lookedUp(
  { records }: Deps,
  { id: project }: Project,
  wanted: readonly IssueId[],
): Promise<readonly Issue[]> {
  if (wanted.length <= MOST_SINGLE_READS) {
    const found = await inBatches(wanted, (id) => records.issue(project, id))
    return found.flatMap((stored) => (stored ? [stored.record] : []))
  }
  const numbers = wanted.map(numberOf).toSorted((a, b) => a - b)
  const [oldest = 0, newest = 0] = [numbers[0], numbers.at(-1)]
  const among = new Set(wanted)
  const issues: Issue[] = []
  let before: IssueId = `I-${newest + 1}`
  for (;;) {
    const page = await records.issues(project, { before, limit: PAGE })
    issues.push(...page.filter(({ id }) => among.has(id)))
    const last = page.at(-1)
    if (!last || page.length < PAGE || numberOf(last.id) <= oldest) return issues
    before = last.id
  }
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
