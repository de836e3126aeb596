import type { RecapLine } from '../../bot/contract/recap'
import { RAG_LETTER, RAG_WORD } from '#words/rag'

/** Always a word (a letter in strips), so that it is never taken for a severity. */
export function Rag({
  colour,
  short = false,
}: {
  readonly colour: RecapLine['colour']
  readonly short?: boolean
}) {
  const word = RAG_WORD[colour]
  if (!short) return <span className={`rag rag-${colour}`}>{word}</span>
  return (
    <span
      className={`rag rag-${colour} rag-short`}
      role="img"
      aria-label={word}
      title={word}
      data-letter={RAG_LETTER[colour]}
    />
  )
}
