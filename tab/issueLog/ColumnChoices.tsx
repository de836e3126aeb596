import './triage.css'
import { go, withQuery } from '../data/address'
import { CHOSEN_COLUMNS, columnsToText, rememberColumns, type Column } from './columns'
import type { ToolbarProps } from './toolbarProps'
import { COLUMN_NAME, COLUMNS } from '#words/log'

/** Which columns stand: kept in the address and remembered here for whoever is signed in. */
export default function ColumnChoices({ columns, search, me }: ToolbarProps) {
  const choose = (column: Column) => {
    const next = columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]
    rememberColumns(me, next)
    go(withQuery(search, { columns: columnsToText(next) }), 'replace')
  }
  return (
    <fieldset className="columns">
      <legend>{COLUMNS}</legend>
      {CHOSEN_COLUMNS.map((column) => (
        <label key={column}>
          <input type="checkbox" checked={columns.includes(column)} onChange={() => choose(column)} />
          {COLUMN_NAME[column]}
        </label>
      ))}
    </fieldset>
  )
}
