import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { memo, type KeyboardEvent } from 'react'
import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { go, withQuery } from '../data/address'
import { Face, SeverityShape, StateShape } from '../look/icons'
import {
  ageDays,
  ageWords,
  agoWords,
  counted,
  firstName,
  severityOf,
  SEVERITY_WORD,
  STATUS_WORD,
} from '../look/words'
import { groupName } from './groupName'
import type { ListQuery, RowGroup, Sort } from './issueList'

type Props = {
  readonly groups: readonly RowGroup[]
  readonly query: ListQuery
  readonly search: string
  readonly project: ProjectFacts
  readonly now: number
  readonly focused: string | null
  readonly open: string | null
  readonly folded: ReadonlySet<string>
  readonly onFold: (key: string) => void
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The log as a plain table: one tab stop, arrows within. */
export function IssueTable(props: Props) {
  const { groups, query, project } = props
  const bySeverity = query.group === 'severity'
  return (
    <table
      role="grid"
      aria-label="Issues"
      className={bySeverity ? 'issue-rows' : 'issue-rows with-severity'}
      onKeyDown={props.onKeyDown}
    >
      <Head {...props} bySeverity={bySeverity} />
      {groups.map((group) => {
        const isFolded = props.folded.has(group.key)
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
                    {bySeverity && (
                      <SeverityShape severity={severityOf(group.rows[0] ?? { severity: null })} />
                    )}
                    <b>{groupName(query.group, group.key, project)}</b>
                    <b>{group.rows.length}</b>
                  </button>
                  <span className="quiet">{groupFacts(group, project)}</span>
                </td>
              </tr>
            )}
            {!isFolded &&
              group.rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  project={project}
                  minute={Math.floor(props.now / 60_000)}
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

const COLUMNS: readonly { by: Sort; name: string; className: string }[] = [
  { by: 'severity', name: 'Severity', className: 'col-severity' },
  { by: 'no', name: 'No.', className: 'col-no number' },
  { by: 'title', name: 'Title', className: 'col-title' },
  { by: 'state', name: 'State', className: 'col-state' },
  { by: 'owner', name: 'Owner', className: 'col-owner' },
  { by: 'where', name: 'Where', className: 'col-where' },
  { by: 'age', name: 'Age', className: 'col-age number' },
  { by: 'changed', name: 'Last change', className: 'col-changed' },
]

function Head({ query, search, bySeverity }: Props & { readonly bySeverity: boolean }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map(({ by, name, className }) => {
          const sorted = query.sort.by === by
          const down = sorted ? !query.sort.down : by === 'age' || by === 'changed'
          return (
            <th
              key={by}
              role="columnheader"
              scope="col"
              className={className}
              aria-sort={sorted ? (query.sort.down ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                tabIndex={-1}
                onClick={() => go(withQuery(search, { sort: `${down ? '-' : ''}${by}` }), 'replace')}
              >
                {by === 'severity' && bySeverity ? <span className="hidden">{name}</span> : name}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** "oldest 16 d · 3 without an owner": each number's yardstick beside it. */
function groupFacts({ rows }: RowGroup, { zone, today }: ProjectFacts): string {
  const oldest = Math.max(...rows.map((row) => ageDays(row.createdAt, zone, today)))
  const ownerless = rows.filter((row) => row.owner === null).length
  return [
    ...(oldest > 0 ? [`oldest ${oldest} d`] : []),
    ...(ownerless > 0 ? [counted(ownerless, 'without an owner', 'without an owner')] : []),
  ].join(' · ')
}

/** Open for longer than this stands out. */
const OLD_DAYS: Record<string, number> = { showStopper: 1, workaround: 10, cosmetic: 28, none: 2 }

type RowProps = {
  readonly row: IssueRow
  readonly project: ProjectFacts
  readonly minute: number
  readonly isFocused: boolean
  readonly isOpen: boolean
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

const Row = memo(function Row({ row, project, minute, isFocused, isOpen, onFocus, onOpen }: RowProps) {
  const severity = severityOf(row)
  const days = ageDays(row.createdAt, project.zone, project.today)
  const ended = row.status === 'closed' || row.status === 'deferred' || row.status === 'duplicate'
  const isOld = !ended && days > (OLD_DAYS[severity] ?? 7)
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
      <td role="gridcell" className="col-severity with-shape">
        <SeverityShape severity={severity} />
        <span className="severity-word">{SEVERITY_WORD[severity]}</span>
      </td>
      <td role="gridcell" className="col-no number">
        {row.id}
      </td>
      <td role="gridcell" className="col-title title" dir="auto">
        {row.title}
      </td>
      <td role="gridcell" className="col-state with-shape">
        <StateShape status={row.status} />
        <span className="state-word">
          {STATUS_WORD[row.status]}
          {row.timesReopened > 1 && <span className="quiet"> ×{row.timesReopened}</span>}
        </span>
      </td>
      <td role="gridcell" className="col-owner who">
        <Face name={row.owner?.name ?? null} />
        <span className={row.owner ? 'owner-word' : 'owner-word quiet'}>
          {row.owner ? firstName(row.owner.name) : 'No one'}
        </span>
      </td>
      <td role="gridcell" className="col-where quiet" dir="auto">
        {row.where}
      </td>
      <td role="gridcell" className={isOld ? 'col-age number strong' : 'col-age number'}>
        {ageWords(days)}
      </td>
      <td role="gridcell" className="col-changed">
        {firstName(row.changedBy.name)}
        <span className="quiet">, {agoWords(row.changedAt, (minute + 1) * 60_000, project.zone)}</span>
      </td>
    </tr>
  )
})
