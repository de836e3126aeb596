import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { go, withQuery } from '../data/address'
import { Full } from '../look/states'
import { FILTERS, isFiltered, type ItemQuery } from './itemQuery'
import { NOTHING_FITS } from './itemWords'

/** Nothing is owed yet: what an item is, and both ways to add one. */
export function NoItems({ onNew }: { readonly onNew: () => void }) {
  return (
    <Full
      icon={null}
      title="Nothing is owed to anybody"
      text="An action item is what somebody must provide so that somebody else can go on. Add one here, or in the channel:"
    >
      <p className="example">
        <b>@Plumbline</b> action send the price file @Megan for @Alex by Friday unblocks load test
      </p>
      <button type="button" className="button primary big" onClick={onNew}>
        <Add16Regular /> New action item
      </button>
    </Full>
  )
}

/** The view is empty, or the filter leaves nothing. */
export function NothingFits({ query, search }: { readonly query: ItemQuery; readonly search: string }) {
  const off = Object.fromEntries(['q', ...FILTERS].map((name) => [name, null]))
  return (
    <div className="state">
      <h2>{isFiltered(query) ? 'Nothing fits' : NOTHING_FITS[query.view]}</h2>
      {isFiltered(query) && (
        <button type="button" className="button big" onClick={() => go(withQuery(search, off), 'replace')}>
          Take off the filter
        </button>
      )}
    </div>
  )
}

/** The first load failed; the page goes on trying. */
export function CantLoadItems({ retry }: { readonly retry: () => void }) {
  return (
    <Full
      icon={null}
      title="The items can’t be loaded right now"
      text="Nothing is lost. They come by themselves once the service answers."
    >
      <button type="button" className="button primary big" onClick={retry}>
        Try again
      </button>
    </Full>
  )
}
