import { isItemId, type IssueId, type ItemId, type RecordId } from '../../domain/ids'
import type { Person } from '../../domain/person'
import {
  folded,
  MARK_CLASS,
  phraseOf,
  saysNothing,
  sayable,
  spoken,
  withoutPoliteEnd,
  type Heard,
} from './hearing'
import { whoIs } from './people'
import { dateAtStart } from './dates'
import { changeIssue, gradeIssue, markDuplicate, triageIssue } from './issueCommands'
import { blockItem, changeItem, moveItem, newOwner } from './itemCommands'
import { reasonIn } from './reasons'
import { idAtEnd, idAtStart, type FoundId } from './recordIds'
import { asSeverity } from './severities'
import { command, type Understood } from './understood'
import { VERBS, wordOf, type VerbName } from './verbs'

/** What was asked of a record: the verb, the record, what else was said. */
type Asked<Id extends RecordId = RecordId> = { readonly id: Id; readonly rest: string; readonly heard: Heard }
type Build<Id extends RecordId> = (asked: Asked<Id>) => Understood
type RecordVerb = Extract<(typeof VERBS)[number], { takes: 'record' }>['name']

const RECORD_VERBS = VERBS.filter((verb) => verb.takes === 'record')

/** Every way to say a verb, the longest first, so that "done with" is not read as "done". */
const SPELLINGS: readonly { readonly word: string; readonly verb: RecordVerb }[] = RECORD_VERBS.flatMap(
  ({ name, words }) => words.map((word) => ({ word, verb: name })),
).sort((a, b) => b.word.length - a.word.length)

const BARE: ReadonlySet<VerbName> = new Set<VerbName>(['done', 'start', 'fix', 'retest', 'close', 'take'])

const FOR_ITEM: Readonly<Record<RecordVerb, Build<ItemId> | readonly RecordVerb[]>> = {
  show,
  history,
  undo,
  done: ({ id }) => changeItem(id, { kind: 'done' }),
  close: ({ id }) => changeItem(id, { kind: 'done' }),
  start: ({ id }) => changeItem(id, { kind: 'start' }),
  block: ({ id, rest, heard }) => blockItem(id, rest, heard),
  move: ({ id, rest, heard }) => moveItem(id, rest, heard),
  rename: ({ id, rest, heard }) =>
    renamed(id, rest, heard, (title) => changeItem(id, { kind: 'edit', title })),
  own: ({ id, rest, heard }) => ownedBy(rest, heard, (owner) => changeItem(id, { kind: 'own', owner })),
  take: ({ id, heard }) => changeItem(id, { kind: 'own', owner: heard.ctx.me }),
  cancel: ({ id, rest, heard }) => changeItem(id, { kind: 'cancel', why: why(rest, heard) }),
  reopen: ({ id, rest, heard }) => changeItem(id, { kind: 'reopen', why: why(rest, heard) }),
  triage: ['show'],
  severity: ['show'],
  fix: ['start', 'done'],
  retest: ['done'],
  defer: ['move', 'show'],
  duplicate: ['cancel'],
  workaround: ['show'],
  comment: ['show'],
}

const FOR_ISSUE: Readonly<Record<RecordVerb, Build<IssueId> | readonly RecordVerb[]>> = {
  show,
  history,
  undo,
  triage: ({ id, rest, heard }) => triageIssue(id, rest, heard),
  severity: ({ id, rest, heard }) => gradeIssue(id, rest, heard),
  fix: ({ id }) => changeIssue(id, { kind: 'fix' }),
  start: ({ id }) => changeIssue(id, { kind: 'fix' }),
  retest: ({ id }) => changeIssue(id, { kind: 'retest' }),
  close: ({ id }) => changeIssue(id, { kind: 'close' }),
  defer: ({ id, rest, heard }) => changeIssue(id, { kind: 'defer', why: why(rest, heard) }),
  reopen: ({ id, rest, heard }) => changeIssue(id, { kind: 'reopen', why: why(rest, heard) }),
  duplicate: ({ id, rest, heard }) => markDuplicate(id, rest, heard),
  comment: ({ id, rest, heard }) => command({ do: 'commentIssue', id, text: why(rest, heard) }),
  workaround: ({ id, rest, heard }) => changeIssue(id, { kind: 'edit', workaround: why(rest, heard) }),
  rename: ({ id, rest, heard }) =>
    renamed(id, rest, heard, (title) => changeIssue(id, { kind: 'edit', title })),
  own: ({ id, rest, heard }) => ownedBy(rest, heard, (owner) => changeIssue(id, { kind: 'edit', owner })),
  take: ({ id, heard }) => changeIssue(id, { kind: 'edit', owner: heard.ctx.me }),
  done: ['retest', 'close'],
  block: ['show'],
  move: ['defer', 'show'],
  cancel: ['close', 'defer'],
}

