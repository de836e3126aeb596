import { openCounts, WORDS } from '#words/overview'
import type { WorkstreamJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { Rag } from '../look/Rag'
import { follow } from '../look/Nav'
import { Evidence } from './Evidence'
import { verdictWords } from './overviewWords'
import { PastStrip } from './PastStrip'

/** Each workstream with its colour, the weeks before, and why; its name leads to its issues. */
export function Workstreams({ workstreams }: { readonly workstreams: readonly WorkstreamJson[] }) {
  if (workstreams.length === 0) return null
  return (
    <table className="overview-table workstreams" role="table">
      <caption className="hidden">{WORDS.workstreams}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[WORDS.workstream, WORDS.now, WORDS.before, WORDS.open, WORDS.evidence].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {workstreams.map((workstream) => (
          <Row key={workstream.id} workstream={workstream} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ workstream }: { readonly workstream: WorkstreamJson }) {
  const { query } = useAddress()
  const { id, name, verdict, items, issues } = workstream
  const to = pathOf('issues', query, { workstream: id })
  const words = verdictWords({ ...verdict, was: null })
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={to} dir="auto" onClick={(event) => follow(event, to)}>
          {name}
        </a>
      </th>
      <td role="cell">
        <Rag colour={verdict.colour} />
      </td>
      <td role="cell">
        <PastStrip past={verdict.past} />
      </td>
      <td role="cell" className="counts">
        {openCounts(items, issues)}
      </td>
      <td role="cell" className="why">
        <Evidence evidence={verdict.evidence} />
        {words !== '' && (
          <p className="quiet" dir="auto">
            {words}
          </p>
        )}
      </td>
    </tr>
  )
}
