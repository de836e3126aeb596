import { empty, NOTHING_FITS, toolbar } from '#words/items'
import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { go, withQuery } from '../data/address'
import { Full } from '../look/states'
import { FILTERS, isFiltered, type ItemQuery } from './itemQuery'

/** Nothing is owed yet: what an item is, and both ways to add one. */
export function NoItems({ onNew }: { readonly onNew: () => void }) {
  return (
    <Full icon={null} title={empty.title} text={empty.text}>
      <p className="example">
        <b>@Plumbline</b> {empty.example}
      </p>
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> {toolbar.newItem}
      </button>
    </Full>
  )
}

/** The view is empty, or the filter leaves nothing. */
export function NothingFits({ query, search }: { readonly query: ItemQuery; readonly search: string }) {
  const off = Object.fromEntries(['q', ...FILTERS].map((name) => [name, null]))
  return (
    <div className="state">
      <h2>{isFiltered(query) ? empty.nothingFits : NOTHING_FITS[query.view]}</h2>
      {isFiltered(query) && (
        <button type="button" className="button big" onClick={() => go(withQuery(search, off), 'replace')}>
          {empty.takeOff}
        </button>
      )}
    </div>
  )
}

/** The first load failed; the page goes on trying. */
export function CantLoadItems({ retry }: { readonly retry: () => void }) {
  return (
    <Full icon={null} title={empty.cantLoad} text={empty.cantLoadText}>
      <button type="button" className="button primary big" onClick={retry}>
        {empty.tryAgain}
      </button>
    </Full>
  )
}
