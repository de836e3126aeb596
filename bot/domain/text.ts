/** The longest text that is kept, in UTF-16 units: what a person might paste, and what one stored value holds. */
export const MAX_TEXT = 20_000
/** The longest title of a record, in UTF-16 units. */
export const TITLE_MAX = 250

/** What was typed, made fit to keep, or the refusal to cut it. `length` and `max` are UTF-16 units. */
export type Cleaned =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'tooLong'; readonly length: number; readonly max: number }

export type SplitText =
  | { readonly kind: 'ok'; readonly title: string; readonly details: string }
  | { readonly kind: 'tooLong'; readonly length: number; readonly max: number }

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROLS = /[^\P{Cc}\n\t]/gu
/** Embeddings and overrides of direction: one left open turns round the rest of the card it stands on. */
const DIRECTION_SWITCHES = /[\u202A-\u202E\u2066-\u2069]/g
/** Half of a character, e.g. of an emoji that was cut: no JSON or UTF-8 can carry it. */
const HALF_CHARACTERS = /\p{Cs}/gu

/** A text of many lines: composed (NFC), without control characters but line breaks and tabs, trimmed. */
export function cleanText(text: string, max = MAX_TEXT): Cleaned {
  const clean = text
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_SWITCHES, '')
    .replace(HALF_CHARACTERS, '\uFFFD')
    .normalize('NFC')
    .trim()
  return clean.length > max ? { kind: 'tooLong', length: clean.length, max } : { kind: 'ok', text: clean }
}

/** The same as one line: line breaks and runs of spaces become one space. */
export function cleanLine(text: string, max: number): Cleaned {
  const clean = cleanText(text, Infinity)
  if (clean.kind === 'tooLong') return clean
  const line = clean.text.replace(/\s+/g, ' ')
  return line.length > max ? { kind: 'tooLong', length: line.length, max } : { kind: 'ok', text: line }
}

/**
 * What is wrong, as one line, and the rest. A text that is longer than a title gives its first line or sentence
 * as the title and stays whole in the details, so that nothing typed is lost.
 */
export function splitTitle(text: string): SplitText {
  const clean = cleanText(text)
  if (clean.kind === 'tooLong') return clean
  const whole = clean.text
  const isTitle = whole.length <= TITLE_MAX && !whole.includes('\n')
  if (isTitle) return { kind: 'ok', title: whole.replace(/\s+/g, ' '), details: '' }
  return { kind: 'ok', title: firstSentence(whole), details: whole }
}

function firstSentence(text: string): string {
  const line = (text.split('\n', 1)[0] ?? '').replace(/\s+/g, ' ').trim()
  if (line.length <= TITLE_MAX) return line
  const sentence = /^.*?[.!?。！？؟](?=\s|$)/u.exec(line)?.[0] ?? line
  return sentence.length <= TITLE_MAX ? sentence : shortened(sentence, TITLE_MAX)
}

/** The text, or its beginning up to a word's end with an ellipsis, at most `max` UTF-16 units; no character is halved. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const start = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  const wordEnd = start.lastIndexOf(' ')
  return `${(wordEnd > max / 2 ? start.slice(0, wordEnd) : start).trimEnd()}…`
}
