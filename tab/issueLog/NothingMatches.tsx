import { go, withQuery } from '../data/address'
import { NOTHING_FITS, NOTHING_IN, TAKE_OFF } from '#words/logPage'
import type { ListQuery } from './issueList'

/** The view is empty, or the filter leaves nothing. */
export function NothingMatches({ query, search }: { readonly query: ListQuery; readonly search: string }) {
  const filtered = query.words !== '' || Object.values(query.filters).some((values) => values.length > 0)
  return (
    <div className="state">
      <h2>{filtered ? NOTHING_FITS : NOTHING_IN[query.view]}</h2>
      {filtered && (
        <button
          type="button"
          className="button big"
          onClick={() =>
            go(
              withQuery(search, { q: null, severity: null, state: null, owner: null, workstream: null }),
              'replace',
            )
          }
        >
          {TAKE_OFF}
        </button>
      )}
    </div>
  )
}