/** Reads a sentence that names one record: verb first (`done A-12`), or the record first (`A-12 is done`). */
export function recordCommand(text: string, asks: boolean, heard: Heard): Understood | undefined {
  const alone = idAtStart(text)
  const ticked = tickedOff(text, heard)
  if (ticked) return ticked
  if (alone) {
    const rest = text.slice(alone.length)
    if (saysNothing(rest.replace(/^[\s?:.!]{1,20}/, ''))) return showCommand(alone.id, false)
    const said = recordFirst(alone, rest, asks, heard)
    if (said) return said
  }
  const marked = markedAs(text, asks, heard)
  if (marked) return marked
  const small = folded(text.slice(0, 80))
  for (const { word, verb } of SPELLINGS) {
    const after = afterWord(small, word)
    if (after === undefined) continue
    const found = idAfter(text.slice(after))
    if (found) return ask(verb, { id: found.id, rest: found.rest, heard }, asks)
    const last = verb === 'own' ? idAtEnd(withoutPoliteEnd(text)) : undefined
    if (last)
      return ask(
        'own',
        {
          id: last.id,
          rest: last.before.slice(after).replace(/\s(?:to|as (?:the )?owner of|on)$/i, ''),
          heard,
        },
        asks,
      )
  }
  return withoutLetter(text, heard)
}

/** `done 12`: an action item or an issue, where the verb is one for both. */
function withoutLetter(text: string, heard: Heard): Understood | undefined {
  const said = verbWord(text)
  const number =
    said &&
    /^[\s:]{1,5}#?\s?(\d{1,6})$/.exec(
      withoutPoliteEnd(text.slice(said.length)).replace(/[.!?]{1,5}$/, ''),
    )?.[1]
  if (!said || number === undefined || Number(number) === 0) return undefined
  const [item, issue] = [`A-${Number(number)}`, `I-${Number(number)}`] as const
  const guesses = [
    ...(isList(FOR_ITEM[said.verb]) ? [] : [sentenceOf(said.verb, item)]),
    ...(isList(FOR_ISSUE[said.verb]) ? [] : [sentenceOf(said.verb, issue)]),
  ]
  return { kind: 'didYouMean', guesses, text: heard.said.text }
}

/** The record verb that a text starts with, in any spelling, and how long it is. */
export function verbWord(text: string): { readonly verb: RecordVerb; readonly length: number } | undefined {
  const small = folded(text.slice(0, 80))
  for (const { word, verb } of SPELLINGS) {
    const length = afterWord(small, word)
    if (length !== undefined) return { verb, length }
  }
  return undefined
}

