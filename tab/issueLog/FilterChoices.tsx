import './triage.css'
import type { IssueRow } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { go, withQuery } from '../data/address'
import { grouped } from '../data/grouped'
import { LONG_LOG_NOTE } from '#words/bulk'
import { COLUMN_NAME } from '#words/log'
import { byName, SEVERITIES, STATUSES } from '../look/words'
import { AGES, encodePlace, FILTERS, NOBODY, placeOf, type Filter } from './issueList'
import type { ToolbarProps } from './toolbarProps'
import { LONG_FILTERS } from './listing'
import { valueName } from './logWords'

/** What one can filter by. A long log: by a severity and one of the others, one value each. */
export default function FilterChoices(props: ToolbarProps) {
  const { query, search, project, rows, isLong } = props
  const choose = (filter: Filter, value: string) => {
    const chosen = query.filters[filter]
    const has = chosen.includes(value)
    if (!isLong) {
      const next = has ? chosen.filter((one) => one !== value) : [...chosen, value]
      const text = (filter === 'where' ? next.map(encodePlace) : next).join(',')
      go(withQuery(search, { [filter]: text }), 'replace')
      return
    }
    const others = LONG_FILTERS.filter((other) => other !== 'severity' && other !== filter)
    const cleared = filter === 'severity' ? {} : Object.fromEntries(others.map((other) => [other, null]))
    go(withQuery(search, { ...cleared, [filter]: has ? null : value }), 'replace')
  }
  return (
    <div className="filters">
      {(isLong ? LONG_FILTERS : FILTERS).map((filter) => (
        <fieldset key={filter}>
          <legend>{COLUMN_NAME[filter]}</legend>
          {choices(filter, project, rows, isLong).map((value) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={query.filters[filter].includes(value)}
                onChange={() => choose(filter, value)}
              />
              <span dir="auto">{valueName(filter, value, project)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {isLong && <p className="quiet whole-row">{LONG_LOG_NOTE}</p>}
    </div>
  )
}

const MOST_PLACES = 12

function choices(
  filter: Filter,
  project: ProjectFacts,
  rows: readonly IssueRow[],
  isLong: boolean,
): readonly string[] {
  switch (filter) {
    case 'severity':
      return SEVERITIES
    case 'state':
      return STATUSES
    case 'owner': {
      const owners = new Set(rows.map((row) => row.owner?.id ?? NOBODY))
      const members = project.members.map(({ id }) => id)
      return [...(isLong ? members : members.filter((id) => owners.has(id))), NOBODY]
    }
    case 'workstream':
      return [...project.workstreams.map(({ id }) => id), NOBODY]
    case 'where':
      return mostUsed(rows.map(({ where }) => placeOf(where)))
    case 'age':
      return AGES
  }
}

/** The places with the most issues, by name. */
function mostUsed(places: readonly string[]): readonly string[] {
  return grouped(places, (place) => place)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PLACES)
    .map(([place]) => place)
    .toSorted(byName)
}
