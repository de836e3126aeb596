import { byUrgency, type Issue } from '../domain/issue'
import type { ProjectId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { CommandOf, IssueFilter, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { pageOf } from './page'
import type { Records } from './ports'
import { headOf } from './projectHead'
import { searchIssues } from './searchIssues'

/** Rows of one card of a list: about one screen of a phone. */
const PAGE_SIZE = 10
/** Issues read at once when all of them are searched. */
const READ_AT_ONCE = 500

/** Open issues, the most urgent first; with words, all that hold them, open ones first. A page at a time. */
export async function listIssues(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'listIssues'>>,
): Promise<Outcome> {
  const { filter, page } = order.command
  const now = clock.now()
  const [project, found] = await Promise.all([
    records.project(order.project),
    findIssues(records, order.project, filter, now),
  ])
  if (!project) return { kind: 'notSetUp' }
  return {
    kind: 'issues',
    list: { project: headOf(project.record), filter, now, ...pageOf(found, page, PAGE_SIZE) },
  }
}

async function findIssues(
  records: Records,
  project: ProjectId,
  filter: IssueFilter,
  now: Instant,
): Promise<readonly Issue[]> {
  switch (filter.kind) {
    case 'open':
      return openIssues(records, project, now, () => true)
    case 'severity':
      return openIssues(records, project, now, (issue) => issue.severity === filter.severity)
    case 'notRated':
      return openIssues(records, project, now, (issue) => issue.severity === null)
    case 'unowned':
      return openIssues(records, project, now, (issue) => issue.owner === null)
    case 'of':
      return openIssues(records, project, now, (issue) => concerns(issue, filter.person.id))
    case 'words':
      return searchIssues(await everyIssue(records, project), filter.words)
  }
}

async function openIssues(
  records: Records,
  project: ProjectId,
  now: Instant,
  wanted: (issue: Issue) => boolean,
): Promise<readonly Issue[]> {
  return (await records.openIssues(project)).filter(wanted).sort(byUrgency(now))
}

/** Theirs to fix, or theirs to see through because they found it. */
function concerns(issue: Issue, person: Issue['reporter']['id']): boolean {
  return issue.owner?.id === person || issue.reporter.id === person
}

async function everyIssue(records: Records, project: ProjectId): Promise<readonly Issue[]> {
  const all: Issue[] = []
  for (;;) {
    const page = await records.issues(project, { before: all.at(-1)?.id ?? null, limit: READ_AT_ONCE })
    all.push(...page)
    if (page.length < READ_AT_ONCE) return all
  }
}
