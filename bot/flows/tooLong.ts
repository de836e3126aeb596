import { cleanLine, cleanText, TITLE_MAX } from '../domain/text'
import type { Refusal } from './outcome'

/** The refusal of the first text that is too long to keep whole, with the text, so that nothing typed is lost. */
export function tooLong(texts: Readonly<Record<string, unknown>>): Refusal | null {
  for (const [field, text] of Object.entries(texts)) {
    if (typeof text !== 'string') continue
    const clean = field === 'title' ? cleanLine(text, TITLE_MAX) : cleanText(text)
    if (clean.kind === 'tooLong') {
      return { kind: 'tooLong', field, length: clean.length, most: clean.max, text }
    }
  }
  return null
}

/** The same where a rule has already said that one is. */
export function whichIsTooLong(texts: Readonly<Record<string, unknown>>): Refusal {
  const refusal = tooLong(texts)
  if (!refusal) throw new Error(`None of ${Object.keys(texts).join(', ')} is too long`)
  return refusal
}
