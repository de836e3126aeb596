/* What the page of action items shows, as its address says it: a link shows the same to everybody. */

export const SHOWS = ['list', 'board', 'waits'] as const
type Show = (typeof SHOWS)[number]
export const VIEWS = ['open', 'mine', 'blocked', 'ended'] as const
export type View = (typeof VIEWS)[number]
export const GROUPS = ['due', 'owner', 'state', 'none'] as const
export type Group = (typeof GROUPS)[number]
export type BoardGroup = Exclude<Group, 'none'>
const SORTS = ['no', 'title', 'owner', 'due', 'moved', 'state'] as const
export type Sort = (typeof SORTS)[number]
export const FILTERS = ['owner', 'state', 'workstream', 'only'] as const
export type Filter = (typeof FILTERS)[number]
/** What "only" can narrow the list to. */
export const ONLY = ['late', 'forMe'] as const

export type ItemQuery = {
  readonly show: Show
  readonly view: View
  readonly words: string
  readonly filters: Readonly<Record<Filter, readonly string[]>>
  readonly group: Group
  readonly sort: { readonly by: Sort; readonly down: boolean } | null
}

/** Value of a filter for what belongs to no workstream. */
export const NONE = 'none'

export function readItemQuery(query: URLSearchParams): ItemQuery {
  const sort = query.get('sort') ?? ''
  const by = SORTS.find((name) => name === sort.replace(/^-/, ''))
  const values = (name: Filter) => (query.get(name) ?? '').split(',').filter((value) => value !== '')
  const show = SHOWS.find((one) => one === query.get('show')) ?? 'list'
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'open'
  return {
    show,
    view,
    words: query.get('q') ?? '',
    filters: {
      owner: values('owner'),
      state: values('state'),
      workstream: values('workstream'),
      only: values('only'),
    },
    group: GROUPS.find((one) => one === query.get('group')) ?? usualGroup(show, view),
    sort: by ? { by, down: sort.startsWith('-') } : null,
  }
}

/** What has ended is told by its number, the newest first; a board is by state until one says otherwise. */
function usualGroup(show: Show, view: View): Group {
  if (show === 'board') return 'state'
  return view === 'ended' ? 'none' : 'due'
}

/** The columns of the board: grouped by nothing there would be none. */
export function boardGroup({ group }: Pick<ItemQuery, 'group'>): BoardGroup {
  return group === 'none' ? 'state' : group
}

export function isFiltered({ words, filters }: Pick<ItemQuery, 'words' | 'filters'>): boolean {
  return words !== '' || FILTERS.some((filter) => filters[filter].length > 0)
}
