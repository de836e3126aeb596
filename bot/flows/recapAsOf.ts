import { standingAsks } from '../domain/channelWeek'
import { isItemId, type ItemId } from '../domain/ids'
import type { Project } from '../domain/project'
import type { Draft, Recap } from '../domain/recap'
import { draftRecap, recapReadsFrom } from '../domain/recapDraft'
import { standingEntries } from '../domain/sourceEntry'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import { mondayOf, weeksLater, type WeekId } from '../domain/week'
import type { FlowDeps } from './deps'

/**
 * The recap of a week as the records stand at `now`, with `draft` laid over. Reads the open records, what changed
 * since the last recap, and the asks from its week on: never what was closed before.
 */
export async function recapAsOf(
  { records }: Pick<FlowDeps, 'records'>,
  project: Project,
  week: WeekId,
  now: Instant,
  draft: Draft | null,
): Promise<Recap> {
  const [last] = await records.recaps(project.id, week, 1)
  const lastRecap = last?.recap ?? null
  const from = recapReadsFrom(project, week, lastRecap)
  const [items, issues, changes, asks, raised, entries, ...earlierAsks] = await Promise.all([
    records.openItems(project.id),
    records.openIssues(project.id),
    records.changesBetween(project.id, from, justAfter(now)),
    records.asks(project.id, week),
    records.raised(project.id),
    records.entries(project.id),
    ...weeksBefore(week, lastRecap).map((earlier) => records.asks(project.id, earlier)),
  ])
  const open = new Set(items.map((item) => item.id))
  const touched = new Set(changes.flatMap(({ record }) => (isItemId(record) ? [record] : [])))
  const closed = await itemsOf(
    records,
    project,
    [...touched].filter((id) => !open.has(id)),
  )
  return draftRecap({
    project,
    week,
    items: [...items, ...closed],
    issues,
    changes,
    asks: [
      ...earlierAsks.flat().map(({ record }) => record),
      ...standingAsks(
        asks.map(({ record }) => record),
        items,
      ),
    ],
    entries: standingEntries(entries, project.language),
    last: lastRecap,
    draft,
    raised: raised?.record ?? null,
    now,
  })
}

/** The week before, and all back to the last recap's: a comment on one of their cards may be news. */
function weeksBefore(week: WeekId, last: Recap | null): WeekId[] {
  const before = weeksLater(week, -1)
  return last && mondayOf(last.week) < mondayOf(before) ? [...weeksBefore(before, last), before] : [before]
}

async function itemsOf(records: FlowDeps['records'], project: Project, ids: readonly ItemId[]) {
  const stored = await Promise.all(ids.map((id) => records.item(project.id, id)))
  return stored.flatMap((item) => (item ? [item.record] : []))
}

/** The end of a range that includes `at`: instants are whole milliseconds. */
function justAfter(at: Instant): Instant {
  return fromEpochMs(epochMs(at) + 1)
}
