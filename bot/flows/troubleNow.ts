import type { Project } from '../domain/project'
import { postMoment } from '../domain/schedule'
import { dateIn, type Instant } from '../domain/time'
import { silentSoFar, troublesIn, type AskedWeek, type Trouble } from '../domain/trouble'
import { weekIn, weeksLater, type WeekId } from '../domain/week'
import type { FlowDeps } from './deps'
import type { TroubleView } from './outcome'
import { headOf } from './projectHead'

/** So many weeks back one looks for silence: a quarter, which is further than any limit. */
const MOST_WEEKS_BACK = 13

type Deps = Pick<FlowDeps, 'records'>

/** All that is over the project's limits as the records stand at `now`. */
export async function troubleNow({ records }: Deps, project: Project, now: Instant): Promise<Trouble[]> {
  const { zone, raising } = project
  const [items, issues] = await Promise.all([records.openItems(project.id), records.openIssues(project.id)])
  const weeks: AskedWeek[] = []
  if (raising.limits.silentWeeks !== null) {
    const running = weekIn(now, zone)
    for (let back = 0; back < MOST_WEEKS_BACK && silentSoFar(items, weeks).length > 0; back++) {
      const week = await askedWeek({ records }, project, weeksLater(running, -back), now)
      if (week) weeks.push(week)
    }
  }
  return troublesIn({ items, issues, weeks }, raising.limits, { today: dateIn(now, zone), zone })
}

/** Null for a week in which nobody was asked, and for one that people still have time to answer in. */
async function askedWeek(
  { records }: Deps,
  project: Project,
  week: WeekId,
  now: Instant,
): Promise<AskedWeek | null> {
  const asks = (await records.asks(project.id, week)).map(({ record }) => record)
  const [first] = asks.map(({ askedAt }) => askedAt).toSorted()
  if (first === undefined || now < postMoment(project, week, first)) return null
  const answers = await records.answers(project.id, week)
  return { asks, heard: new Set(answers.map(({ record }) => record.person.id)) }
}

/** Troubles with what a card says of them; `isNew` tells which are news, none unless told. */
export function troubleView(
  project: Project,
  now: Instant,
  troubles: readonly Trouble[],
  isNew: (trouble: Trouble) => boolean = () => false,
): TroubleView {
  return {
    project: headOf(project),
    raising: project.raising,
    today: dateIn(now, project.zone),
    fresh: troubles.filter(isNew),
    known: troubles.filter((trouble) => !isNew(trouble)),
  }
}
