import type { ProjectId } from '../domain/ids'
import type { Issue } from '../domain/issue'
import {
  countedAnew,
  facetsOf,
  listed,
  NO_ISSUES,
  type IssueCounts,
  type IssueListing,
  type ListedIssue,
} from '../domain/issueList'
import type { IssuePage, Put } from '../flows/ports'
import { issueCountsRow } from './issueCountsRow'
import { facetsFromText, issueRow } from './issueRow'
import { ranges } from './keys'
import { listedIssueRow, rangeOf } from './listedIssueRow'
import { facetsIn, revisionOf, writeOf } from './revision'
import type { Table, Tagged, Write } from './table'

/** The counts with the tag of their row; null while there is none, because there are no issues. */
export type Counted = { readonly counts: IssueCounts; readonly tag: string | null }

/** So often the issues of before are gone through anew because one of them was changed meanwhile. */
const ADOPTIONS = 10
/** Issues whose rows fit into one transaction with room to spare: at most six each. */
const ADOPTED_AT_ONCE = 15
/** Transactions on their way at the same time. */
const SIDE_BY_SIDE = 4

export type IssueLists = ReturnType<typeof openIssueLists>

/**
 * The lists of issues, and how many there are. Their rows are written in the transaction of the issue itself, over the
 * counts as they were read, so that neither is ever behind.
 *
 * Issues of before there were lists come into them when lists or counts are first asked for: each in a transaction over
 * its own row, and last of all the counts as a new row. A crash on the way leaves issues that have their rows already
 * and no counts, and the next one who asks goes through them again. Nobody can commit an issue meanwhile, because a
 * commit needs the counts as well.
 */
export function openIssueLists(table: Table) {
  /** Projects whose issues are known to have come into the lists: a page of theirs is one request. */
  const settled = new Set<ProjectId>()

  async function counted(project: ProjectId): Promise<Counted> {
    const found = await countedNow(project)
    if (found.tag !== null) settled.add(project)
    return found
  }

  async function countedNow(project: ProjectId): Promise<Counted> {
    for (let attempt = 0; attempt < ADOPTIONS; attempt++) {
      const there = await table.get(issueCountsRow.place(project))
      if (there) return { counts: issueCountsRow.fromEntity(there.row), tag: there.tag }
      const issues = await table.list(project, ranges.issuesBefore(null))
      if (issues.length === 0) return { counts: NO_ISSUES, tag: null }
      await adopt(project, issues)
    }
    throw new Error(`The issues of before don't come into their lists: they were changed ${ADOPTIONS} times`)
  }

  /** Leaves everything to the next attempt when one of them was changed by somebody else. */
  async function adopt(project: ProjectId, issues: readonly Tagged[]): Promise<void> {
    const rows = issues.map((tagged) => ({ tagged, issue: issueRow.fromEntity(tagged.row) }))
    const missing = rows.filter(({ tagged }) => facetsIn(revisionOf(tagged)) === null)
    for (let at = 0; at < missing.length; at += ADOPTED_AT_ONCE * SIDE_BY_SIDE) {
      const starts = Array.from({ length: SIDE_BY_SIDE }, (_, nth) => at + nth * ADOPTED_AT_ONCE)
      const ends = await Promise.all(
        starts.map((start) =>
          table.transact(
            missing
              .slice(start, start + ADOPTED_AT_ONCE)
              .flatMap(({ tagged, issue }) => [
                writeOf(
                  { ...issueRow.toEntity(project, issue), listed: tagged.row['listed'] === true },
                  revisionOf(tagged),
                ),
                ...listRows(project, issue),
              ]),
          ),
        ),
      )
      if (ends.includes('lost')) return
    }
    const counts = rows.reduce((so, { issue }) => countedAnew(so, null, facetsOf(issue)), NO_ISSUES)
    await table.transact([{ how: 'new', entity: issueCountsRow.toEntity(project, counts) }])
  }

  return {
    counted,
    /** The rows of these issues in the lists, and the counts over what they were. */
    async rows(project: ProjectId, puts: readonly Put<Issue>[]): Promise<Write[]> {
      if (puts.length === 0) return []
      const { counts, tag } = await counted(project)
      const next = puts.reduce((so, put) => countedAnew(so, facetsBefore(put), facetsOf(put.record)), counts)
      const entity = issueCountsRow.toEntity(project, next)
      return [
        ...puts.flatMap((put) => [...listRows(project, put.record), ...rowsToTakeAway(project, put)]),
        tag === null ? { how: 'new', entity } : { how: 'over', entity, tag },
      ]
    },
    /** Whether a transaction was lost because somebody else's issue was counted first. */
    async wasCountedSince(project: ProjectId, writes: readonly Write[]): Promise<boolean> {
      const place = issueCountsRow.place(project)
      const mine = writes.find((write) => write.how !== 'delete' && write.entity.rowKey === place.row)
      if (!mine) return false
      const now = await table.get(place)
      return (now?.tag ?? null) !== (mine.how === 'over' ? mine.tag : null)
    },
    async page(
      project: ProjectId,
      listing: IssueListing,
      { after, limit }: AskedPage,
    ): Promise<IssuePage | null> {
      if (!settled.has(project)) await counted(project)
      const { range, fromEntity } = sourceOf(listing)
      if (after !== null && !(after >= range.from && after < range.until)) return null
      const rest = after === null ? range : ranges.after(range, after)
      const rows = await table.list(project, rest, limit + 1)
      const last = rows[limit - 1]?.row['rowKey']
      return {
        rows: rows.slice(0, limit).map(({ row }) => fromEntity(row)),
        next: rows.length > limit && typeof last === 'string' ? last : null,
      }
    },
  }
}

type AskedPage = { readonly after: string | null; readonly limit: number }

function sourceOf(listing: IssueListing) {
  const range = rangeOf(listing)
  if (range) return { range, fromEntity: listedIssueRow.fromEntity }
  return {
    range: listing.by === 'newest' ? ranges.openIssues : ranges.issuesBefore(null),
    fromEntity: (row: Tagged['row']): ListedIssue => listed(issueRow.fromEntity(row)),
  }
}

function listRows(project: ProjectId, issue: Issue): Write[] {
  const row = listed(issue)
  return listedIssueRow
    .keys(issue.id, facetsOf(issue))
    .map((key) => ({ how: 'any', entity: listedIssueRow.toEntity(project, key, row) }))
}

function rowsToTakeAway(project: ProjectId, put: Put<Issue>): Write[] {
  const before = facetsBefore(put)
  if (!before) return []
  const kept = new Set(listedIssueRow.keys(put.record.id, facetsOf(put.record)))
  return listedIssueRow
    .keys(put.record.id, before)
    .filter((key) => !kept.has(key))
    .map((row) => ({ how: 'delete', place: { partition: project, row } }))
}

function facetsBefore({ over }: Put<Issue>) {
  const text = facetsIn(over)
  return text === null ? null : facetsFromText(text)
}
