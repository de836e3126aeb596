import { overviewOf, type Overview } from '../domain/overview'
import type { Project } from '../domain/project'
import type { Instant } from '../domain/time'
import { weekIn } from '../domain/week'
import type { FlowDeps } from './deps'
import { projectDays } from './projectDays'
import { recapAsOf } from './recapAsOf'

/** So many earlier weeks' colours stand beside the colour of now. */
const PAST_WEEKS = 6

/** Where a project stands now and how it came there; nothing is written but days that were counted for good. */
export async function viewOverview(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  now: Instant,
): Promise<Overview> {
  const week = weekIn(now, project.zone)
  const [items, issues, draft, past] = await Promise.all([
    records.openItems(project.id),
    records.openIssues(project.id),
    records.draft(project.id, week),
    records.recaps(project.id, week, PAST_WEEKS),
  ])
  // What is open is read once for all that is made of it.
  const read: typeof records = {
    ...records,
    openItems: () => Promise.resolve(items),
    openIssues: () => Promise.resolve(issues),
  }
  const [recap, days] = await Promise.all([
    recapAsOf({ records: read }, project, week, now, draft?.record ?? null),
    projectDays({ records }, project, now, issues),
  ])
  return overviewOf({ project, recap, past: past.map((posted) => posted.recap), days, items, issues, now })
}
