import type { Person } from '../../bot/domain/person'
import type { Roster, TeamAccess } from '../../bot/flows/ports'
import { aMember, EVERYBODY } from './builders'

/** A team whose members are known beforehand: the Playground's six unless told. */
export function aRoster(people: readonly Person[] = EVERYBODY): Roster {
  const members = people.map((person) => aMember(person))
  return { members: () => Promise.resolve(members) }
}

/** Nobody connected the service to Graph. */
export const NO_TEAM_ACCESS: TeamAccess = { kind: 'none', why: 'notConnected' }
