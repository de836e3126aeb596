import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Filter16Regular } from '@fluentui/react-icons/headless/svg/filter'
import { LayoutColumnThree16Regular } from '@fluentui/react-icons/headless/svg/layout-column-three'
import { lazy, Suspense, useRef, useState } from 'react'
import { go, withQuery } from '../data/address'
import { ExchangeMenu } from '../exchange/ExchangeMenu'
import { FILTER, ofAll } from '#words/common'
import { COLUMN_NAME, COLUMNS } from '#words/log'
import {
  GROUP_BY,
  GROUP_NAME,
  LONG_SORT_NAME,
  NEW_ISSUE,
  SEARCH_ISSUES,
  SORT,
  SORT_NAME,
  takeOffFilter,
  VIEW_NAME,
  VIEWS_NAME,
} from '#words/logPage'
import { follow } from '../look/Nav'
import { placeUnder } from '../look/placeUnder'
import { SearchBox } from '../look/SearchBox'
import { FILTERS, GROUPS, SORTS, VIEWS, type Filter } from './issueList'
import { LONG_FILTERS, LONG_SORTS } from './listing'
import { valueName } from './logWords'
import type { ToolbarProps } from './toolbarProps'

const FilterChoices = lazy(() => import('./FilterChoices'))
const ColumnChoices = lazy(() => import('./ColumnChoices'))

/** Search, the four views, filters as chips, order, columns, and the page's one primary button. */
export function IssueToolbar(props: ToolbarProps) {
  const { query, search, counts, onNew } = props
  return (
    <div className="toolbar">
      <SearchBox
        name={SEARCH_ISSUES}
        words={query.words}
        search={search}
        onEnter={() => {
          const number = numberIn(query.words, counts.all)
          if (number !== null) go(withQuery(search, { q: null, issue: `I-${number}` }))
        }}
      />
      <nav className="views" aria-label={VIEWS_NAME}>
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
      <Popover id="filter" name={FILTER} letter="F" icon={<Filter16Regular />} className="filter-button">
        <FilterChoices {...props} />
      </Popover>
      <Chips {...props} />
      <span className="spacer" />
      <Ordering {...props} />
      <Popover id="columns" name={COLUMNS} icon={<LayoutColumnThree16Regular />} className="plain">
        <ColumnChoices {...props} />
      </Popover>
      <ExchangeMenu />
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> {NEW_ISSUE}
      </button>
    </div>
  )
}

/** The number of an issue, where somebody typed one: it leads straight there, whatever the list shows. */
function numberIn(words: string, highest: number): number | null {
  const number = Number(/^\s*(?:i\s*-?\s*)?([1-9]\d{0,6})\s*$/i.exec(words)?.[1])
  return number <= highest ? number : null
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
          <span className="quiet">{COLUMN_NAME[filter]}</span>
          <b>{query.filters[filter].map((value) => valueName(filter, value, project)).join(', ')}</b>
          <button
            type="button"
            className="icon-button"
            aria-label={takeOffFilter(COLUMN_NAME[filter])}
            onClick={() => go(withQuery(search, { [filter]: null }), 'replace')}
          >
            <Dismiss16Regular />
          </button>
        </span>
      ))}
      {!isLong && (
        <span className="quiet" role="status">
          {ofAll(shown, counts[query.view])}
        </span>
      )}
    </div>
  )
}

function Ordering({ query, search, isLong }: ToolbarProps) {
  return (
    <div className="ordering">
      <label>
        {GROUP_BY}
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
        {SORT}
        <select
          className="plain-select"
          value={isLong ? query.sort.by : `${query.sort.down ? '-' : ''}${query.sort.by}`}
          onChange={(event) => go(withQuery(search, { sort: event.target.value }), 'replace')}
        >
          {isLong
            ? LONG_SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {LONG_SORT_NAME[sort]}
                </option>
              ))
            : SORTS.flatMap((sort) => [
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
