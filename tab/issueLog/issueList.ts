import { numberOf } from '../../bot/domain/ids'
import type { IssueRow } from '../../bot/contract/issue'
import { holdsWords } from '../../bot/domain/issueWords'
import { grouped } from '../data/grouped'
import type { Ready } from '../data/live'
import { isOpen } from '../data/openIssue'
import type { PlainDate, ZoneId } from '../../bot/domain/time'
import {
  ageDays,
  byName,
  SEVERITIES,
  STATUSES,
  severityOf,
  type SeverityKey,
  type StatusKey,
} from '../look/words'

/* Which rows the log shows, in which order and under which heads. Pure: the address in, rows out. */

export const VIEWS = ['open', 'mine', 'retest', 'all'] as const
export type View = (typeof VIEWS)[number]
export const GROUPS = ['severity', 'workstream', 'owner', 'state', 'none'] as const
export type Group = (typeof GROUPS)[number]
export const SORTS = ['no', 'title', 'severity', 'state', 'owner', 'where', 'age', 'changed'] as const
export type Sort = (typeof SORTS)[number]
export const FILTERS = ['severity', 'state', 'owner', 'workstream', 'where', 'age'] as const
export type Filter = (typeof FILTERS)[number]

export type ListQuery = {
  readonly view: View
  readonly words: string
  readonly filters: Readonly<Record<Filter, readonly string[]>>
  readonly group: Group
  readonly sort: { readonly by: Sort; readonly down: boolean }
}

/** Value of a filter for "nobody" and "no workstream". */
export const NOBODY = 'none'
/** Severity and owner need the worst and the oldest first; that is what one comes for. */
const USUAL_SORT = { by: 'age', down: true } as const

export function readQuery(query: URLSearchParams): ListQuery {
  const sort = query.get('sort') ?? ''
  const by = SORTS.find((name) => name === sort.replace(/^-/, ''))
  const values = (name: Filter) => (query.get(name) ?? '').split(',').filter((value) => value !== '')
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'open',
    words: query.get('q') ?? '',
    filters: {
      severity: values('severity'),
      state: values('state'),
      owner: values('owner'),
      workstream: values('workstream'),
      where: values('where').map(decodePlace),
      // A link may be older than these bands.
      age: AGES.filter((from) => values('age').includes(from)),
    },
    group: GROUPS.find((group) => group === query.get('group')) ?? 'severity',
    sort: by ? { by, down: sort.startsWith('-') } : USUAL_SORT,
  }
}

function isInView(row: IssueRow, view: View, me: string): boolean {
  switch (view) {
    case 'open':
      return isOpen(row)
    case 'mine':
      return isOpen(row) && row.owner?.id === me
    case 'retest':
      return row.status === 'readyForRetest'
    case 'all':
      return true
  }
}

/** Ages of the filter, by the days that they begin with: the overview's bands, which lead here. */
export const AGES = ['0', '3', '8', '15', '31'] as const

function ageKey(days: number): string {
  return AGES.findLast((from) => days >= Number(from)) ?? AGES[0]
}

/** The part of the system: what stands before the first "›" of where it is. */
export function placeOf(where: string): string {
  return where.split(/[>›/,]/, 1)[0]?.trim() || NOBODY
}

/** Values stand in the address between commas, so that a place's own comma can't. */
export const encodePlace = (place: string) => place.replaceAll('%', '%25').replaceAll(',', '%2C')
const decodePlace = (value: string) => value.replaceAll('%2C', ',').replaceAll('%25', '%')

/** Whose list it is, on which day of which wall. */
export type Onlooker = { readonly me: string; readonly zone: ZoneId; readonly today: PlainDate }

function filterValue(row: IssueRow, filter: Filter, { zone, today }: Omit<Onlooker, 'me'>): string {
  switch (filter) {
    case 'severity':
      return severityOf(row)
    case 'state':
      return row.status
    case 'owner':
      return row.owner?.id ?? NOBODY
    case 'workstream':
      return row.workstream ?? NOBODY
    case 'where':
      return placeOf(row.where)
    case 'age':
      return ageKey(ageDays(row.createdAt, zone, today))
  }
}

export type RowGroup = { readonly key: string; readonly rows: readonly IssueRow[] }

/** The rows to show, in groups that have any, in the order of their heads. */
export function groupsOf(
  rows: readonly IssueRow[],
  query: ListQuery,
  onlooker: Onlooker,
): readonly RowGroup[] {
  const shown = rows.filter(
    (row) =>
      isInView(row, query.view, onlooker.me) &&
      FILTERS.every((filter) => {
        const wanted = query.filters[filter]
        return wanted.length === 0 || wanted.includes(filterValue(row, filter, onlooker))
      }) &&
      holdsWords(row, query.words),
  )
  const sorted = shown.toSorted((a, b) => compared(a, b, query.sort))
  if (query.group === 'none') return sorted.length > 0 ? [{ key: 'none', rows: sorted }] : []
  const filter = query.group
  return grouped(sorted, (row) => filterValue(row, filter, onlooker))
    .map(([key, members]) => ({ key, rows: members }))
    .toSorted((a, b) => groupRank(filter, a) - groupRank(filter, b))
}

/** Severities and states in their own order; other groups by their worst, then their size; "nobody" last. */
function groupRank(group: Filter, { key, rows }: RowGroup): number {
  if (group === 'severity') return SEVERITIES.indexOf(key as SeverityKey)
  if (group === 'state') return STATUSES.indexOf(key as StatusKey)
  const worst = Math.min(...rows.map((row) => SEVERITIES.indexOf(severityOf(row))))
  return (key === NOBODY ? 1_000_000 : 0) + worst * 10_000 - rows.length
}

function compared(a: IssueRow, b: IssueRow, { by, down }: ListQuery['sort']): number {
  const order = orderBy(a, b, by)
  return (down ? -order : order) || numberOf(a.id) - numberOf(b.id)
}

function orderBy(a: IssueRow, b: IssueRow, by: Sort): number {
  switch (by) {
    case 'no':
      return numberOf(a.id) - numberOf(b.id)
    case 'title':
      return byName(a.title, b.title)
    case 'severity':
      return SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b))
    case 'state':
      return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)
    case 'owner':
      return byName(a.owner?.name ?? '\uffff', b.owner?.name ?? '\uffff')
    case 'where':
      return byName(a.where || '\uffff', b.where || '\uffff')
    case 'age':
      return asText(b.createdAt, a.createdAt)
    case 'changed':
      return asText(b.changedAt, a.changedAt)
  }
}

function asText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many rows each view holds, as counted by the service or by what is here where that is all open ones. */
export function viewCounts(
  { whole, issues, counts }: Pick<Ready, 'whole' | 'issues' | 'counts'>,
  me: string,
): Record<View, number> {
  if (!whole) {
    const { all, open, owner, state } = counts
    return { open, mine: owner[me] ?? 0, retest: state.readyForRetest, all }
  }
  const count = (view: View) => issues.filter((row) => isInView(row, view, me)).length
  return { open: count('open'), mine: count('mine'), retest: count('retest'), all: counts.all }
}
