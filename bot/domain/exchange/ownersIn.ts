import type { Member, Person } from '../person'
import { phrase, saysNothing } from './cell'

/** Whom a cell names: members of the team, and names of people who are not on it. */
export type PeopleNamed = { readonly found: readonly Person[]; readonly unknown: readonly string[] }

/** `meant`: whom somebody said that a name stands for, by its phrase; null: nobody here. */
export type Meant = Readonly<Record<string, Person | null>>

/** Reads the people in a cell: by whole name, mail address, first name where one member has it, or "Last, First". */
export function ownersIn(text: string, members: readonly Member[], meant: Meant = {}): PeopleNamed {
  const whole = oneNamed(text, members, meant)
  if (whole !== undefined) return whole === null ? named([], [text.trim()]) : named([whole], [])
  if (saysNothing(text)) return named([], [])
  const found: Person[] = []
  const unknown: string[] = []
  for (const part of text.split(/[;,/&+|\n]|\band\b|\bund\b/iu)) {
    const name = part.trim()
    if (saysNothing(name)) continue
    const person = oneNamed(name, members, meant)
    if (!person) unknown.push(name)
    else if (!found.some(({ id }) => id === person.id)) found.push(person)
  }
  return named(found, unknown)
}

function named(found: readonly Person[], unknown: readonly string[]): PeopleNamed {
  return { found, unknown }
}

/** Undefined: nobody that is known by this. */
function oneNamed(text: string, members: readonly Member[], meant: Meant): Person | null | undefined {
  const said = phrase(text.replace(/^@/, '').replace(/<[^>]*>|\([^)]*\)/g, ' '))
  const chosen = meant[phrase(text)]
  if (chosen !== undefined) return chosen
  if (said === '') return undefined
  const mail = /[^\s<>(),;]+@[^\s<>(),;]+/.exec(text)?.[0].toLowerCase()
  const byMail = mail === undefined ? [] : members.filter(({ email }) => email?.toLowerCase() === mail)
  const one =
    only(byMail) ??
    only(members.filter(({ name }) => phrase(name) === said)) ??
    only(members.filter(({ name }) => phrase(name) === turned(text))) ??
    only(members.filter(({ name, givenName }) => phrase(givenName ?? firstOf(name)) === said)) ??
    only(members.filter(({ name }) => initialled(name) === said))
  return one && { id: one.id, name: one.name }
}

function only<T>(some: readonly T[]): T | undefined {
  return some.length === 1 ? some[0] : undefined
}

function firstOf(name: string): string {
  return name.split(' ')[0] ?? ''
}

/** "Bowen, Megan" is Megan Bowen. */
function turned(text: string): string | null {
  const [last, first, ...more] = text.split(',')
  return last === undefined || first === undefined || more.length > 0 ? null : phrase(`${first} ${last}`)
}

/** "M Bowen" of Megan Bowen. */
function initialled(name: string): string {
  const words = phrase(name).split(' ')
  return words.length < 2 ? '' : `${words[0]?.[0] ?? ''} ${words.slice(1).join(' ')}`
}
