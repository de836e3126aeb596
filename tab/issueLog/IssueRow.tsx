import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { lazy, memo, Suspense, type CSSProperties, type MouseEvent, type ReactNode, type Ref } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { isOpen as isOpenIssue } from '../data/openIssue'
import { Face, SeverityShape, StateShape } from '../look/icons'
import { NO_ONE, SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { oldest as oldestWords, ownerless as ownerlessWords, select } from '#words/logPage'
import { ageDays, ageWords, agoWords, firstName, severityOf } from '../look/words'
import type { Column } from './columns'
import type { Entry } from './entries'
import type { EditedField, TableProps } from './tableProps'
import type { RowGroup } from './issueList'
import { valueName } from './logWords'

const CellEditor = lazy(() => import('./CellEditor'))

type Placed = { readonly style?: CSSProperties; readonly measure?: Ref<HTMLTableRowElement> }

type EntryProps = Placed & {
  readonly entry: Entry
  /** Which line of the list it is, counted from 0. */
  readonly at: number
  readonly table: TableProps
}

/** A line of the list, wherever it stands. */
export function EntryRow({ entry, at, table, ...placed }: EntryProps) {
  if (entry.kind === 'head') return <GroupHead {...{ entry, at, table }} {...placed} />
  const { id } = entry.row
  const { project, columns, now, editing } = table
  return (
    <Row
      row={entry.row}
      at={at}
      project={project}
      columns={columns}
      minute={Math.floor(now / 60_000)}
      isFocused={id === table.focused}
      isOpen={id === table.open}
      isSelected={table.selected.has(id)}
      edited={editing?.id === id ? editing.field : null}
      onFocus={table.onFocus}
      onOpen={table.onOpen}
      onSelect={table.onSelect}
      onEdit={table.onEdit}
      {...placed}
    />
  )
}

type HeadProps = Placed & {
  readonly entry: Extract<Entry, { kind: 'head' }>
  readonly at: number
  readonly table: TableProps
}

function GroupHead({ entry: { group, folded }, at, table, style, measure }: HeadProps) {
  const { query, project } = table
  if (query.group === 'none') return null
  const count = table.counts(group.key) ?? (table.isLong ? null : group.rows.length)
  return (
    <tr className="group-head" role="row" aria-rowindex={at + 2} data-index={at} style={style} ref={measure}>
      <td role="gridcell" aria-colspan={table.columns.length + 3}>
        <button type="button" tabIndex={-1} aria-expanded={!folded} onClick={() => table.onFold(group.key)}>
          <ChevronDown16Regular />
          {query.group === 'severity' && (
            <SeverityShape severity={severityOf(group.rows[0] ?? { severity: null })} />
          )}
          <b>{valueName(query.group, group.key, project)}</b>
          {count !== null && <b>{count}</b>}
        </button>
        {!table.isLong && <span className="quiet">{groupFacts(group, project)}</span>}
      </td>
    </tr>
  )
}

/** "oldest 16 d · 3 without an owner": each number's yardstick beside it. */
function groupFacts({ rows }: RowGroup, { zone, today }: ProjectFacts): string {
  const oldest = rows.reduce((most, row) => Math.max(most, ageDays(row.createdAt, zone, today)), 0)
  const ownerless = rows.filter((row) => row.owner === null).length
  return [
    ...(oldest > 0 ? [oldestWords(oldest)] : []),
    ...(ownerless > 0 ? [ownerlessWords(ownerless)] : []),
  ].join(' · ')
}

/** Open for longer than this stands out. */
const OLD_DAYS: Record<string, number> = { showStopper: 1, workaround: 10, cosmetic: 28, none: 2 }

type RowProps = Placed & {
  readonly row: IssueRow
  readonly at: number
  readonly project: ProjectFacts
  readonly columns: readonly Column[]
  readonly minute: number
  readonly isFocused: boolean
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly edited: EditedField | null
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string, how: 'one' | 'range') => void
  readonly onEdit: (id: string, field: EditedField | null) => void
}

