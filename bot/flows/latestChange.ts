import type { Change } from '../domain/history'
import type { EntryId, ProjectId, RecordId } from '../domain/ids'
import type { Person } from '../domain/person'
import { isSamePerson } from '../domain/person'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { Records } from './ports'

/** How far back "undo" without a number looks, in ms: an hour of one's own doings. */
const LOOKS_BACK = 3_600_000

/** A person's latest change of a record (of `record`, where one is named) within the hour; `null` when there is none. */
export async function latestChangeOf(
  records: Pick<Records, 'changesBetween'>,
  project: ProjectId,
  who: { readonly person: Person; readonly record: RecordId | EntryId | null; readonly now: Instant },
): Promise<(Change & { readonly record: RecordId | EntryId }) | null> {
  const now = epochMs(who.now)
  const changes = await records.changesBetween(project, fromEpochMs(now - LOOKS_BACK), fromEpochMs(now + 1))
  return (
    changes
      .filter(isOfRecord)
      .findLast(
        (change) =>
          isSamePerson(change.by, who.person) && (who.record === null || change.record === who.record),
      ) ?? null
  )
}

function isOfRecord(change: Change): change is Change & { readonly record: RecordId | EntryId } {
  return change.record !== 'project'
}
