import { isOpenIssue, type Issue } from '../../bot/domain/issue'
import {
  facetsOf,
  NOBODY,
  SEVERITY_KEYS,
  STATUS_ORDER,
  type Facets,
  type IssueListing,
  type SeverityKey,
} from '../../bot/domain/issueList'

/** Which of these issues a listing holds, in its order: what reading its pages comes to. */
export function inListing(issues: readonly Issue[], listing: IssueListing): readonly Issue[] {
  return issues.filter((issue) => isIn(issue, listing)).toSorted(orderOf(listing))
}

function isIn(issue: Issue, listing: IssueListing): boolean {
  const facets = facetsOf(issue)
  if (listing.by === 'all') return true
  if (listing.by === 'state' && listing.state !== null) {
    return facets.status === listing.state && isAsBad(facets, listing.severity)
  }
  if (!isOpenIssue(issue)) return false
  switch (listing.by) {
    case 'severity':
      return isAsBad(facets, listing.severity)
    case 'owner':
      if (listing.owner === null) return true
      return (facets.owner ?? NOBODY) === listing.owner && isAsBad(facets, listing.severity)
    case 'workstream':
      if (listing.workstream === null) return true
      return (facets.workstream ?? NOBODY) === listing.workstream && isAsBad(facets, listing.severity)
    case 'state':
    case 'change':
    case 'newest':
      return true
  }
}

function isAsBad(facets: Facets, severity: SeverityKey | null): boolean {
  return severity === null || facets.severity === severity
}

function orderOf(listing: IssueListing): (a: Issue, b: Issue) => number {
  const number = ({ id }: Issue) => Number(id.slice(2))
  const worst = (issue: Issue) => SEVERITY_KEYS.indexOf(issue.severity ?? 'none')
  const urgent = (a: Issue, b: Issue) => worst(a) - worst(b) || number(a) - number(b)
  const state = ({ state: { status } }: Issue) => STATUS_ORDER.indexOf(status)
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  switch (listing.by) {
    case 'all':
    case 'newest':
      return (a, b) => number(b) - number(a)
    case 'change':
      return (a, b) => text(b.changedAt, a.changedAt) || number(a) - number(b)
    case 'severity':
      return urgent
    case 'state':
      return (a, b) => state(a) - state(b) || urgent(a, b)
    case 'owner':
      return (a, b) => text(a.owner?.id ?? '', b.owner?.id ?? '') || urgent(a, b)
    case 'workstream':
      return (a, b) => text(a.workstream ?? '', b.workstream ?? '') || urgent(a, b)
  }
}