const Row = memo(function Row(props: RowProps) {
  const { row, at, columns, isFocused, isOpen, isSelected, style, measure } = props
  const { onFocus, onOpen, onSelect } = props
  return (
    <tr
      id={`row-${row.id}`}
      className="row issue"
      role="row"
      aria-rowindex={at + 2}
      data-index={at}
      tabIndex={isFocused ? 0 : -1}
      aria-selected={isSelected}
      aria-current={isOpen ? 'true' : undefined}
      style={style}
      ref={measure}
      onFocus={() => onFocus(row.id)}
      onClick={(event) => {
        if (event.shiftKey) onSelect(row.id, 'range')
        else if (event.ctrlKey || event.metaKey) onSelect(row.id, 'one')
        else onOpen(row.id)
      }}
    >
      <Cell {...props} field="severity" className="col-severity with-shape">
        <span className="check">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={select(row.id)}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation()
              onSelect(row.id, event.shiftKey ? 'range' : 'one')
            }}
          />
        </span>
        <SeverityShape severity={severityOf(row)} />
        <span className="severity-word">{SEVERITY_WORD[severityOf(row)]}</span>
      </Cell>
      <td role="gridcell" className="col-no number">
        {row.id}
      </td>
      <Cell {...props} field="title" className="col-title title" byPointer={false}>
        <span dir="auto">{row.title}</span>
      </Cell>
      {columns.map((column) => (
        <ColumnCell key={column} column={column} {...props} />
      ))}
    </tr>
  )
})

function ColumnCell({ column, ...props }: RowProps & { readonly column: Column }) {
  const { row, project, minute } = props
  switch (column) {
    case 'state':
      return (
        <td role="gridcell" className="col-state with-shape">
          <StateShape status={row.status} />
          <span className="state-word">
            {STATUS_WORD[row.status]}
            {row.timesReopened > 1 && <span className="quiet"> ×{row.timesReopened}</span>}
          </span>
        </td>
      )
    case 'owner':
      return (
        <Cell {...props} field="owner" className="col-owner who">
          <Face name={row.owner?.name ?? null} />
          <span className={row.owner ? 'owner-word' : 'owner-word quiet'}>
            {row.owner ? firstName(row.owner.name) : NO_ONE}
          </span>
        </Cell>
      )
    case 'where':
      return (
        <Cell {...props} field="where" className="col-where quiet">
          <span dir="auto">{row.where}</span>
        </Cell>
      )
    case 'workstream':
      return (
        <Cell {...props} field="workstream" className="col-workstream quiet">
          {project.workstreams.find(({ id }) => id === row.workstream)?.name ?? ''}
        </Cell>
      )
    case 'age': {
      const days = ageDays(row.createdAt, project.zone, project.today)
      const isOld = isOpenIssue(row) && days > (OLD_DAYS[severityOf(row)] ?? 7)
      return (
        <td role="gridcell" className={isOld ? 'col-age number strong' : 'col-age number'}>
          {ageWords(days)}
        </td>
      )
    }
    case 'changed':
      return (
        <td role="gridcell" className="col-changed">
          {firstName(row.changedBy.name)}
          <span className="quiet">, {agoWords(row.changedAt, (minute + 1) * 60_000, project.zone)}</span>
        </td>
      )
  }
}

type CellProps = RowProps & {
  readonly field: EditedField
  readonly className: string
  /** Whether a click edits it. The title's opens the issue; its key is E. */
  readonly byPointer?: boolean
  readonly children: ReactNode
}

/** A cell that is edited where it stands: by a second click once its row has the focus, or by its key. */
function Cell({ row, field, className, byPointer = true, edited, onEdit, isFocused, children }: CellProps) {
  if (edited === field) {
    return (
      <td role="gridcell" className={`${className} edited`} onClick={(event) => event.stopPropagation()}>
        <Suspense fallback={children}>
          <CellEditor row={row} field={field} close={() => onEdit(row.id, null)} />
        </Suspense>
      </td>
    )
  }
  const edit = (event: MouseEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    onEdit(row.id, field)
  }
  return (
    <td
      role="gridcell"
      className={byPointer ? `${className} editable` : className}
      data-focused={isFocused ? '' : undefined}
      onDoubleClick={byPointer ? undefined : edit}
      onClick={byPointer ? edit : undefined}
    >
      {children}
    </td>
  )
}
