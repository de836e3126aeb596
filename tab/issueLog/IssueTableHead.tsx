import { go, withQuery } from '../data/address'
import type { Column } from './columns'
import type { ListQuery, Sort } from './issueList'

type Col = { readonly by: Sort | 'workstream'; readonly name: string; readonly className: string }

const COLUMNS: readonly Col[] = [
  { by: 'severity', name: 'Severity', className: 'col-severity' },
  { by: 'no', name: 'No.', className: 'col-no number' },
  { by: 'title', name: 'Title', className: 'col-title' },
  { by: 'state', name: 'State', className: 'col-state' },
  { by: 'owner', name: 'Owner', className: 'col-owner' },
  { by: 'where', name: 'Where', className: 'col-where' },
  { by: 'workstream', name: 'Workstream', className: 'col-workstream' },
  { by: 'age', name: 'Age', className: 'col-age number' },
  { by: 'changed', name: 'Last change', className: 'col-changed' },
]
const ALWAYS: readonly Col['by'][] = ['severity', 'no', 'title']

type Props = {
  readonly query: ListQuery
  readonly search: string
  readonly columns: readonly Column[]
  /** A long log has its orders in the toolbar. */
  readonly isLong: boolean
}

/** The names of the columns; pressing one sorts by it. */
export function Head({ query, search, columns, isLong }: Props) {
  const shown = COLUMNS.filter(({ by }) => ALWAYS.includes(by) || columns.some((column) => column === by))
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {shown.map(({ by, name, className }) => {
          const sorted = query.sort.by === by
          const down = sorted ? !query.sort.down : by === 'age' || by === 'changed'
          const hidden = by === 'severity' && query.group === 'severity'
          const word = hidden ? <span className="hidden">{name}</span> : name
          const sort = query.sort.down ? 'descending' : 'ascending'
          return (
            <th
              key={by}
              role="columnheader"
              scope="col"
              className={className}
              aria-sort={sorted && !isLong ? sort : undefined}
            >
              {isLong || by === 'workstream' ? (
                word
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => go(withQuery(search, { sort: `${down ? '-' : ''}${by}` }), 'replace')}
                >
                  {word}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
