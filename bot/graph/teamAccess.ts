import type { Language } from '../domain/language'
import type { WantedTab } from '../domain/pinnedTabs'
import type { Clock } from '../flows/ports'
import type { Pins, TeamAccess } from '../flows/teamPorts'
import type { Log } from '../log'
import { createChannelTabs } from './channelTabs'
import { createGraphClient, type GraphDoor } from './client'
import { createTeamOwners } from './teamOwners'
import type { FindPlace } from './where'

type AccessDeps = {
  readonly door: GraphDoor
  readonly find: FindPlace
  readonly teamsApp: string
  readonly pins: Pins
  readonly wanted: (language: Language) => readonly WantedTab[]
  readonly clock: Clock
  readonly log: Log
}

/** What the service may see and do in teams by way of Graph. */
export function openTeamAccess({ door, find, teamsApp, pins, wanted, clock, log }: AccessDeps): TeamAccess {
  const client = createGraphClient(door)
  return {
    kind: 'granted',
    owners: createTeamOwners({ client, find, clock, log }),
    tabs: createChannelTabs({ client, find, teamsApp, log }),
    pins,
    wanted,
  }
}
