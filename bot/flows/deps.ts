import type {
  Channels,
  Clock,
  People,
  RecapRenderer,
  Records,
  Roster,
  TeamAccess,
  TeamChannels,
} from './ports'

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
}
