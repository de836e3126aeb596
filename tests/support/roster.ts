import type { Person } from '../../bot/domain/person'
import type { Roster } from '../../bot/flows/ports'
import { aMember, EVERYBODY } from './builders'

/** A team whose members are known beforehand: the Playground's six unless told. */
export function aRoster(people: readonly Person[] = EVERYBODY): Roster {
  const members = people.map((person) => aMember(person))
  return { members: () => Promise.resolve(members) }
}
