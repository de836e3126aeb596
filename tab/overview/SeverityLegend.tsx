import type { OpenCountsJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { follow } from '../look/Nav'
import { OPEN_KEYS, OPEN_WORD, type OpenKey } from './overviewWords'

/** The value by which the issue log filters this severity. */
function severityFilter(key: OpenKey): string {
  return key === 'unrated' ? 'none' : key
}

/** Where the issue log shows the open issues of a severity. */
export function useSeverityPath(): (key: OpenKey) => string {
  const { query } = useAddress()
  return (key) => pathOf('issues', query, { severity: severityFilter(key) })
}

/** The open issues of each severity, the least on top as in the chart; each leads to them. */
export function SeverityLegend({ open }: { readonly open: OpenCountsJson }) {
  const pathTo = useSeverityPath()
  const shown = OPEN_KEYS.filter((key) => key !== 'unrated' || open.unrated > 0)
  return (
    <ul className="legend">
      {shown.toReversed().map((key) => (
        <li key={key}>
          <a className="link" href={pathTo(key)} onClick={(event) => follow(event, pathTo(key))}>
            <span className={`swatch swatch-${key}`} aria-hidden="true" />
            <b>{open[key]}</b> {OPEN_WORD[key]}
          </a>
        </li>
      ))}
    </ul>
  )
}
