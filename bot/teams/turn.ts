import type { Links } from '../cards/reader'
import type { ProjectId } from '../domain/ids'
import type { FlowDeps } from '../flows/deps'
import type { PlaceDeps } from '../flows/followPlace'
import type { Greetings } from '../flows/peoplePorts'
import type { Log } from '../log'
import type { Messenger } from '../schedule/messenger'
import type { Observe } from '../telemetry/happening'
import type { AddressBook } from './addressBook'
import type { TeamsRoster } from './roster'

/** What handling a turn needs of the world. */
export type TurnDeps = FlowDeps &
  PlaceDeps & {
    readonly roster: TeamsRoster
    readonly addressBook: AddressBook
    readonly greetings: Greetings
    readonly messenger: Messenger
    readonly linksOf: (project: ProjectId) => Promise<Links>
    readonly log: Log
    /** A short reference for a failure: the person reads it out, the log has it. */
    readonly newReference: () => string
    readonly observe: Observe
  }
