import { distance } from 'fastest-levenshtein'
import type { Member, Person } from '../../domain/person'
import { mentionAt, spoken, type Heard } from './hearing'
import type { Understood } from './understood'

/** Who is meant by a few words. */
export type Who =
  | { readonly kind: 'one'; readonly person: Person }
  | { readonly kind: 'several'; readonly phrase: string; readonly candidates: readonly Member[] }
  | { readonly kind: 'none'; readonly phrase: string }

/** `named`: the place says that it is a name, so a prefix or a slip of the finger will do. `inPassing`: it may be any word. */
export type NameCare = 'named' | 'inPassing'

const ME = new Set(['me', 'i', 'myself', 'my', 'mine', 'self'])
const LONE_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
}
/** Given names that are words too: in passing they count only with a capital. */
const ALSO_WORDS = new Set(
  'will may mark grant rose hope grace faith joy bill frank art chase drew rob pat sue dawn penny summer june april august max guy dean ray jean iris ivy olive ruby pearl amber'.split(
    ' ',
  ),
)

/** Finds who is meant by these words (a mention's mark, `@Megan`, `megan bowen`, `me`). */
export function whoIs(words: string, heard: Heard, care: NameCare = 'named'): Who {
  const typed = words.trim().replace(/^@\s?/, '')
  const mentioned = typed.length === 1 ? mentionAt(heard, typed) : undefined
  if (mentioned) return { kind: 'one', person: mentioned }
  const phrase = spoken(heard, typed)
  const chosen = heard.said.people[phrase] ?? chosenUnderAnotherSpelling(heard, phrase)
  if (chosen) return { kind: 'one', person: chosen }
  const name = nameKey(phrase)
  if (name === '' || phrase.length > 120) return { kind: 'none', phrase }
  if (ME.has(name) && (care === 'named' || name === 'me' || name === 'myself'))
    return { kind: 'one', person: heard.ctx.me }
  if (care === 'inPassing' && ALSO_WORDS.has(name) && !/^\p{Lu}/u.test(phrase))
    return { kind: 'none', phrase }
  const candidates = candidatesFor(name, phrase, heard.ctx.members, care)
  const [only, another] = candidates
  if (!only) return { kind: 'none', phrase }
  return another
    ? { kind: 'several', phrase, candidates }
    : { kind: 'one', person: { id: only.id, name: only.name } }
}

/** The answer to a name that is not one person; `undefined` when it is. */
export function unclear(who: Who | null, heard: Heard): Understood | undefined {
  if (who === null || who.kind === 'one') return undefined
  const text = heard.said.text
  return who.kind === 'none'
    ? { kind: 'nobody', phrase: who.phrase, text }
    : { kind: 'whichPerson', phrase: who.phrase, candidates: who.candidates, text }
}

function chosenUnderAnotherSpelling(heard: Heard, phrase: string): Person | undefined {
  const key = nameKey(phrase)
  return Object.entries(heard.said.people).find(([said]) => key !== '' && nameKey(said) === key)?.[1]
}

/** Each level is looked at only when the one before fits nobody, so that an exact name is never drowned by near ones. */
function candidatesFor(
  name: string,
  phrase: string,
  members: readonly Member[],
  care: NameCare,
): readonly Member[] {
  const words = name.split(' ')
  const exact = [
    (member: Member) => fullNames(member).includes(name),
    (member: Member) => emailFits(member, phrase.toLowerCase()),
    (member: Member) => givenNames(member).includes(name),
  ]
  const near = [
    (member: Member) => lastName(member) === name,
    (member: Member) => fullNames(member).some((full) => startsEachWord(words, full.split(' '))),
    (member: Member) => fullNames(member).some((full) => isSlip(name, full)),
    (member: Member) => name.length >= 4 && givenNames(member).some((given) => isSlip(name, given)),
  ]
  for (const fits of care === 'named' ? [...exact, ...near] : exact) {
    const found = members.filter(fits)
    if (found.length > 0) return found
  }
  return []
}

/** A name to compare by: small letters without accents, words only; a note in brackets is no part of it. */
function nameKey(name: string): string {
  return name
    .slice(0, 200)
    .replace(/\([^()]{0,60}\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœþðı]/g, (letter) => LONE_LETTERS[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `Bowen, Megan` is also `megan bowen`; a middle name may be left out. */
function fullNames(member: Person): readonly string[] {
  const [last, first] = member.name.split(',', 2)
  const forward = first === undefined ? nameKey(member.name) : nameKey(`${first} ${last ?? ''}`)
  const words = forward.split(' ')
  const short = words.length > 2 ? [`${words[0] ?? ''} ${words.at(-1) ?? ''}`] : []
  return [forward, [...words.slice(-1), ...words.slice(0, -1)].join(' '), ...short]
}

function givenNames(member: Member): readonly string[] {
  const first = fullNames(member)[0]?.split(' ')[0] ?? ''
  const given = member.givenName === null ? '' : nameKey(member.givenName)
  return [first, given].filter((name) => name !== '')
}

function lastName(member: Person): string | undefined {
  return fullNames(member)[0]?.split(' ').at(-1)
}

function emailFits(member: Member, phrase: string): boolean {
  const email = member.email?.toLowerCase()
  return email !== undefined && phrase.length > 2 && (email === phrase || email.split('@')[0] === phrase)
}

/** `meg b` fits `megan bowen`. */
function startsEachWord(typed: readonly string[], full: readonly string[]): boolean {
  return (
    typed.length <= full.length &&
    (typed[0]?.length ?? 0) >= 2 &&
    typed.every((word, at) => full[at]?.startsWith(word))
  )
}

function isSlip(typed: string, name: string): boolean {
  const allowed = name.length >= 9 ? 2 : 1
  return (
    name.length >= 4 && Math.abs(typed.length - name.length) <= allowed && distance(typed, name) <= allowed
  )
}
