import { go, withQuery } from '../data/address'
import { COLUMN_NAME } from '#words/log'
import type { Column } from './columns'
import type { ListQuery, Sort } from './issueList'

type Col = { readonly by: Sort | 'workstream'; readonly className: string }

const COLUMNS: readonly Col[] = [
  { by: 'severity', className: 'col-severity' },
  { by: 'no', className: 'col-no number' },
  { by: 'title', className: 'col-title' },
  { by: 'state', className: 'col-state' },
  { by: 'owner', className: 'col-owner' },
  { by: 'where', className: 'col-where' },
  { by: 'workstream', className: 'col-workstream' },
  { by: 'age', className: 'col-age number' },
  { by: 'changed', className: 'col-changed' },
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
        {shown.map(({ by, className }) => {
          const name = COLUMN_NAME[by]
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
