import { tableName, WORDS } from '#words/overview'
import { useId, useState, type ReactNode } from 'react'
import { follow } from '../look/Nav'

export type TableData = {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[]
}

/** What is said, or a number that leads to what it counts. */
type Cell = string | number | { readonly count: number; readonly to: string }

type Props = {
  readonly title: string
  /** What the newest number is measured against. */
  readonly yardstick: ReactNode
  readonly table: TableData
  /** Said in place of a chart that would be flat. */
  readonly nothing: string | null
  readonly legend: ReactNode
  readonly children: ReactNode
}

/**
 * A chart with its yardstick, and the same numbers as a table: always there for who hears the page, shown in the chart's
 * place for who wants to read them. The drawing itself says nothing to a screen reader that the table does not.
 */
export function Figure({ title, yardstick, table, nothing, legend, children }: Props) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className="figure" aria-labelledby={id}>
      <div className="figure-head">
        <div>
          <h2 id={id}>{title}</h2> <span className="quiet">{yardstick}</span>
        </div>
        {nothing === null && (
          <button
            type="button"
            className="link figure-switch"
            aria-pressed={asTable}
            aria-label={tableName(title)}
            onClick={() => setAsTable(!asTable)}
          >
            {WORDS.showTable}
          </button>
        )}
      </div>
      {nothing !== null && <p className="quiet figure-nothing">{nothing}</p>}
      {nothing === null && !asTable && (
        <div className="figure-body">
          {children}
          {legend}
        </div>
      )}
      {nothing === null && <Table title={title} table={table} isShown={asTable} />}
    </section>
  )
}

function Table({
  title,
  table,
  isShown,
}: {
  readonly title: string
  readonly table: TableData
  readonly isShown: boolean
}) {
  return (
    <div
      className={isShown ? 'figure-table' : 'hidden'}
      {...(isShown && { tabIndex: 0, role: 'region', 'aria-label': tableName(title) })}
    >
      <table>
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    <Content cell={cell} isShown={isShown} />
                  </th>
                ) : (
                  <td key={index} className="number">
                    <Content cell={cell} isShown={isShown} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A link only where it can be seen to have the focus. */
function Content({ cell, isShown }: { readonly cell: Cell; readonly isShown: boolean }) {
  if (typeof cell !== 'object') return cell
  const { count, to } = cell
  if (!isShown || count === 0) return count
  return (
    <a className="link" href={to} onClick={(event) => follow(event, to)}>
      {count}
    </a>
  )
}
