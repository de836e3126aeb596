import type { WorkstreamId } from '../../domain/ids'
import type { PlainDate } from '../../domain/time'
import { dateAtStart, looksLikeDate } from './dates'
import { folded, MARK_CLASS, type Heard } from './hearing'
import { whoIs, type NameCare, type Who } from './people'

/** One part of `action <what> @owner for @person by <date> unblocks <what>`. */
export type Clause =
  | { readonly kind: 'owner'; readonly who: Who }
  | { readonly kind: 'for'; readonly who: Who }
  | { readonly kind: 'due'; readonly date: PlainDate }
  | { readonly kind: 'badDate'; readonly phrase: string }
  | { readonly kind: 'unblocks'; readonly text: string }
  | { readonly kind: 'workstream'; readonly id: WorkstreamId }
export type Found = { readonly clause: Clause; readonly end: number }
export type Clauses = readonly Clause[]

export function pick<K extends Clause['kind']>(
  clauses: Clauses,
  kind: K,
): Extract<Clause, { kind: K }> | undefined {
  return clauses.find((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind)
}

export const has = (clauses: Clauses, kind: Clause['kind']): boolean =>
  clauses.some((clause) => clause.kind === kind)

/** Two days, or two owners, are no sentence: then the first of them belongs to the title. */
export function fits(clause: Clause, others: Clauses): boolean {
  const isDay = clause.kind === 'due' || clause.kind === 'badDate'
  return !has(others, clause.kind) && !(isDay && (has(others, 'due') || has(others, 'badDate')))
}

/** After these a name or a day belongs to the words before it: "send it to @Megan", "the plan for 15 Dec". */
const HOLDS_WHAT_FOLLOWS =
  /(?:^|\s)(?:to|with|from|about|and|or|of|at|the|a|an|via|through|between|vs|versus|after|since|for|before|until|like|than|&|\+|\/)\s*$/

export function isHeld(line: string, at: number): boolean {
  return HOLDS_WHAT_FOLLOWS.test(folded(line.slice(Math.max(0, at - 12), at)))
}

const OWNER_WORDS = /^(?:owner|owned by|assigned to|assign to|assignee|responsible)(?:\s?[:=]| is)?\s+/
const FOR_WORD = /^(?:for|für)\s+/
const BY_WORD = /^by\s+/
export const DUE_WORDS =
  /^(?:due(?: date)?(?: is)?(?: by| on| until)?|deadline(?: is)?|by|before|until|till|til|on|not later than|no later than|at the latest|bis(?: zum| zu| am)?|am|avant(?: le)?|pour(?: le)?|d'ici(?: le| au)?|para(?: el)?|antes del?|entro(?: il)?|voor|innan|senast)\s?:?\s+/
/** How a date begins that stands without "by"; chrono knows more, these are the ones worth a look in a title. */
export const DAY_WORDS =
  'tomorrow|today|tonight|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|eod|eow|eom|cob|heute|morgen|übermorgen|nächst|kommend|diesen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|demain|lundi|mardi|mercredi|jeudi|vendredi'
const BARE_DAY = new RegExp(
  `^(?:\\d|in (?:\\d|an? |one |two |three |four |six )|the \\d|next |this |may \\d|end of|(?:${DAY_WORDS}))`,
  'u',
)

export function* peopleClausesAt(line: string, at: number, heard: Heard): Generator<Found> {
  const window = folded(line.slice(at, at + 60))
  const owner = OWNER_WORDS.exec(window)
  if (owner) {
    for (const { who, end } of peopleAt(line, at + owner[0].length, heard, 'named')) {
      if (who.kind !== 'none' || /^@|^\p{Lu}/u.test(line.slice(at + owner[0].length)))
        yield { clause: { kind: 'owner', who }, end }
    }
  }
  const forWord = FOR_WORD.exec(window)
  if (forWord) {
    const marked = isMarked(line, at + forWord[0].length)
    for (const { who, end } of peopleAt(
      line,
      at + forWord[0].length,
      heard,
      marked ? 'named' : 'inPassing',
    )) {
      if (marked || who.kind !== 'none') yield { clause: { kind: 'for', who }, end }
    }
  }
  const by = BY_WORD.exec(window)?.[0].length ?? 0
  if (isMarked(line, at + by) && !isHeld(line, at)) {
    for (const { who, end } of peopleAt(line, at + by, heard, 'named'))
      yield { clause: { kind: 'owner', who }, end }
  }
}

const NAME_MARK = new RegExp(`^(?:[${MARK_CLASS}]|@\\p{L})`, 'u')

/** Whether a mention stands here, a real one or a typed `@name`. */
function isMarked(line: string, at: number): boolean {
  return NAME_MARK.test(line.slice(at, at + 3))
}

/** Who may be meant from here on, the longest name first; after an @ also a name that nobody here has. */
export function* peopleAt(
  line: string,
  at: number,
  heard: Heard,
  care: NameCare,
): Generator<{ who: Who; end: number }> {
  const window = line.slice(at, at + 100)
  if (new RegExp(`^[${MARK_CLASS}]`).test(window)) {
    yield { who: whoIs(window.charAt(0), heard), end: at + 1 }
    return
  }
  const ends: number[] = []
  for (const word of window.matchAll(/[^\s,;:!?]+/g))
    ends.push(word.index + word[0].replace(/\.$/, '').length)
  const names = ends.slice(0, 4).map((end) => ({
    who: whoIs(window.slice(0, end), heard, care),
    words: window.slice(0, end),
    end: at + end,
  }))
  for (const { who, end } of [...names].reverse()) if (who.kind !== 'none') yield { who, end }
  if (care === 'inPassing') return
  for (const { who, words, end } of names) {
    const laterWords = words.split(/\s+/).slice(1)
    if (who.kind === 'none' && laterWords.every((word) => /^\p{Lu}/u.test(word))) yield { who, end }
  }
}

export function* dayClausesAt(line: string, at: number, heard: Heard): Generator<Found> {
  const small = folded(line.slice(at, at + 100))
  const words = DUE_WORDS.exec(small)
  const from = at + (words?.[0].length ?? 0)
  const held = words === null && isHeld(line, at)
  const bare = words === null && BARE_DAY.test(small) && !held
  const found = words || bare ? dateAtStart(line.slice(from), heard.ctx) : undefined
  if (found && (words ? mayBeDue(words[0], found.sure) : bare && found.sure))
    yield { clause: { kind: 'due', date: found.date }, end: from + found.length }
  const rest = line.slice(from, from + 40).replace(/[\s,;!]{1,40}$/, '')
  if (words && !found && looksLikeDate(rest))
    yield { clause: { kind: 'badDate', phrase: rest }, end: from + rest.length }
}

/** "on" and "am" say less than "by": figures after them may be anything. */
function mayBeDue(words: string, sure: boolean): boolean {
  return sure || !/^(?:on|am|pour|para|voor) /.test(words)
}

export function* workstreamAt(line: string, at: number, heard: Heard): Generator<Found> {
  if (line[at] !== '#') return
  const key = (text: string): string => folded(text).replace(/[\s_-]+/g, '')
  for (const { id, name } of heard.ctx.workstreams) {
    for (
      let end = at + 1 + name.length;
      end > at + 1 && end >= at + name.replace(/[\s_-]+/g, '').length;
      end -= 1
    ) {
      const next = line[end]
      if (key(line.slice(at + 1, end)) === key(name) && (next === undefined || !/[\p{L}\p{N}]/u.test(next)))
        yield { clause: { kind: 'workstream', id }, end }
    }
  }
}
