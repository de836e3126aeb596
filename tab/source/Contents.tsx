import { contents, PART_WORD } from '#words/source'
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search'
import { go, withQuery } from '../data/address'
import type { Part } from './entryList'
import { wantsCheck } from './entryList'
import { TrustMark } from './TrustMark'

type Props = {
  readonly parts: readonly Part[]
  readonly words: string
  readonly search: string
  readonly current: string | null
  /** Goes to the entry on the page. */
  readonly onJump: (id: string) => void
}

/** The search box, and every entry by its title, with a word where one should not be trusted. */
export function Contents({ parts, words, search, current, onJump }: Props) {
  return (
    <div className="source-contents">
      <label className="search">
        <span className="hidden">{contents.search}</span>
        <Search20Regular />
        <input
          id="search"
          className="field"
          type="search"
          placeholder={contents.where}
          value={words}
          onChange={(event) => go(withQuery(search, { q: event.target.value }), 'replace')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            go(withQuery(search, { q: null }), 'replace')
            event.currentTarget.blur()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <nav aria-label={contents.name}>
        {parts.map(({ key, entries }) => (
          <div key={key}>
            <p className="quiet" id={`part-${key}-contents`}>
              {PART_WORD[key]}
            </p>
            <ul aria-labelledby={`part-${key}-contents`}>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <a
                    href={`#row-${entry.id}`}
                    aria-current={entry.id === current ? 'true' : undefined}
                    className={entry.content.kind === 'empty' ? 'is-empty' : undefined}
                    onClick={(event) => {
                      event.preventDefault()
                      onJump(entry.id)
                    }}
                  >
                    <span dir="auto">{entry.title}</span>
                    {(wantsCheck(entry) || entry.content.kind === 'empty') && (
                      <TrustMark entry={entry} short />
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  )
}
