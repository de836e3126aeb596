import type { Clock, People, RecapRenderer, Records, Roster } from './ports'

/** What the flows need of the world; each takes the part that it uses. */
export type FlowDeps = {
  readonly records: Records
  readonly people: People
  readonly roster: Roster
  readonly clock: Clock
  readonly renderRecap: RecapRenderer
}
