import { languageOf, type Language } from '../../domain/language'
import { de } from './de'
import { en } from './en'

/** Every text that the cards say to people, in one language. */
export type Words = typeof en

const WORDS: Readonly<Record<Language, Words>> = { en, de }

/** The texts in the language of a reader. */
export function wordsOf({ locale }: { readonly locale: string }): Words {
  return WORDS[languageOf(locale)]
}

/** What those who speak a language call it. */
export function nameOfLanguage(language: Language): string {
  return WORDS[language].project.languageName
}

/** For whom is written what nobody in particular reads. */
export const IN_ENGLISH = { locale: 'en-GB' } as const
