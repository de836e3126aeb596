import { Search20Regular } from '@fluentui/react-icons/headless/svg/search'
import { go, withQuery } from '../data/address'
import { SEARCH } from '#words/common'

type Props = {
  readonly name: string
  readonly words: string
  readonly search: string
  readonly onEnter?: () => void
}

/** The words that a list is searched by, as they are typed, in the address; Esc takes them out. */
export function SearchBox({ name, words, search, onEnter }: Props) {
  return (
    <label className="search">
      <span className="hidden">{name}</span>
      <Search20Regular />
      <input
        id="search"
        className="field"
        type="search"
        placeholder={SEARCH}
        value={words}
        onChange={(event) => go(withQuery(search, { q: event.target.value }), 'replace')}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.()
          if (event.key !== 'Escape') return
          go(withQuery(search, { q: null }), 'replace')
          event.currentTarget.blur()
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}
