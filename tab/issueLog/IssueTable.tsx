import { lazy, Suspense } from 'react'
import type { ProjectFacts } from '../../bot/contract/session'
import { TABLE } from '#words/log'
import type { Column } from './columns'
import type { Entry } from './entries'
import { Head } from './IssueTableHead'
import { EntryRow } from './IssueRow'
import type { ListQuery } from './issueList'

const VirtualRows = lazy(() => import('./VirtualRows'))

export type TableProps = {
  readonly entries: readonly Entry[]
  /** Rows of the whole list, heads among them; -1 while nobody knows. */
  readonly total: number
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly columns: readonly Column[]
  readonly now: number
  readonly isLong: boolean
  readonly focused: string | null
  readonly open: string | null
  readonly selected: ReadonlySet<string>
  /** The cell that is being edited. */
  readonly editing: { readonly id: string; readonly field: EditedField } | null
  readonly counts: (group: string) => number | null
  readonly onFold: (key: string) => void
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string, how: 'one' | 'range') => void
  readonly onEdit: (id: string, field: EditedField | null) => void
  /** The end of what is loaded came near. */
  readonly onEnd: () => void
}

export type EditedField = 'title' | 'severity' | 'owner' | 'where' | 'workstream'

/** So many lines are drawn as they are; of more, those that can be seen. */
const DRAWN_WHOLE = 50
const DRAWN_FIRST = 30

/** The log as a table: one tab stop, arrows within, and never more rows in the page than a window needs. */
export function IssueTable(props: TableProps) {
  const { entries, query, columns, selected, total } = props
  const bySeverity = query.group === 'severity'
  const kept = entries.length <= DRAWN_WHOLE ? entries : entries.slice(0, DRAWN_FIRST)
  const plain = (
    <tbody role="rowgroup">
      {kept.map((entry, at) => (
        <EntryRow key={entry.key} entry={entry} at={at} table={props} />
      ))}
    </tbody>
  )
  return (
    <table
      role="grid"
      aria-label={TABLE}
      aria-rowcount={total < 0 ? -1 : total + 1}
      aria-multiselectable="true"
      className={[
        'issue-rows',
        ...(bySeverity ? [] : ['with-severity']),
        ...(selected.size > 0 ? ['selecting'] : []),
        ...columns.map((column) => `has-${column}`),
      ].join(' ')}
    >
      <Head query={query} search={props.search} columns={columns} isLong={props.isLong} />
      {entries.length <= DRAWN_WHOLE ? (
        plain
      ) : (
        <Suspense fallback={plain}>
          <VirtualRows {...props} />
        </Suspense>
      )}
    </table>
  )
}
