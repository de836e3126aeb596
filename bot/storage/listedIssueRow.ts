import { z } from 'zod'
import {
  isOpenStatus,
  NOBODY,
  SEVERITY_KEYS,
  STATUS_ORDER,
  type Facets,
  type IssueListing,
  type ListedIssue,
} from '../domain/issueList'
import type { IssueId, ProjectId } from '../domain/ids'
import { fromRow, text, toRow, type Entity, type StoredRow } from './document'
import { issueStatus, severity } from './issueRow'
import { encoded, instantDown, ranges, rowKeys, type KeyRange } from './keys'
import { at, count, person, workstreamId } from './parts'

const schema = z.object({
  id: text<IssueId>(),
  title: z.string(),
  severity: severity.nullable(),
  status: issueStatus,
  timesReopened: count,
  owner: person.nullable(),
  where: z.string(),
  workstream: workstreamId.nullable(),
  createdAt: at,
  changedAt: at,
  changedBy: person,
  version: count,
}) satisfies z.ZodType<ListedIssue>

/** What lists show of an issue, once for each list that it stands in. */
export const listedIssueRow = {
  /** The keys of an issue's rows: five while it is open, one from then on. */
  keys(id: IssueId, { status: state, severity: bad, owner, workstream, changedAt }: Facets): string[] {
    const worst = rank(SEVERITY_KEYS, bad)
    const byState = rowKeys.listed('state', [rank(STATUS_ORDER, state), worst], id)
    if (!isOpenStatus(state)) return [byState]
    return [
      byState,
      rowKeys.listed('severity', [worst], id),
      rowKeys.listed('owner', [encoded(owner ?? ''), worst], id),
      rowKeys.listed('workstream', [encoded(workstream ?? ''), worst], id),
      rowKeys.listed('change', [instantDown(changedAt)], id),
    ]
  },
  toEntity: (project: ProjectId, row: string, issue: ListedIssue): Entity =>
    toRow({ partition: project, row }, 'listedIssue', issue),
  fromEntity: (row: StoredRow): ListedIssue => fromRow(row, 'listedIssue', schema),
}

/** Where the rows of a listing stand. Null for what the issues' own rows hold in that order. */
export function rangeOf(listing: IssueListing): KeyRange | null {
  switch (listing.by) {
    case 'severity':
      return ranges.listed('severity', severely(listing.severity))
    case 'state':
      if (listing.state !== null) {
        return ranges.listed('state', [rank(STATUS_ORDER, listing.state), ...severely(listing.severity)])
      }
      return {
        from: ranges.listed('state', []).from,
        until: ranges.listed('state', [rank(STATUS_ORDER, 'closed')]).from,
      }
    case 'owner':
      return ranges.listed('owner', valued(listing.owner, listing))
    case 'workstream':
      return ranges.listed('workstream', valued(listing.workstream, listing))
    case 'change':
      return ranges.listed('change', [])
    case 'newest':
    case 'all':
      return null
  }
}

function valued(value: string | null, listing: object): string[] {
  if (value === null) return []
  const wanted = 'severity' in listing ? (listing.severity as Facets['severity'] | null) : null
  return [encoded(value === NOBODY ? '' : value), ...severely(wanted)]
}

function severely(wanted: Facets['severity'] | null): string[] {
  return wanted === null ? [] : [rank(SEVERITY_KEYS, wanted)]
}

function rank<T>(order: readonly T[], value: T): string {
  return String(order.indexOf(value))
}
