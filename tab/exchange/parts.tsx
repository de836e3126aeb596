import type { ImportProblem } from '../../bot/contract/exchange'
import { moreProblems, WORDS } from '#words/exchange'

export function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="figures">
      {facts.map(([what, figure]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

type Problems = { readonly problems: readonly ImportProblem[]; readonly all: number; readonly title: string }

/** Each row with something wrong, where in it, and what; of a workbook with several sheets also in which. */
export function ProblemTable({ problems, all, title }: Problems) {
  if (problems.length === 0) return null
  const isOfSeveral = new Set(problems.map(({ sheet }) => sheet)).size > 1
  return (
    <div className="problems" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{WORDS.row}</th>
            <th scope="col">{WORDS.column}</th>
            <th scope="col">{WORDS.what}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ sheet, row, column, text, skipped }, at) => (
            <tr key={`${sheet} ${row} ${at}`} className={skipped ? 'skipped' : undefined}>
              <td className="row-number">{row}</td>
              <td>{column}</td>
              <td>
                {text}
                {isOfSeveral && <small className="quiet">{sheet}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > problems.length && <p className="quiet">{moreProblems(all - problems.length)}</p>}
    </div>
  )
}
