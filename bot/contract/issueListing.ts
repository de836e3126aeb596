import type { PersonId, WorkstreamId } from '../domain/ids'
import type { IssueListing, NOBODY, SeverityKey } from '../domain/issueList'
import type { IssueStatus } from '../domain/issue'

/*
 * A list of issues as it stands in an address. Only lists that have their own rows in storage can be said, so that no
 * address makes the service read more than the page that it answers with. Without zod: the tab needs it before its
 * first row.
 */

/** Up to so many open issues the tab gets all of them, and filters and sorts by itself; beyond, page by page. */
export const WHOLE_LOG = 1_000
/** Rows of a page. */
export const LOG_PAGE = 100

/** Stands for the reader, who is not known yet when the first request leaves. */
export const ME = 'me'

const SEVERITIES: readonly SeverityKey[] = ['showStopper', 'workaround', 'cosmetic', 'none']
const STATUSES: readonly IssueStatus[] = [
  'new',
  'triaged',
  'reopened',
  'inProgress',
  'readyForRetest',
  'closed',
  'deferred',
  'duplicate',
]
const ID = /^[^\u0000-\u001f]{1,200}$/

/** The listing that an address asks for, read strictly; null for anything that is not one. */
export function listingIn(ask: (name: string) => unknown, me: PersonId): IssueListing | null {
  const by = ask('by') ?? 'severity'
  const severity = SEVERITIES.find((one) => one === ask('severity')) ?? null
  if (severity === null && ask('severity') !== undefined) return null
  switch (by) {
    case 'severity':
      return { by: 'severity', severity }
    case 'change':
      return severity === null ? { by: 'change' } : null
    case 'newest':
      return severity === null ? { by: 'newest' } : null
    case 'all':
      return severity === null ? { by: 'all' } : null
    case 'state': {
      const state = ask('state')
      if (state === undefined) return severity === null ? { by: 'state', state: null } : null
      const known = STATUSES.find((one) => one === state)
      return known ? { by: 'state', state: known, severity } : null
    }
    case 'owner': {
      const owner = ask('owner')
      if (owner === undefined) return severity === null ? { by: 'owner', owner: null } : null
      if (typeof owner !== 'string' || !ID.test(owner)) return null
      return { by: 'owner', owner: owner === ME ? me : (owner as PersonId | typeof NOBODY), severity }
    }
    case 'workstream': {
      const workstream = ask('workstream')
      if (workstream === undefined) return severity === null ? { by: 'workstream', workstream: null } : null
      if (typeof workstream !== 'string' || !ID.test(workstream)) return null
      return { by: 'workstream', workstream: workstream as WorkstreamId | typeof NOBODY, severity }
    }
    default:
      return null
  }
}

/** The same listing as a query. */
export function asQuery(listing: IssueListing): string {
  return Object.entries(listing)
    .flatMap(([name, value]) => (typeof value === 'string' ? `${name}=${encodeURIComponent(value)}` : []))
    .join('&')
}
