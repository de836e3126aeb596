import type { FileDoor, Imports, Spreadsheets } from './exchangePorts'
import type { Channels, People, Roster } from './peoplePorts'
import type { Clock, RecapRenderer, Records } from './ports'
import type { TeamAccess, TeamChannels } from './teamPorts'

/** What the flows need of the world; each takes the part that it uses. */
export type FlowDeps = {
  readonly records: Records
  readonly people: People
  /** Knows the team and channel of a project that is about to be set up. */
  readonly channels: Pick<Channels, 'place'>
  readonly roster: Roster
  readonly teamChannels: TeamChannels
  readonly teamAccess: TeamAccess
  readonly clock: Clock
  readonly renderRecap: RecapRenderer
  readonly exchange: Exchange
}

/** What files that go out and come in need. */
export type Exchange = {
  readonly spreadsheets: Spreadsheets
  readonly imports: Imports
  readonly files: FileDoor
  /** An id that nobody guesses. */
  readonly newId: () => string
  /**
   * Goes on with something after its answer; what goes wrong is logged, and the clock goes on with it. What these
   * records order to be sent is sent soon, although nobody's answer announces it.
   */
  readonly later: (work: (records: Records) => Promise<unknown>) => void
}
