import { lazy, Suspense } from 'react'
import { TABLE } from '#words/log'
import { Head } from './IssueTableHead'
import { EntryRow } from './IssueRow'
import type { TableProps } from './tableProps'

const VirtualRows = lazy(() => import('./VirtualRows'))

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
