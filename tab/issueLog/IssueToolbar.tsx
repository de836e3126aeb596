import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Filter16Regular } from '@fluentui/react-icons/headless/svg/filter'
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search'
import { useRef } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { go, withQuery } from '../data/address'
import { ExchangeMenu } from '../exchange/ExchangeMenu'
import { follow } from '../look/Nav'
import { SEVERITIES, STATUSES } from '../look/words'
import { groupName } from './groupName'
import {
  FILTERS,
  GROUPS,
  NOBODY,
  SORTS,
  VIEWS,
  type Filter,
  type Group,
  type ListQuery,
  type Sort,
  type View,
} from './issueList'

const VIEW_NAME: Record<View, string> = { open: 'Open', mine: 'Mine', retest: 'To retest', all: 'All' }
const GROUP_NAME: Record<Group, string> = {
  severity: 'Severity',
  workstream: 'Workstream',
  owner: 'Owner',
  state: 'State',
  none: 'Nothing',
}
const SORT_NAME: Record<Sort, string> = {
  no: 'Number',
  title: 'Title',
  severity: 'Severity',
  state: 'State',
  owner: 'Owner',
  where: 'Where',
  age: 'Age',
  changed: 'Last change',
}
const FILTER_NAME: Record<Filter, string> = {
  severity: 'Severity',
  state: 'State',
  owner: 'Owner',
  workstream: 'Workstream',
}

type Props = {
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly counts: Record<View, number>
  readonly shown: number
  readonly rows: readonly IssueRow[]
  readonly onNew: () => void
}

/** Search, the four views, filters as chips, grouping, and the page's one primary button. */
export function IssueToolbar(props: Props) {
  const { query, search, counts, onNew } = props
  return (
    <div className="toolbar">
      <label className="search">
        <span className="hidden">Search issues</span>
        <Search20Regular />
        <input
          id="search"
          className="field"
          type="search"
          placeholder="Search"
          value={query.words}
          onChange={(event) => go(withQuery(search, { q: event.target.value }), 'replace')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            go(withQuery(search, { q: null }), 'replace')
            event.currentTarget.blur()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <nav className="views" aria-label="Views">
        {VIEWS.map((view) => {
          const to = withQuery(search, { view: view === 'open' ? null : view, issue: null })
          return (
            <a
              key={view}
              href={to}
              aria-current={view === query.view ? 'true' : undefined}
              onClick={(event) => follow(event, to)}
            >
              {VIEW_NAME[view]} <span>{counts[view]}</span>
            </a>
          )
        })}
      </nav>
      <Filters {...props} />
      <Chips {...props} />
      <span className="spacer" />
      <Ordering {...props} />
      <ExchangeMenu />
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> New issue
      </button>
    </div>
  )
}

function Filters({ query, search, project, rows }: Props) {
  const popover = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        id="filter"
        type="button"
        className="button filter-button"
        popoverTarget="filters"
        onClick={() => placeUnder(button.current, popover.current)}
      >
        <Filter16Regular /> Filter <kbd aria-hidden="true">F</kbd>
      </button>
      <div ref={popover} id="filters" popover="auto" className="popover" role="dialog" aria-label="Filter">
        <div className="filters">
          {FILTERS.map((filter) => (
            <fieldset key={filter}>
              <legend>{FILTER_NAME[filter]}</legend>
              {choices(filter, project, rows).map((value) => {
                const chosen = query.filters[filter]
                const next = chosen.includes(value)
                  ? chosen.filter((one) => one !== value)
                  : [...chosen, value]
                return (
                  <label key={value}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(value)}
                      onChange={() => go(withQuery(search, { [filter]: next.join(',') }), 'replace')}
                    />
                    {groupName(filter, value, project)}
                  </label>
                )
              })}
            </fieldset>
          ))}
        </div>
      </div>
    </>
  )
}

/** Right under its button, and inside the window. */
function placeUnder(button: HTMLElement | null, popover: HTMLElement | null): void {
  if (!button || !popover) return
  const { left, bottom } = button.getBoundingClientRect()
  popover.style.top = `${bottom + 4}px`
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - 568))}px`
}

function choices(filter: Filter, project: ProjectFacts, rows: readonly IssueRow[]): readonly string[] {
  switch (filter) {
    case 'severity':
      return SEVERITIES
    case 'state':
      return STATUSES
    case 'owner': {
      const owners = new Set(rows.map((row) => row.owner?.id ?? NOBODY))
      return [...project.members.map(({ id }) => id).filter((id) => owners.has(id)), NOBODY]
    }
    case 'workstream':
      return [...project.workstreams.map(({ id }) => id), NOBODY]
  }
}

function Chips({ query, search, project, shown, counts }: Props) {
  const used = FILTERS.filter((filter) => query.filters[filter].length > 0)
  if (used.length === 0 && query.words === '') return null
  return (
    <div className="chips">
      {used.map((filter) => (
        <span key={filter} className="chip">
          <span className="quiet">{FILTER_NAME[filter]}</span>
          <b>{query.filters[filter].map((value) => groupName(filter, value, project)).join(', ')}</b>
          <button
            type="button"
            className="icon-button"
            aria-label={`Take off the filter ${FILTER_NAME[filter]}`}
            onClick={() => go(withQuery(search, { [filter]: null }), 'replace')}
          >
            <Dismiss16Regular />
          </button>
        </span>
      ))}
      <span className="quiet" role="status">
        {shown} of {counts[query.view]}
      </span>
    </div>
  )
}

function Ordering({ query, search }: Props) {
  return (
    <div className="ordering">
      <label>
        Group by
        <select
          className="plain-select"
          value={query.group}
          onChange={(event) => go(withQuery(search, { group: event.target.value }), 'replace')}
        >
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_NAME[group]}
            </option>
          ))}
        </select>
      </label>
      <label className="sorting">
        Sort
        <select
          className="plain-select"
          value={`${query.sort.down ? '-' : ''}${query.sort.by}`}
          onChange={(event) => go(withQuery(search, { sort: event.target.value }), 'replace')}
        >
          {SORTS.flatMap((sort) => [
            <option key={sort} value={sort}>
              {SORT_NAME[sort]} ↑
            </option>,
            <option key={`-${sort}`} value={`-${sort}`}>
              {SORT_NAME[sort]} ↓
            </option>,
          ])}
        </select>
      </label>
    </div>
  )
}
