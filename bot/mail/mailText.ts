import { ragWord } from '../cards/words'
import type { Recap } from '../domain/recap'
import { letterOf, WORDS, type LetterRow, type LetterSection } from './letter'

/** The recap as plain text, for mail clients that want it: the same words in the same order as `mailPage`. */
export function mailText(recap: Recap): string {
  const letter = letterOf(recap)
  const { about, colour, headline, note, small, numbers, sections, foot } = letter
  const parts = [
    [about, `${ragWord(colour, WORDS).toUpperCase()}: ${headline}`, ...note],
    small,
    numbers.map(({ value, label }) => `${value} ${label}`),
    ...sections.map(linesOf),
    foot,
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function linesOf({ title, beside, rows }: LetterSection): readonly string[] {
  return [
    beside === '' ? title.toUpperCase() : `${title.toUpperCase()} (${beside})`,
    ...rows.flatMap(rowLines),
  ]
}

function rowLines({ colour, what, fact, lines }: LetterRow): readonly string[] {
  const mark = colour === null ? '' : `${ragWord(colour, WORDS)}: `
  return [`- ${mark}${what}${fact === '' ? '' : ` [${fact}]`}`, ...lines.map((line) => `  ${line}`)]
}