/** How long the word is, apostrophes included, when the text starts with it. */
function afterWord(small: string, word: string): number | undefined {
  const written = small.startsWith(word) ? word.length : undefined
  const end = written ?? withApostrophes(small, word)
  return end !== undefined && !/[\p{L}\p{N}'-]/u.test(small[end] ?? '') ? end : undefined
}

function withApostrophes(small: string, word: string): number | undefined {
  let at = 0
  for (const letter of word) {
    if (small[at] === "'") at += 1
    if (small[at] !== letter) return undefined
    at += 1
  }
  return at
}

const BEFORE_ID = /^(?:[\s:,-]|(?:with|of|on|for|to|the|record|number|my|our|off|up)(?=\s))*/

function idAfter(text: string): { readonly id: RecordId; readonly rest: string } | undefined {
  const glue = BEFORE_ID.exec(folded(text.slice(0, 30)))?.[0].length ?? 0
  const found = glue > 0 || text === '' ? idAtStart(text.slice(glue)) : undefined
  return found && { id: found.id, rest: text.slice(glue + found.length) }
}

const IS =
  /^(?:[\s:,=→–—>-]|(?:is now|is|was|has been|are|be|as|now|to|it's|gets|got|goes to|an?|the)(?=\s))*/

/** `A-12 done`, `A-12 is blocked: no firewall`, `I-7: cosmetic`. */
function recordFirst(
  { id, lettered }: FoundId,
  rest: string,
  asks: boolean,
  heard: Heard,
): Understood | undefined {
  const said = rest.slice(IS.exec(folded(rest.slice(0, 60)))?.[0].length ?? 0)
  if (said.length === rest.length && !/^[\s]/.test(rest)) return undefined
  const plain = withoutPoliteEnd(said)
  if (!isItemId(id) && asSeverity(plain)) return gradeIssue(id, plain, heard)
  const found = verbWord(said)
  if (!found || found.verb === 'show') {
    if (!lettered) return undefined
    return { kind: 'didYouMean', guesses: saidOf(id, said, heard), text: heard.said.text }
  }
  return ask(found.verb, { id, rest: said.slice(found.length), heard }, asks)
}

/** What a record's number may be said with, where no verb follows: a day, somebody's name, what one saw when trying it. */
function saidOf(id: RecordId, said: string, heard: Heard): readonly string[] {
  if (!isItemId(id)) return [...triedOut(id, said), id]
  const plain = withoutPoliteEnd(said).replace(/[.!]{1,5}$/, '')
  const day = plain.slice(BY_DAY.exec(folded(plain.slice(0, 20)))?.[0].length ?? 0)
  if (dateAtStart(day, heard.ctx)?.sure === true) return [`move ${id} to ${sayable(heard, day)}`]
  const small = folded(plain).trim()
  if (LATE.test(small)) return [`move ${id}`, id]
  if (ON_TRACK.test(small)) return ['my card', id]
  const name = plain.slice(TO_NAME.exec(folded(plain.slice(0, 20)))?.[0].length ?? 0)
  const isMarked = new RegExp(`^(?:[${MARK_CLASS}]|@\\p{L})`, 'u').test(name)
  const isOne = whoIs(name.replace(/['’]s$/, ''), heard, isMarked ? 'named' : 'inPassing').kind === 'one'
  if (isOne) return [`own ${id} ${isMarked ? '' : '@'}${sayable(heard, name.replace(/['’]s$/, ''))}`, id]
  const [other] = othersIn(said, id)
  return other !== undefined && DONE_AT_END.test(small) ? [`done ${id}`, `done ${other}`] : [id]
}

const BY_DAY = /^(?:by|until|till|on) /
const TO_NAME = /^(?:for|goes to) /
const LATE =
  /^(?:(?:will|is going to) )?(?:be |running )?(?:a bit |too )?(?:late|delayed|behind|off track|not on track|overdue)$/
const ON_TRACK = /^(?:still )?(?:on track|on time|fine|ok|okay|good|going well)$/
const DONE_AT_END = /(?<![\p{L}\p{N}])(?:done|finished|completed?)$/u

/** Further records of the same kind, as "A-12 and A-13" names them. */
function othersIn(text: string, id: RecordId): readonly RecordId[] {
  return [...text.slice(0, 400).matchAll(/(?:^|[\s,;+&])(?=[ai]\s?-?\s?\d)/gi)]
    .map((match) => idAtStart(text.slice(match.index + match[0].length))?.id)
    .filter((other) => other !== undefined)
    .filter((other) => isItemId(other) === isItemId(id))
}

const TICK = /[✅☑✔]\ufe0f?/gu

/** "✅ A-12": a tick says done, as far as one can tell. */
function tickedOff(text: string, heard: Heard): Understood | undefined {
  if (text.length > 40 || !/[✅☑✔]/u.test(text)) return undefined
  const bare = text.replace(TICK, '').trim()
  const found = idAtStart(bare)
  if (!found || !saysNothing(bare.slice(found.length))) return undefined
  const verb = isItemId(found.id) ? 'done' : 'close'
  return { kind: 'didYouMean', guesses: [sentenceOf(verb, found.id), found.id], text: heard.said.text }
}

const WORKS =
  /^(?:it )?(?:works?(?: now| again| fine)?|is (?:ok|okay|fine|good)(?: now)?|ok|okay|passed|passes|no longer (?:fails|happens))[.!]?$/
const FAILS =
  /(?<![\p{L}\p{N}])(?:fails?|failing|failed|happens|happened|broken|back|wrong|does(?: not|n't) work|not working)(?: again)?[.!]?$/u

/** "I-7 works now", "I-7 still fails". */
function triedOut(id: RecordId, said: string): readonly string[] {
  const small = folded(said).trim()
  if (small.length > 60) return []
  return WORKS.test(small) ? [`close ${id}`] : FAILS.test(small) ? [`reopen ${id}`] : []
}

/** `mark A-12 as done`, `set I-7 to cosmetic`: the verb comes after the record. */
function markedAs(text: string, asks: boolean, heard: Heard): Understood | undefined {
  const opener = /^(?:mark|set|put|flag|make|change)\s+(?:the\s+)?/.exec(folded(text.slice(0, 40)))?.[0]
    .length
  const found = opener === undefined ? undefined : idAtStart(text.slice(opener))
  return found && opener !== undefined
    ? recordFirst(found, text.slice(opener + found.length), asks, heard)
    : undefined
}

/** Does what was asked, or says what can be done with this kind of record instead. */
function ask(verb: RecordVerb, asked: Asked, asks: boolean): Understood {
  const { id, heard } = asked
  const elsewhere = movedToState(verb, asked, asks)
  if (elsewhere) return elsewhere
  const build = isItemId(id) ? FOR_ITEM[verb] : FOR_ISSUE[verb]
  if (isList(build)) {
    return { kind: 'didYouMean', guesses: build.map((name) => sentenceOf(name, id)), text: heard.said.text }
  }
  const doubt = BARE.has(verb) ? moreThanAsked(verb, asked, asks) : undefined
  if (doubt) return doubt
  return isItemId(id)
    ? (FOR_ITEM[verb] as Build<ItemId>)({ ...asked, id })
    : (FOR_ISSUE[verb] as Build<IssueId>)({ ...asked, id })
}

function isList(build: unknown): build is readonly RecordVerb[] {
  return Array.isArray(build)
}

/** `move A-12 to done` names a state, no date. */
function movedToState(verb: RecordVerb, { id, rest, heard }: Asked, asks: boolean): Understood | undefined {
  if (verb !== 'move') return undefined
  const said = rest.slice(IS.exec(folded(rest.slice(0, 60)))?.[0].length ?? 0)
  const found = verbWord(said)
  if (!found || !BARE.has(found.verb) || !saysNothing(said.slice(found.length))) return undefined
  return ask(found.verb, { id, rest: '', heard }, asks)
}

/** "done A-12 and A-13", "done A-12?", "done A-12 tomorrow": more than the verb can hold, so nothing is changed yet. */
function moreThanAsked(verb: RecordVerb, { id, rest, heard }: Asked, asks: boolean): Understood | undefined {
  const plain = withoutPoliteEnd(rest)
  const seen = isItemId(id) ? [] : triedOut(id, plain)
  if (seen.length > 0) return { kind: 'didYouMean', guesses: [...seen, id], text: heard.said.text }
  const isQuestion = plain.includes('?') && !asks
  if (saysNothing(plain) && !isQuestion) return undefined
  const [other] = othersIn(plain, id)
  const second = other ? sentenceOf(verb, other) : isQuestion ? id : undefined
  const guesses = [sentenceOf(verb, id), ...(second === undefined ? [] : [second])]
  return { kind: 'didYouMean', guesses, text: heard.said.text }
}

/** A whole sentence that can be said. */
function sentenceOf(verb: RecordVerb, id: RecordId): string {
  return verb === 'show' ? id : `${wordOf(verb)} ${id}`
}

function why(rest: string, heard: Heard): string {
  return spoken(heard, reasonIn(rest))
}

function showCommand(id: RecordId, withHistory: boolean): Understood {
  return command({ do: 'show', id, history: withHistory })
}

function show({ id, rest }: Asked): Understood {
  return showCommand(id, /(?:^| )(?:history|changes|log)(?: |$)/.test(phraseOf(rest.slice(0, 80))))
}

function history({ id }: Asked): Understood {
  return showCommand(id, true)
}

function undo({ id }: Asked): Understood {
  return { kind: 'undo', id }
}

const TITLE_GLUE = /^[\s:,=–—>-]*(?:(?:to|as|into|in)(?=[\s:])[\s:]*)?/u

/** `rename A-3 to Send the final price file`: the title as it was typed. Without one, the record's card has a field for it. */
function renamed(id: RecordId, rest: string, heard: Heard, then: (title: string) => Understood): Understood {
  const glue = TITLE_GLUE.exec(folded(rest.slice(0, 30)))?.[0].length ?? 0
  const title = spoken(heard, rest.slice(glue)).replace(/^["“„](.*)["”“]$/s, '$1')
  return saysNothing(title) ? showCommand(id, false) : then(title)
}

function ownedBy(rest: string, heard: Heard, then: (owner: Person) => Understood): Understood {
  const owner = newOwner(withoutPoliteEnd(rest), heard)
  return 'instead' in owner ? owner.instead : then(owner.person)
}
