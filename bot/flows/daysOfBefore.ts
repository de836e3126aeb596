import { openCounts } from '../domain/dayCounts'
import { numberOf, type IssueId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import { issuePast, standingOf, untoldIssues, type IssueStanding } from '../domain/issueSteps'
import type { Project } from '../domain/project'
import { slipsIn } from '../domain/slips'
import type { Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import { inBatches } from './inBatches'

type Deps = Pick<FlowDeps, 'records'>

/** So many closed issues are looked up one by one; for more of them whole pages cost less. */
const MOST_SINGLE_READS = 100
const PAGE = 1_000

/**
 * What happened since a day as charts count it, out of the whole history: for days from before each change noted what it
 * means to charts. Reads all changes of that time, and of what is closed now the records where history does not tell
 * their severity. Once they were counted the days are kept, so that this is done once in a project's life.
 */
export async function toldByWholeHistory(
  deps: Deps,
  project: Project,
  given: { readonly from: Instant; readonly until: Instant; readonly open: readonly Issue[] },
) {
  const changes = await deps.records.changesBetween(project.id, given.from, given.until)
  const standing = new Map<IssueId, IssueStanding>(given.open.map((issue) => [issue.id, standingOf(issue)]))
  for (const issue of await lookedUp(deps, project, untoldIssues(changes, standing))) {
    standing.set(issue.id, standingOf(issue))
  }
  const past = issuePast(changes, standing)
  return { open: openCounts(past.standing.values()), steps: past.steps, slips: slipsIn(changes) }
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
