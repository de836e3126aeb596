import type { TableClient } from '@azure/data-tables'
import type { QueueServiceClient } from '@azure/storage-queue'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Channels, Greetings, People } from '../flows/peoplePorts'
import type { Agenda, Clock, Records } from '../flows/ports'
import type { Pins } from '../flows/teamPorts'
import type { Imports } from '../flows/exchangePorts'
import type { Hints, Leases, Outbox, ShutTargets } from '../flows/sendingPorts'
import { openAgenda } from './agenda'
import { openArchive, type Archive } from './archive'
import { openChannels } from './channels'
import { openCommits } from './commits'
import { openGreetings } from './greetings'
import { NO_HINTS, openHints } from './hints'
import { openImports } from './imports'
import { openIssueLists } from './issueLists'
import { openLeases } from './leases'
import { openMarks } from './marks'
import { openNumbering, type Patience } from './numbering'
import { openOutbox } from './outbox'
import { openPendingProjects } from './pendingProjects'
import { openPeople } from './people'
import { openPins } from './pins'
import { openRecords } from './records'
import { openRemoval } from './removal'
import { openShutTargets } from './shutTargets'
import { openTable } from './table'
import { openTurns } from './turns'

export type Storage = {
  readonly records: Records
  readonly outbox: Outbox
  readonly shutTargets: ShutTargets
  /** Leases for one more process: what one of them holds, the others don't. */
  readonly openLeases: () => Leases
  readonly hints: Hints
  readonly agenda: Agenda
  readonly people: People
  readonly channels: Channels
  readonly greetings: Greetings
  readonly pins: Pins
  readonly imports: Imports
  /** For the operator alone. */
  readonly archive: Archive
  /** Resolves when storage answers; throws StorageUnavailable otherwise. */
  readonly ping: () => Promise<void>
}

type Needs = {
  /** One for the whole process: it keeps connections alive. Its table exists. */
  readonly client: TableClient
  readonly clock: Clock
  /** Without queues no process hints at anything to another. */
  readonly queues?: QueueServiceClient | null
} & Partial<Patience & { readonly newId: () => string }>

/** Everything that is kept, over one table. */
export function openStorage({ client, clock, queues = null, ...given }: Needs): Storage {
  const newId = given.newId ?? randomUUID
  const table = openTable(client, newId)
  const pending = openPendingProjects(table, clock)
  const agenda = openAgenda(table, clock)
  const lists = openIssueLists(table)
  const commits = openCommits({ table, agenda, lists, newId })
  const turns = openTurns()
  const numbered = openNumbering(table, turns, {
    random: given.random ?? Math.random,
    wait: given.wait ?? ((ms) => wait(ms)),
  })
  return {
    records: openRecords({
      table,
      pending,
      agenda,
      commits,
      lists,
      numbered,
      turns,
      marks: openMarks(table, clock),
      removal: openRemoval(table, agenda, clock),
    }),
    outbox: openOutbox({ table, pending, commits, newId }),
    shutTargets: openShutTargets(table),
    openLeases: () => openLeases(table, clock, newId()),
    hints: queues ? openHints(queues, client.tableName) : NO_HINTS,
    agenda,
    people: openPeople(table),
    channels: openChannels(table),
    greetings: openGreetings(table, clock),
    pins: openPins(table),
    imports: openImports(table),
    archive: openArchive(table, agenda),
    ping: async () => {
      await table.get({ partition: 'ping', row: 'ping' })
    },
  }
}
