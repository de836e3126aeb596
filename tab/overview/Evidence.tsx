import type { EvidenceJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { follow } from '../look/Nav'
import { evidenceWords } from './overviewWords'

/** Why a colour is what it is, the worst first; each record that it names leads to it. */
export function Evidence({ evidence }: { readonly evidence: readonly EvidenceJson[] }) {
  return (
    <ul className="evidence">
      {evidence.map((one, index) => {
        const { record, text } = evidenceWords(one)
        return (
          <li key={index}>
            {record && <RecordLink id={record} />} {text}
          </li>
        )
      })}
    </ul>
  )
}

function RecordLink({ id }: { readonly id: string }) {
  const { query } = useAddress()
  const to = id.startsWith('I-')
    ? pathOf('issues', query, { issue: id })
    : pathOf('items', query, { item: id })
  return (
    <a className="link" href={to} onClick={(event) => follow(event, to)}>
      {id}
    </a>
  )
}
