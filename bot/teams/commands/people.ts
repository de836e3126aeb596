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
  const chosen = chosenBefore(heard, phrase)
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

/** A choice holds for the name however it is spelt. */
function chosenBefore(heard: Heard, phrase: string): Person | undefined {
  const choices = Object.entries(heard.said.people)
  if (choices.length === 0) return undefined
  const key = nameKey(phrase)
  return choices.find(([name]) => name === phrase || (key !== '' && nameKey(name) === key))?.[1]
}

/** Each level is looked at only when the one before fits nobody, so that an exact name is never drowned by near ones. */
function candidatesFor(
  name: string,
  phrase: string,
  members: readonly Member[],
  care: NameCare,
): readonly Member[] {
  const words = name.split(' ')
  const email = phrase.toLowerCase()
  const exact = [
    (names: Names) => names.full.includes(name),
    (names: Names) => email.length > 2 && names.email.includes(email),
    (names: Names) => names.given.includes(name),
  ]
  const near = [
    (names: Names) => names.last === name,
    (names: Names) => names.words.some((full) => startsEachWord(words, full)),
    (names: Names) => names.full.some((full) => isSlip(name, full)),
    (names: Names) => name.length >= 4 && names.given.some((given) => isSlip(name, given)),
  ]
  const known = namesOf(members)
  for (const fits of care === 'named' ? [...exact, ...near] : exact) {
    const found = known.filter(fits)
    if (found.length > 0) return found.map(({ member }) => member)
  }
  return []
}

/** Everything that a member may be called, ready to compare. */
type Names = {
  readonly member: Member
  readonly full: readonly string[]
  /** The same, word by word. */
  readonly words: readonly (readonly string[])[]
  readonly given: readonly string[]
  readonly last: string | undefined
  readonly email: readonly string[]
}

/** The names of one roster are made once: a long message asks for them at every word. */
const NAMES = new WeakMap<readonly Member[], readonly Names[]>()

function namesOf(members: readonly Member[]): readonly Names[] {
  const known = NAMES.get(members)
  if (known) return known
  const made = members.map((member): Names => {
    const full = fullNames(member)
    const [forward] = full
    const words = forward.split(' ')
    const given = [words[0] ?? '', member.givenName === null ? '' : nameKey(member.givenName)]
    const email = member.email?.toLowerCase() ?? ''
    return {
      member,
      full,
      words: full.map((name) => name.split(' ')),
      given: given.filter((name) => name !== ''),
      last: words.at(-1),
      email: email === '' ? [] : [email, email.split('@')[0] ?? email],
    }
  })
  NAMES.set(members, made)
  return made
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
function fullNames(member: Person): readonly [string, ...string[]] {
  const [last, first] = member.name.split(',', 2)
  const forward = first === undefined ? nameKey(member.name) : nameKey(`${first} ${last ?? ''}`)
  const words = forward.split(' ')
  const short = words.length > 2 ? [`${words[0] ?? ''} ${words.at(-1) ?? ''}`] : []
  return [forward, [...words.slice(-1), ...words.slice(0, -1)].join(' '), ...short]
}

/** `meg b` fits `megan bowen`. */
function startsEachWord(typed: readonly string[], full: readonly string[]): boolean {
  return (
    typed.length <= full.length &&
    (typed[0]?.length ?? 0) >= 3 &&
    typed.every((word, at) => full[at]?.startsWith(word))
  )
}

function isSlip(typed: string, name: string): boolean {
  const allowed = name.length >= 9 ? 2 : 1
  return (
    name.length >= 4 && Math.abs(typed.length - name.length) <= allowed && distance(typed, name) <= allowed
  )
}
