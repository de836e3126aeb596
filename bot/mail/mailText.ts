import { ragWord } from '../cards/words'
import { wordsOf, type Words } from '../cards/words/wordsOf'
import { localeIn } from '../domain/language'
import type { Recap } from '../domain/recap'
import { letterOf, type LetterRow, type LetterSection } from './letter'

/** The recap as plain text, for mail clients that want it: the same words in the same order as `mailPage`. */
export function mailText(recap: Recap): string {
  const letter = letterOf(recap)
  const w = wordsOf({ locale: localeIn(letter.language) })
  const { about, colour, headline, note, small, numbers, sections, foot } = letter
  const parts = [
    [about, `${ragWord(colour, w).toUpperCase()}: ${headline}`, ...note],
    small,
    numbers.map(({ value, label }) => `${value} ${label}`),
    ...sections.map((one) => linesOf(one, w)),
    foot,
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function linesOf({ title, beside, rows }: LetterSection, w: Words): readonly string[] {
  return [
    beside === '' ? title.toUpperCase() : `${title.toUpperCase()} (${beside})`,
    ...rows.flatMap((one) => rowLines(one, w)),
  ]
}

function rowLines({ colour, what, fact, lines }: LetterRow, w: Words): readonly string[] {
  const mark = colour === null ? '' : `${ragWord(colour, w)}: `
  return [`- ${mark}${what}${fact === '' ? '' : ` [${fact}]`}`, ...lines.map((line) => `  ${line}`)]
}
