import type { PersonId, WorkstreamId } from '../../bot/domain/ids'
import type { IssueListing } from '../../bot/domain/issueList'
import type { IssueRow } from '../../bot/contract/issue'
import { ME } from '../../bot/contract/issueListing'
import { SEVERITIES, severityOf, STATUSES } from '../look/words'
import { NOBODY, type Filter, type Group, type ListQuery, type RowGroup, type Sort } from './issueList'

/* How a log that is too long to come whole is asked for: one list that the service keeps, read page by page. */

/** Filters of a long log: a severity, and one of the others; each with one value. */
export const LONG_FILTERS = ['severity', 'state', 'owner', 'workstream'] as const satisfies readonly Filter[]
/** Orders of a long log. `age` is the usual one: worst first, of those the oldest. */
export const LONG_SORTS = ['age', 'no', 'changed'] as const satisfies readonly Sort[]

/** The list that comes nearest to what the address asks for. What it can't say is left out. */
export function listingFor(query: ListQuery): IssueListing {
  const first = (filter: Filter) => query.filters[filter][0]
  const severity = SEVERITIES.find((one) => one === first('severity')) ?? null
  if (query.view === 'mine') return { by: 'owner', owner: ME as PersonId, severity }
  if (query.view === 'retest') return { by: 'state', state: 'readyForRetest', severity }
  const state = STATUSES.find((one) => one === first('state'))
  if (state) return { by: 'state', state, severity }
  if (query.view === 'all') return { by: 'all' }
  const owner = first('owner')
  if (owner !== undefined) return { by: 'owner', owner: owner as PersonId | typeof NOBODY, severity }
  const workstream = first('workstream')
  if (workstream !== undefined) {
    return { by: 'workstream', workstream: workstream as WorkstreamId | typeof NOBODY, severity }
  }
  if (severity !== null) return { by: 'severity', severity }
  return inOrder(query)
}

function inOrder({ sort, group }: ListQuery): IssueListing {
  if (sort.by === 'changed') return { by: 'change' }
  if (sort.by === 'no') return { by: 'newest' }
  switch (group) {
    case 'state':
      return { by: 'state', state: null }
    case 'owner':
      return { by: 'owner', owner: null }
    case 'workstream':
      return { by: 'workstream', workstream: null }
    case 'severity':
    case 'none':
      return { by: 'severity', severity: null }
  }
}

/** What a listing's rows can stand under, in their order. */
export function groupOf(listing: IssueListing, wanted: Group): Group {
  switch (listing.by) {
    case 'change':
    case 'newest':
    case 'all':
      return 'none'
    case 'severity':
      return wanted === 'none' ? 'none' : 'severity'
    case 'state':
      return listing.state === null ? 'state' : wanted === 'none' ? 'none' : 'severity'
    case 'owner':
      return listing.owner === null ? 'owner' : wanted === 'none' ? 'none' : 'severity'
    case 'workstream':
      return listing.workstream === null ? 'workstream' : wanted === 'none' ? 'none' : 'severity'
  }
}

/** Rows in the order of their list, under a head wherever its value changes. */
export function headed(rows: readonly IssueRow[], group: Group): readonly RowGroup[] {
  const groups: { key: string; rows: IssueRow[] }[] = []
  for (const row of rows) {
    const key = keyOf(row, group)
    const last = groups.at(-1)
    if (last?.key === key) last.rows.push(row)
    else groups.push({ key, rows: [row] })
  }
  return groups
}

function keyOf(row: IssueRow, group: Group): string {
  switch (group) {
    case 'severity':
      return severityOf(row)
    case 'state':
      return row.status
    case 'owner':
      return row.owner?.id ?? NOBODY
    case 'workstream':
      return row.workstream ?? NOBODY
    case 'none':
      return 'none'
  }
}
