import type { TableClient } from '@azure/data-tables'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Agenda, Channels, Clock, Outbox, People, Pins, Records } from '../flows/ports'
import { openAgenda } from './agenda'
import { openChannels } from './channels'
import { openNumbering, type Patience } from './numbering'
import { openOutbox } from './outbox'
import { openPendingProjects } from './pendingProjects'
import { openPeople } from './people'
import { openPins } from './pins'
import { openRecords } from './records'
import { openTable } from './table'

export type Storage = {
  readonly records: Records
  readonly outbox: Outbox
  readonly agenda: Agenda
  readonly people: People
  readonly channels: Channels
  readonly pins: Pins
  /** Resolves when storage answers; throws StorageUnavailable otherwise. */
  readonly ping: () => Promise<void>
}

type Needs = {
  /** One for the whole process: it keeps connections alive. Its table exists. */
  readonly client: TableClient
  readonly clock: Clock
} & Partial<Patience & { readonly newId: () => string }>

/** Everything that is kept, over one table. */
export function openStorage({ client, clock, ...given }: Needs): Storage {
  const table = openTable(client, given.newId ?? randomUUID)
  const pending = openPendingProjects(table, clock)
  const agenda = openAgenda(table, clock)
  const numbered = openNumbering(table, {
    random: given.random ?? Math.random,
    wait: given.wait ?? ((ms) => wait(ms)),
  })
  return {
    records: openRecords({ table, pending, agenda, numbered }),
    outbox: openOutbox({ table, pending }),
    agenda,
    people: openPeople(table),
    channels: openChannels(table),
    pins: openPins(table),
    ping: async () => {
      await table.get({ partition: 'ping', row: 'ping' })
    },
  }
}
