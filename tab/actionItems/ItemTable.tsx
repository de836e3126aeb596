import { facts, list, SORT_WORD, STATUS_WORD } from '#words/items'
import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { memo } from 'react'
import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import type { PlainDate } from '../../bot/domain/time'
import { go, withQuery } from '../data/address'
import { Face } from '../look/icons'
import { dateWords, firstName } from '../look/words'
import { daysOver, LATE, type ItemGroup } from './itemList'
import type { ItemQuery, Sort } from './itemQuery'
import { ItemShape } from './ItemShape'
import { groupFacts, groupWords } from './itemWords'

type Props = {
  readonly groups: readonly ItemGroup[]
  readonly query: ItemQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly focused: string | null
  readonly open: string | null
  readonly folded: ReadonlySet<string>
  readonly onFold: (key: string) => void
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** The items as a plain table: one tab stop, arrows within. */
export function ItemTable(props: Props) {
  const { groups, query, project, folded } = props
  return (
    <table role="grid" aria-label={list.name} className="item-rows">
      <Head {...props} />
      {groups.map((group) => {
        const isFolded = folded.has(group.key)
        return (
          <tbody key={group.key} role="rowgroup">
            {query.group !== 'none' && (
              <tr className="group-head" role="row">
                <td role="gridcell">
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-expanded={!isFolded}
                    onClick={() => props.onFold(group.key)}
                  >
                    <ChevronDown16Regular />
                    {query.group === 'owner' && (
                      <Face name={groupWords('owner', group.key, project, group.rows)} />
                    )}
                    <b className={group.key === LATE ? 'late' : undefined}>
                      {groupWords(query.group, group.key, project, group.rows)}
                    </b>
                  </button>
                  <span className="quiet">{groupFacts(query.group, group, project.today)}</span>
                </td>
              </tr>
            )}
            {!isFolded &&
              group.rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  today={project.today}
                  isFocused={row.id === props.focused}
                  isOpen={row.id === props.open}
                  onFocus={props.onFocus}
                  onOpen={props.onOpen}
                />
              ))}
          </tbody>
        )
      })}
    </table>
  )
}

const COLUMNS: readonly { readonly by: Sort | null; readonly name: string; readonly className: string }[] = [
  { by: 'no', name: SORT_WORD.no, className: 'col-no number' },
  { by: 'title', name: SORT_WORD.title, className: 'col-title' },
  { by: 'owner', name: SORT_WORD.owner, className: 'col-owner' },
  { by: null, name: list.whoWaits, className: 'col-where' },
  { by: 'due', name: SORT_WORD.due, className: 'col-due' },
  { by: 'moved', name: SORT_WORD.moved, className: 'col-moved number' },
  { by: 'state', name: SORT_WORD.state, className: 'col-state' },
]

function Head({ query, search }: Props) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map(({ by, name, className }) => {
          const sorted = by !== null && query.sort?.by === by ? query.sort : null
          const down = sorted ? !sorted.down : by === 'moved'
          return (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className={className}
              aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
            >
              {by === null ? (
                name
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => go(withQuery(search, { sort: `${down ? '-' : ''}${by}` }), 'replace')}
                >
                  {name}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type RowProps = {
  readonly row: ItemRow
  readonly today: PlainDate
  readonly isFocused: boolean
  readonly isOpen: boolean
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

const Row = memo(function Row({ row, today, isFocused, isOpen, onFocus, onOpen }: RowProps) {
  const over = daysOver(row, today)
  return (
    <tr
      id={`row-${row.id}`}
      className="row"
      role="row"
      tabIndex={isFocused ? 0 : -1}
      aria-selected={isOpen}
      onFocus={() => onFocus(row.id)}
      onClick={() => onOpen(row.id)}
    >
      <td role="gridcell" className="col-no number">
        {row.id}
      </td>
      <td role="gridcell" className="col-title title">
        <span dir="auto">{row.title}</span>
      </td>
      <td role="gridcell" className="col-owner who">
        <Face name={row.owner.name} /> <span className="owner-word">{firstName(row.owner.name)}</span>
      </td>
      <td role="gridcell" className="col-where">
        <span dir="auto">
          {row.for && firstName(row.for.name)}
          {row.unblocks !== null && (
            <span className="quiet">{facts.unblocks(row.unblocks, row.for !== null)}</span>
          )}
        </span>
      </td>
      <td role="gridcell" className={over > 0 ? 'col-due late' : 'col-due'}>
        {row.due ? dateWords(row.due, today) : <span className="quiet">{facts.noDate}</span>}
        {over > 0 && <span className="over"> · {facts.over(over)}</span>}
      </td>
      <td role="gridcell" className="col-moved number">
        {row.moves > 0 && (
          <>
            <b>{facts.drift(row.drift)}</b> <span className="quiet">×{row.moves}</span>
          </>
        )}
      </td>
      <td role="gridcell" className="col-state with-shape" title={row.reason ?? undefined}>
        <ItemShape status={row.status} />
        <span className="state-word">{STATUS_WORD[row.status]}</span>
      </td>
    </tr>
  )
})
