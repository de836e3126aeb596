import { de } from './de'
import { en } from './en'

/** Every text that the cards say to people, in one language. */
export type Words = typeof en

export type Language = 'en' | 'de'

const WORDS: Readonly<Record<Language, Words>> = { en, de }

/** The language in which somebody with this locale reads the cards: German for every German, English for all others. */
export function languageOf(locale: string): Language {
  return /^de(-|$)/i.test(locale) ? 'de' : 'en'
}

/** The texts in the language of a reader. */
export function wordsOf({ locale }: { readonly locale: string }): Words {
  return WORDS[languageOf(locale)]
}

/** The locale of a card that many read, which is in English: the lead's own way to write dates where that is English. */
export function englishOf(locale: string | null | undefined): string {
  return locale && languageOf(locale) === 'en' ? locale : 'en-GB'
}

/** For whom a card is written that many read, and nobody in particular. */
export const IN_ENGLISH = { locale: 'en-GB' } as const
