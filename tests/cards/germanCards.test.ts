import { bytesOf, MOST_BYTES, type Card } from '../../bot/cards/card'
import { en } from '../../bot/cards/words/en'
import { gallery } from './gallery'
import { longest } from './hardCases'
import { inGerman } from './views'

/* Every card as a German reads it. */

/** English sentences of the tables: long enough that nobody's own words in a card are taken for one. */
function sentencesOf(table: object): string[] {
  return Object.values(table).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return value.split(' ').length >= 4 ? [value] : []
    return typeof value === 'object' && value !== null ? sentencesOf(value) : []
  })
}

const SENTENCES = sentencesOf(en)

const CARDS = inGerman(() => [...gallery(), ...longest()].map(([name, card]) => [name, card] as const))

test.each(CARDS)('%s holds no English sentence of ours and is light enough to send', (_, card: Card) => {
  const shown = JSON.stringify(card)
  expect(SENTENCES.filter((sentence) => shown.includes(sentence))).toEqual([])
  expect(bytesOf(card)).toBeLessThan(MOST_BYTES)
})
