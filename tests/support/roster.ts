import type { FurtherChannel } from '../../bot/domain/audience'
import type { Person } from '../../bot/domain/person'
import type { Roster } from '../../bot/flows/peoplePorts'
import type { TeamAccess, TeamChannels } from '../../bot/flows/teamPorts'
import { aMember, EVERYBODY } from './builders'

/** A team whose members are known beforehand: the Playground's six unless told. */
export function aRoster(people: readonly Person[] = EVERYBODY): Roster {
  const members = people.map((person) => aMember(person))
  return { members: () => Promise.resolve(members) }
}

/** A team whose channels are known beforehand. */
export function aTeamWith(...channels: readonly FurtherChannel[]): TeamChannels {
  return { channels: () => Promise.resolve(channels) }
}

/** Nobody connected the service to Graph. */
export const NO_TEAM_ACCESS: TeamAccess = { kind: 'none', why: 'notConnected' }
