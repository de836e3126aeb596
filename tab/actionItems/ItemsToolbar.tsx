import { BOARD_VIEW_WORD, FILTER_WORD, GROUP_WORD, SHOW_WORD, toolbar, VIEW_WORD } from '#words/items'
import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { go, withQuery } from '../data/address'
import { FilterButton } from '../look/FilterButton'
import { follow } from '../look/Nav'
import { SearchBox } from '../look/SearchBox'
import { ITEM_STATUSES } from './itemList'
import {
  boardGroup,
  FILTERS,
  GROUPS,
  NONE,
  ONLY,
  SHOWS,
  VIEWS,
  type Filter,
  type ItemQuery,
  type View,
} from './itemQuery'
import { filterWords } from './itemWords'

type Props = {
  readonly query: ItemQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly rows: readonly ItemRow[]
  /** Null where a view was not loaded yet. */
  readonly counts: Readonly<Record<View, number | null>>
  readonly shown: number
  readonly onNew: () => void
}

/** Search, views, filters as chips, how it is shown and grouped, and the page's one primary button. */
export function ItemsToolbar(props: Props) {
  const { query, search, counts, onNew } = props
  return (
    <div className="toolbar items-bar">
      <SearchBox name={toolbar.search} words={query.words} search={search} />
      {query.show !== 'waits' && (
        <nav className="views" aria-label={toolbar.views}>
          {viewsOf(query).map(({ view, word }) => {
            const to = withQuery(search, { view: view === 'open' ? null : view, item: null })
            return (
              <a
                key={view}
                href={to}
                aria-current={view === query.view ? 'true' : undefined}
                onClick={(event) => follow(event, to)}
              >
                {word} {query.show === 'list' && counts[view] !== null && <span>{counts[view]}</span>}
              </a>
            )
          })}
        </nav>
      )}
      <FilterButton
        groups={FILTERS.map((filter) => ({
          name: FILTER_WORD[filter],
          choices: choicesOf(filter, props).map((value) => {
            const chosen = query.filters[filter]
            const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
            return {
              value,
              word: filterWords(filter, value, props.project, props.rows),
              chosen: chosen.includes(value),
              onChange: () => go(withQuery(search, { [filter]: next.join(',') }), 'replace'),
            }
          }),
        }))}
      />
      <Chips {...props} />
      <span className="spacer" />
      <Shows {...props} />
      {query.show !== 'waits' && <Grouping {...props} />}
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> {toolbar.newItem}
      </button>
    </div>
  )
}

function viewsOf({ show }: ItemQuery): readonly { readonly view: View; readonly word: string }[] {
  if (show === 'list') return VIEWS.map((view) => ({ view, word: VIEW_WORD[view] }))
  return (['open', 'mine'] as const).map((view) => ({ view, word: BOARD_VIEW_WORD[view] }))
}

function choicesOf(filter: Filter, { project, rows }: Props): readonly string[] {
  switch (filter) {
    case 'owner': {
      const owners = new Set(rows.map(({ owner }) => owner.id))
      const known = project.members.map(({ id }) => id).filter((id) => owners.has(id))
      return [...known, ...[...owners].filter((id) => !known.includes(id))]
    }
    case 'state':
      return ITEM_STATUSES
    case 'workstream':
      return [...project.workstreams.map(({ id }) => id), NONE]
    case 'only':
      return ONLY
  }
}

function Chips({ query, search, project, rows, shown, counts }: Props) {
  const used = FILTERS.filter((filter) => query.filters[filter].length > 0)
  if (used.length === 0 && query.words === '') return null
  const of = query.show === 'waits' ? counts.open : counts[query.view]
  return (
    <div className="chips">
      {used.map((filter) => (
        <span key={filter} className="chip">
          {filter !== 'only' && <span className="quiet">{FILTER_WORD[filter]}</span>}
          <b>{query.filters[filter].map((value) => filterWords(filter, value, project, rows)).join(', ')}</b>
          <button
            type="button"
            className="icon-button"
            aria-label={toolbar.takeOff(FILTER_WORD[filter])}
            onClick={() => go(withQuery(search, { [filter]: null }), 'replace')}
          >
            <Dismiss16Regular />
          </button>
        </span>
      ))}
      <span className="quiet" role="status">
        {of !== null && toolbar.shown(shown, of)}
      </span>
    </div>
  )
}

function Shows({ query, search }: Props) {
  return (
    <nav className="views" aria-label={toolbar.showAs}>
      {SHOWS.map((show) => {
        // Each has its own usual grouping; the board shows in its columns what the views tell apart.
        const to = withQuery(search, { show: show === 'list' ? null : show, group: null, view: null })
        return (
          <a
            key={show}
            href={to}
            aria-current={show === query.show ? 'true' : undefined}
            onClick={(event) => follow(event, to)}
          >
            {SHOW_WORD[show]}
          </a>
        )
      })}
    </nav>
  )
}

function Grouping({ query, search }: Props) {
  const isBoard = query.show === 'board'
  return (
    <div className="ordering">
      <label>
        <span>{isBoard ? toolbar.columns : toolbar.groupBy}</span>
        <select
          className="plain-select"
          value={isBoard ? boardGroup(query) : query.group}
          onChange={(event) => go(withQuery(search, { group: event.target.value }), 'replace')}
        >
          {GROUPS.filter((group) => !isBoard || group !== 'none').map((group) => (
            <option key={group} value={group}>
              {GROUP_WORD[group]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
