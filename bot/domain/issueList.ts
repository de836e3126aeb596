import type { IssueId, PersonId, WorkstreamId } from './ids'
import type { Issue, IssueStatus, Severity } from './issue'
import type { Person } from './person'
import { shortened } from './text'
import type { Instant } from './time'

/** What a list shows of an issue, and no more. */
export type ListedIssue = {
  readonly id: IssueId
  readonly title: string
  readonly severity: Severity | null
  readonly status: IssueStatus
  readonly timesReopened: number
  readonly owner: Person | null
  /** Its beginning: no column is wide enough for more. */
  readonly where: string
  readonly workstream: WorkstreamId | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly changedBy: Person
  readonly version: number
}

const WHERE_LENGTH = 120

export function listed(issue: Issue): ListedIssue {
  const { id, title, severity, state, timesReopened, owner, where, workstream, version } = issue
  const { createdAt, changedAt, changedBy } = issue
  return {
    id,
    title,
    severity,
    status: state.status,
    timesReopened,
    owner: owner && { id: owner.id, name: owner.name },
    where: shortened(where, WHERE_LENGTH),
    workstream,
    createdAt,
    changedAt,
    changedBy: { id: changedBy.id, name: changedBy.name },
    version,
  }
}

/** How bad, with a word for "nobody has said yet"; worst first. */
export type SeverityKey = Severity | 'none'
export const SEVERITY_KEYS: readonly SeverityKey[] = ['showStopper', 'workaround', 'cosmetic', 'none']

/** The states in the order of lists: open ones first. */
export const STATUS_ORDER: readonly IssueStatus[] = [
  'new',
  'triaged',
  'reopened',
  'inProgress',
  'readyForRetest',
  'closed',
  'deferred',
  'duplicate',
]

/** Stands for "no one" and "no workstream" where a value is expected. */
export const NOBODY = 'none'

/** A severity beside another wish; null: all of them, the worst first. */
type Severely = { readonly severity: SeverityKey | null }

/**
 * The lists that a page of any length can be read of without reading anything else. Within each value the worst come
 * first, and of those the oldest. Closed ones are only in `all` and under their state.
 */
export type IssueListing =
  | ({ readonly by: 'severity' } & Severely)
  /** `null`: all open ones, state by state. */
  | ({ readonly by: 'state'; readonly state: IssueStatus } & Severely)
  | { readonly by: 'state'; readonly state: null }
  | ({ readonly by: 'owner'; readonly owner: PersonId | typeof NOBODY } & Severely)
  | { readonly by: 'owner'; readonly owner: null }
  | ({ readonly by: 'workstream'; readonly workstream: WorkstreamId | typeof NOBODY } & Severely)
  | { readonly by: 'workstream'; readonly workstream: null }
  /** Open ones, the last changed first. */
  | { readonly by: 'change' }
  /** Open ones, by number, the newest first. */
  | { readonly by: 'newest' }
  /** Every issue there ever was, the newest first. */
  | { readonly by: 'all' }

/** What says where in the lists an issue stands. */
export type Facets = {
  readonly status: IssueStatus
  readonly severity: SeverityKey
  readonly owner: PersonId | null
  readonly workstream: WorkstreamId | null
  readonly changedAt: Instant
}

export function facetsOf(issue: Issue): Facets {
  const { state, severity, owner, workstream, changedAt } = issue
  return {
    status: state.status,
    severity: severity ?? 'none',
    owner: owner?.id ?? null,
    workstream,
    changedAt,
  }
}

export function isOpenStatus(status: IssueStatus): boolean {
  return status !== 'closed' && status !== 'deferred' && status !== 'duplicate'
}

/** How many issues there are. By severity, owner and workstream only open ones are counted. */
export type IssueCounts = {
  readonly all: number
  readonly open: number
  readonly severity: Readonly<Record<SeverityKey, number>>
  readonly state: Readonly<Record<IssueStatus, number>>
  /** By person's id, and `NOBODY`; who has none is absent. */
  readonly owner: Readonly<Record<string, number>>
  readonly workstream: Readonly<Record<string, number>>
}

export const NO_ISSUES: IssueCounts = {
  all: 0,
  open: 0,
  severity: { showStopper: 0, workaround: 0, cosmetic: 0, none: 0 },
  state: {
    new: 0,
    triaged: 0,
    reopened: 0,
    inProgress: 0,
    readyForRetest: 0,
    closed: 0,
    deferred: 0,
    duplicate: 0,
  },
  owner: {},
  workstream: {},
}

/** The counts after an issue came to stand where it stands now; `before` is null for a new one. */
export function countedAnew(counts: IssueCounts, before: Facets | null, after: Facets): IssueCounts {
  return added(before ? added(counts, before, -1) : counts, after, 1)
}

function added(counts: IssueCounts, facets: Facets, by: 1 | -1): IssueCounts {
  const all = counts.all + by
  const state = { ...counts.state, [facets.status]: counts.state[facets.status] + by }
  if (!isOpenStatus(facets.status)) return { ...counts, all, state }
  return {
    all,
    state,
    open: counts.open + by,
    severity: { ...counts.severity, [facets.severity]: counts.severity[facets.severity] + by },
    owner: withOneMore(counts.owner, facets.owner ?? NOBODY, by),
    workstream: withOneMore(counts.workstream, facets.workstream ?? NOBODY, by),
  }
}

function withOneMore(counts: Readonly<Record<string, number>>, key: string, by: 1 | -1) {
  const { [key]: was = 0, ...others } = counts
  return was + by === 0 ? others : { ...others, [key]: was + by }
}
