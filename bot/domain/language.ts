/** The languages in which Plumbline speaks to people. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language in which somebody with this locale reads: German for every German, English for all others. */
export function languageOf(locale: string): Language {
  return /^de(-|$)/i.test(locale) ? 'de' : 'en'
}

/** Where nobody's own way to write dates is known: day before month. */
const USUAL_LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

/** The locale (BCP 47) of a text in this language that many read: that of `locale`, where it is of the language. */
export function localeIn(language: Language, locale?: string | null): string {
  return locale && languageOf(locale) === language ? locale : USUAL_LOCALE[language]
}
