import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Filter16Regular } from '@fluentui/react-icons/headless/svg/filter'
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search'
import { LayoutColumnThree16Regular } from '@fluentui/react-icons/headless/svg/layout-column-three'
import { lazy, Suspense, useRef, useState } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { go, withQuery } from '../data/address'
import { ExchangeMenu } from '../exchange/ExchangeMenu'
import { follow } from '../look/Nav'
import { placeUnder } from '../look/placeUnder'
import { SearchBox } from '../look/SearchBox'
import type { Column } from './columns'
import { FILTERS, GROUPS, SORTS, VIEWS, type Filter, type ListQuery, type View } from './issueList'
import { LONG_FILTERS, LONG_SORTS } from './listing'
import { FILTER_NAME, GROUP_NAME, LONG_SORT_NAME, SORT_NAME, valueName, VIEW_NAME } from './logWords'

const FilterChoices = lazy(() => import('./FilterChoices'))
const ColumnChoices = lazy(() => import('./ColumnChoices'))

export type ToolbarProps = {
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly counts: Record<View, number>
  readonly shown: number
  readonly rows: readonly IssueRow[]
  readonly columns: readonly Column[]
  /** A long log offers what can be read page by page. */
  readonly isLong: boolean
  readonly me: string
  readonly onNew: () => void
}

/** Search, the four views, filters as chips, order, columns, and the page's one primary button. */
export function IssueToolbar(props: ToolbarProps) {
  const { query, search, counts, isLong, onNew } = props
  return (
    <div className="toolbar">
      {isLong ? (
        <FindNumber search={search} />
      ) : (
        <SearchBox name="Search issues" words={query.words} search={search} />
      )}
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
      <Popover id="filter" name="Filter" letter="F" icon={<Filter16Regular />} className="filter-button">
        <FilterChoices {...props} />
      </Popover>
      <Chips {...props} />
      <span className="spacer" />
      <Ordering {...props} />
      <Popover id="columns" name="Columns" icon={<LayoutColumnThree16Regular />} className="plain">
        <ColumnChoices {...props} />
      </Popover>
      <ExchangeMenu />
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> New issue
      </button>
    </div>
  )
}

/** A long log is not searched by word; a number leads straight to its issue. */
function FindNumber({ search }: Pick<ToolbarProps, 'search'>) {
  const [typed, setTyped] = useState('')
  const number = /^\s*(?:i\s*-?\s*)?([1-9]\d{0,6})\s*$/i.exec(typed)?.[1]
  return (
    <label className="search">
      <span className="hidden">Go to an issue by its number</span>
      <Search20Regular />
      <input
        id="search"
        className="field"
        type="search"
        placeholder="Number, e.g. I-7"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key !== 'Enter' || number === undefined) return
          go(withQuery(search, { issue: `I-${number}` }))
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}

type PopoverProps = {
  readonly id: string
  readonly name: string
  readonly letter?: string
  readonly icon: React.ReactNode
  readonly className: string
  readonly children: React.ReactNode
}

/** A button with what it opens; that is drawn when it is first opened. */
function Popover({ id, name, letter, icon, className, children }: PopoverProps) {
  const popover = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className={`button ${className}`}
        title={name}
        popoverTarget={`${id}-choices`}
        onClick={() => {
          setOpened(true)
          placeUnder(button.current, popover.current)
        }}
      >
        {icon} <span className="button-word">{name}</span> {letter && <kbd aria-hidden="true">{letter}</kbd>}
      </button>
      <div
        ref={popover}
        id={`${id}-choices`}
        popover="auto"
        className="popover"
        role="dialog"
        aria-label={name}
      >
        {opened && (
          <Suspense fallback={<span className="bone" style={{ width: 120 }} />}>{children}</Suspense>
        )}
      </div>
    </>
  )
}

function Chips({ query, search, project, shown, counts, isLong }: ToolbarProps) {
  const offered: readonly Filter[] = isLong ? LONG_FILTERS : FILTERS
  const used = offered.filter((filter) => query.filters[filter].length > 0)
  if (used.length === 0 && (query.words === '' || isLong)) return null
  return (
    <div className="chips">
      {used.map((filter) => (
        <span key={filter} className="chip">
          <span className="quiet">{FILTER_NAME[filter]}</span>
          <b>{query.filters[filter].map((value) => valueName(filter, value, project)).join(', ')}</b>
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
      {!isLong && (
        <span className="quiet" role="status">
          {shown} of {counts[query.view]}
        </span>
      )}
    </div>
  )
}

function Ordering({ query, search, isLong }: ToolbarProps) {
  const sorts = isLong ? LONG_SORTS : SORTS
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
      <label className={isLong ? undefined : 'sorting'}>
        Sort
        <select
          className="plain-select"
          value={isLong ? query.sort.by : `${query.sort.down ? '-' : ''}${query.sort.by}`}
          onChange={(event) => go(withQuery(search, { sort: event.target.value }), 'replace')}
        >
          {isLong
            ? sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {LONG_SORT_NAME[sort] ?? SORT_NAME[sort]}
                </option>
              ))
            : sorts.flatMap((sort) => [
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
