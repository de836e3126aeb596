import { sayable, type Heard } from './hearing'
import { idAtStart } from './recordIds'
import { verbWord } from './recordCommands'
import type { Understood } from './understood'

const BULLET = /^\s{0,10}(?:[-*•–—]|\d{1,2}[.)])\s{1,5}/u
const HEAD =
  /^[\p{L} ]{0,30}(?:action items?|actions|tasks|to-?dos?|next steps|aufgaben|nächste schritte)[\p{L} ]{0,20}:?$/iu
/** More than anybody wants to be offered one by one. */
const FEW = 2
const LONGEST = 4_000

/**
 * Several things in one message, each on its line: a pasted list of what is to be done, or several records changed. One
 * sentence does one thing, so the first ones are offered; a longer list is better brought as a file.
 */
export function severalLines(
  text: string,
  heard: Heard,
  again: (sentence: string) => Understood,
): Understood | undefined {
  if (!text.includes('\n') || text.length > LONGEST) return undefined
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const changes = lines.every((line) => isOfRecord(bare(line))) ? lines.map(bare) : []
  const sentences = changes.length > 0 ? changes : asItems(lines)
  const known = sentences
    .map((sentence) => sayable(heard, sentence))
    .filter((sentence) => again(sentence).kind === 'command')
  if (sentences.length < FEW || known.length === 0) return undefined
  const isLongList = changes.length === 0 && sentences.length > FEW
  const guesses = isLongList ? [...known.slice(0, 1), 'import'] : known.slice(0, FEW)
  return { kind: 'didYouMean', guesses, text: heard.said.text }
}

function bare(line: string): string {
  return line.replace(BULLET, '')
}

/** "A-12 done", "move A-13 to Friday". */
function isOfRecord(line: string): boolean {
  const verb = verbWord(line)?.length ?? 0
  return idAtStart(line.slice(verb).trimStart()) !== undefined
}

/** Lines with a bullet each, under a heading or none. */
function asItems(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines
  const listed = BULLET.test(first) ? lines : HEAD.test(first) ? rest : []
  return listed.every((line) => BULLET.test(line)) ? listed.map((line) => `action ${bare(line)}`) : []
}
