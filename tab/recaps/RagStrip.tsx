import { strip } from '#words/recaps'
import type { RecapLine } from '../../bot/contract/recap'
import { Rag } from '../look/Rag'

const WEEKS = 8

type Props = { readonly rows: readonly RecapLine[]; readonly chosen: string }

/** The colours of the last weeks, overall and by workstream, oldest on the left. */
export function RagStrip({ rows, chosen }: Props) {
  const weeks = rows.slice(0, WEEKS).toReversed()
  const names = [
    ...new Set(rows.slice(0, WEEKS).flatMap(({ workstreams }) => workstreams.map(({ name }) => name))),
  ]
  if (weeks.length < 2) return null
  return (
    <table className="strip-table">
      <caption className="hidden">{strip.name}</caption>
      <thead>
        <tr>
          <td />
          {weeks.map(({ week }) => (
            <th key={week} scope="col" className={week === chosen ? 'strip-cell' : 'strip-cell quiet'}>
              {Number(week.slice(-2))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{strip.overall}</th>
          {weeks.map(({ week, colour }) => (
            <td key={week} className="strip-cell">
              <Rag colour={colour} short />
            </td>
          ))}
        </tr>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row" className="quiet">
              {name}
            </th>
            {weeks.map(({ week, workstreams }) => {
              const colour = workstreams.find((one) => one.name === name)?.colour
              return (
                <td key={week} className="strip-cell">
                  {colour && <Rag colour={colour} short />}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
