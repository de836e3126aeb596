import { PLAIN_VERBS } from './plainVerbs'
import { RECORD_VERBS } from './recordVerbs'
import type { Verb } from './verb'

export type VerbName = (typeof VERBS)[number]['name']

/** Every word that the bot knows, in one place. */
export const VERBS = [...PLAIN_VERBS, ...RECORD_VERBS] as const satisfies readonly Verb[]

export function exampleOf(name: VerbName): string {
  return VERBS.find((verb) => verb.name === name)?.example ?? name
}

/** The word that help and guesses use. */
export function wordOf(name: VerbName): string {
  return VERBS.find((verb) => verb.name === name)?.words[0] ?? name
}
