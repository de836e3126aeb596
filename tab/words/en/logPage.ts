/* The words around the log's list: toolbar, empty states, and how a change ended. */

export const SEARCH_ISSUES = 'Search issues'
export const NEW_ISSUE = 'New issue'
export const EXCHANGE = 'Import, export'

export const VIEWS_NAME = 'Views'
export const VIEW_NAME = {
  open: 'Open',
  mine: 'Mine',
  retest: 'To retest',
  all: 'All',
} as const

export const GROUP_BY = 'Group by'
export const GROUP_NAME = {
  severity: 'Severity',
  workstream: 'Workstream',
  owner: 'Owner',
  state: 'State',
  none: 'Nothing',
} as const

export const SORT = 'Sort'
export const SORT_NAME = {
  no: 'Number',
  title: 'Title',
  severity: 'Severity',
  state: 'State',
  owner: 'Owner',
  where: 'Where',
  age: 'Age',
  changed: 'Last change',
} as const
export const LONG_SORT_NAME = {
  age: 'Worst, then oldest',
  no: 'Newest first',
  changed: 'Last change first',
} as const

export function takeOffFilter(name: string): string {
  return `Take off the filter ${name}`
}

/** What waits on top of the list. */
export function showNew(count: number): string {
  return count === 1 ? `Show ${count} new issue` : `Show ${count} new issues`
}

/** Below the rows when a search found more than can be shown. */
export function onlyNewest(count: number): string {
  return `These are the ${count} newest. One more word narrows them down.`
}

export const SHOW_MORE = 'Show more issues'

/** "oldest 16 d". */
export function oldest(days: number): string {
  return `oldest ${days} d`
}

export function ownerless(count: number): string {
  return `${count} without an owner`
}

export function select(id: string): string {
  return `Select ${id}`
}

/* Nothing to list. */

export const NOTHING_IN = {
  open: 'Nothing is open',
  mine: 'Nothing open is yours',
  retest: 'Nothing waits for a retest',
  all: 'No issues',
} as const

export const NOTHING_FITS = 'Nothing fits'
export const TAKE_OFF = 'Take off the filter'

export function logged(id: string): string {
  return `${id} logged`
}
