import { distance } from 'fastest-levenshtein'
import { folded, phraseOf, sayable, withoutPoliteEnd, type Heard } from './hearing'
import { idAtStart } from './recordIds'
import type { Understood } from './understood'
import { VERBS } from './verbs'

type Near = { readonly sentence: string; readonly changes: boolean; readonly slips: number }

/** What a misspelt sentence may have been. One that only reads, off by one letter, is answered at once. */
export function guess(
  text: string,
  heard: Heard,
  again: (sentence: string) => Understood,
): Understood | undefined {
  const asked = nearQuestion(text, again)
  if (asked) return asked
  const near = [...nearPhrases(text), ...nearFirstWords(text, heard)].sort((a, b) => a.slips - b.slips)
  const [best, next] = near
  if (!best) return undefined
  const isAlone = !next || next.slips > best.slips
  if (!best.changes && best.slips === 1 && isAlone) return again(best.sentence)
  const guesses = [...new Set(near.flatMap(({ sentence }) => sayableAs(sentence, again(sentence))))].slice(
    0,
    2,
  )
  return guesses.length === 0 ? undefined : { kind: 'didYouMean', guesses, text: heard.said.text }
}

const QUESTION_WORDS = ['where', 'how', 'who', 'what']
/** One letter from a question word, and words themselves. */
const NO_QUESTION = new Set(
  'here there that hat chat than then now hot hop low bow row show ho two why when whom whose whole who whit wheat whale hoe hog wow woo'.split(
    ' ',
  ),
)

/** "wher do i report a bug": a question about how the project runs, if its first word were spelt right. */
function nearQuestion(text: string, again: (sentence: string) => Understood): Understood | undefined {
  const typed = folded(/^\p{L}{2,6}(?= )/u.exec(text)?.[0] ?? '')
  if (typed === '' || NO_QUESTION.has(typed)) return undefined
  const meant = QUESTION_WORDS.find((word) => slips(typed, word) === 1)
  const understood = meant === undefined ? undefined : again(meant + text.slice(typed.length))
  const isSure =
    understood?.kind === 'command' && understood.command.do === 'where' && understood.command.sure
  return isSure ? understood : undefined
}

/** Only what would be understood is offered; a sentence that is itself in doubt gives what it may mean. */
function sayableAs(sentence: string, understood: Understood): readonly string[] {
  if (understood.kind === 'didYouMean') return understood.guesses
  return understood.kind === 'notUnderstood' ? [] : [sentence]
}

/** Letters typed wrong, left out, doubled or swapped; a swap counts once. */
function slips(typed: string, word: string): number {
  const apart = distance(typed, word)
  if (apart !== 2 || typed.length !== word.length) return apart
  const at = firstDifference(typed, word)
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
  return swapped === word ? 1 : 2
}

function firstDifference(typed: string, word: string): number {
  let at = 0
  while (typed[at] === word[at]) at += 1
  return at
}

/** How many slips still look like slips in words of this length; in a phrase every word is already a clue. */
function allowed(words: string): number {
  if (words.length < 4) return 0
  return words.length >= (words.includes(' ') ? 12 : 7) ? 2 : 1
}

function nearPhrases(text: string): Near[] {
  if (text.length > 60) return []
  const typed = phraseOf(withoutPoliteEnd(text))
  if (typed.length < 4) return []
  const near: Near[] = []
  for (const { words, takes, changes, name } of VERBS) {
    const phrases: readonly string[] = takes === 'nothing' ? words : []
    if (name === 'thanks') continue
    const best = phrases
      .filter((phrase) => Math.abs(phrase.length - typed.length) <= 2)
      .map((phrase) => ({ phrase, slips: slips(typed, phraseOf(phrase)) }))
      .filter((found) => found.slips > 0 && found.slips <= allowed(found.phrase))
      .sort((a, b) => a.slips - b.slips)[0]
    if (best) near.push({ sentence: best.phrase, changes, slips: best.slips })
  }
  return [...near, ...nearNouns(typed)]
}

/** `actoins`, `isues`: the lists have no phrase of their own in the table. */
function nearNouns(typed: string): Near[] {
  return ['actions', 'issues'].flatMap((noun) => {
    const off = slips(typed, noun)
    return off > 0 && off <= 1 ? [{ sentence: noun, changes: false, slips: off }] : []
  })
}

/** Words that are spelt right, so that no other word was meant. */
const KNOWN: ReadonlySet<string> = new Set(['actions', 'issues', ...VERBS.flatMap(({ words }) => words)])

/** A misspelt first word: of a record's verb only where a record's number follows. */
function nearFirstWords(text: string, heard: Heard): Near[] {
  const first = /^(\p{L}{3,14})([\s:,-]{1,5})(?=\S)/u.exec(text.slice(0, 40))
  if (!first?.[1]) return []
  const typed = folded(first[1])
  if (KNOWN.has(typed)) return []
  const rest = text.slice(first[0].length)
  const isRecord = idAtStart(rest) !== undefined
  const near: Near[] = []
  for (const { words, takes, changes } of VERBS) {
    if (takes === 'nothing' || (takes === 'record' && !isRecord) || (takes === 'text' && rest.length < 3))
      continue
    const best = words
      .filter((word) => takes === 'record' || word === 'action' || word === 'issue')
      .map((word) => ({ word, slips: slips(typed, word) }))
      .filter(
        (found) =>
          found.slips > 0 && found.slips <= (found.word.length >= 8 ? 2 : found.word.length >= 3 ? 1 : 0),
      )
      .sort((a, b) => a.slips - b.slips)[0]
    if (best) near.push({ sentence: `${best.word} ${sayable(heard, rest)}`, changes, slips: best.slips })
  }
  return near
}
