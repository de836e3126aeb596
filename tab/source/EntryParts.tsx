import { PART_WORD } from '#words/source'
import type { EntryLine } from '../../bot/contract/source'
import { EntryArticle } from './EntryArticle'
import type { Part } from './entryList'

type Props = {
  readonly parts: readonly Part[]
  readonly open: string | null
  readonly addressOf: (id: string) => string
  readonly onVerify: (entry: EntryLine) => Promise<void>
  readonly onWrite: (id: string) => void
}

/** The entries under the heads of their parts. */
export function EntryParts({ parts, open, addressOf, onVerify, onWrite }: Props) {
  return parts.map(({ key, entries }) => (
    <section key={key} className="source-part" aria-labelledby={`part-${key}`}>
      <h3 id={`part-${key}`}>{PART_WORD[key]}</h3>
      {entries.map((entry) => (
        <EntryArticle
          key={entry.id}
          entry={entry}
          to={addressOf(entry.id)}
          isOpen={entry.id === open}
          onVerify={() => onVerify(entry)}
          onWrite={() => onWrite(entry.id)}
        />
      ))}
    </section>
  ))
}
