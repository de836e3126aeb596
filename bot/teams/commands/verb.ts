/** A word that the bot knows. `words`: folded as `phraseOf` does it, the usual one first. */
export type Verb = {
  readonly name: string
  readonly words: readonly string[]
  /** What has to follow: a record's number, a text of one's own, or nothing at all. */
  readonly takes: 'nothing' | 'record' | 'text'
  /** A verb that changes nothing may run although it was misspelt. */
  readonly changes: boolean
  readonly example: string
}

/** Phrases written one after the other, to be read as a list. */
export function said(phrases: string): readonly string[] {
  return phrases.trim().split(/,\s+/)
}
