import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { go, withQuery } from '../data/address'
import { SeverityShape } from '../look/icons'
import { Full } from '../look/states'
import { SEVERITY_WORD } from '../look/words'
import type { ListQuery } from './issueList'
import { SEVERITY_MEANS } from './SeverityChoice'

/** Nobody has found anything wrong yet: how to say so when somebody does. */
export function NoIssues({ onNew }: { readonly onNew: () => void }) {
  return (
    <Full
      icon={null}
      title="No issues yet"
      text="Found something wrong? Tell it here, or write in the channel. The bot asks only for what is missing: where, the steps, how bad."
    >
      <p className="example">
        <b>@Plumbline</b> issue Payment run pays an invoice twice
      </p>
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> New issue
      </button>
      <dl>
        {(['showStopper', 'workaround', 'cosmetic'] as const).map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <SeverityShape severity={key} />
            </dt>
            <dt>{SEVERITY_WORD[key]}</dt>
            <dd>{SEVERITY_MEANS[key]}</dd>
          </div>
        ))}
      </dl>
    </Full>
  )
}

const NOTHING: Record<ListQuery['view'], string> = {
  open: 'Nothing is open',
  mine: 'Nothing open is yours',
  retest: 'Nothing waits for a retest',
  all: 'No issues',
}

/** The view is empty, or the filter leaves nothing. */
export function NothingMatches({ query, search }: { readonly query: ListQuery; readonly search: string }) {
  const filtered = query.words !== '' || Object.values(query.filters).some((values) => values.length > 0)
  return (
    <div className="state">
      <h2>{filtered ? 'Nothing fits' : NOTHING[query.view]}</h2>
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
          Take off the filter
        </button>
      )}
    </div>
  )
}
