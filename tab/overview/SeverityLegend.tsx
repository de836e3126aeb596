import { OPEN_WORD } from '#words/overview'
import type { AgeBandJson, OpenCountsJson } from '../../bot/contract/overview'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { follow } from '../look/Nav'
import { OPEN_KEYS, type OpenKey } from './overviewWords'

/** The value by which the issue log filters this severity. */
function severityFilter(key: OpenKey): string {
  return key === 'unrated' ? 'none' : key
}

/** Where the issue log shows the open issues of a severity. */
export function useSeverityPath(): (key: OpenKey) => string {
  const { query } = useAddress()
  return (key) => pathOf('issues', query, { severity: severityFilter(key) })
}

/** Where it shows those of an age, of all severities or of one. A long log can't be filtered by age: there the age is left out. */
export function useAgePath(): (age: AgeBandJson, key?: OpenKey) => string {
  const { ready } = useTab()
  const { query } = useAddress()
  return ({ from }, key) =>
    pathOf('issues', query, {
      ...(key && { severity: severityFilter(key) }),
      ...(ready.whole && { age: String(from) }),
    })
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
