import type { PersonId } from './ids'

/** Somebody on the project, under the name that the roster gave when we last saw it. */
export type Person = { readonly id: PersonId; readonly name: string }

/** A member of the channel's team, as the roster lists them. */
export type Member = Person & {
  readonly givenName: string | null
  readonly email: string | null
}

export function isSamePerson(a: Person | null, b: Person | null): boolean {
  return a !== null && b !== null && a.id === b.id
}
