import type { TableClient } from '@azure/data-tables'
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../bot/flows/ports'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { AZURITE } from './azuriteProcess'
import { fixedClock } from './builders'

/** The connection string of the run's Azurite. */
export function tablesConnection(): string {
  const connection = process.env[AZURITE]
  if (connection === undefined)
    throw new Error('No Azurite: tests that need one run under Jest, which starts it')
  return connection
}

/** A fresh, empty table in the run's Azurite. */
export function freshTable(connection = tablesConnection()): Promise<TableClient> {
  return connectTables({ table: freshTableName(), at: { kind: 'connection', connection } })
}

/** A name that no other test uses. */
export function freshTableName(): string {
  return `t${randomBytes(12).toString('hex')}`
}

const tables = new Map<string, Promise<TableClient>>()

/** Storage on the table of this test file, made with the first call. Tests keep apart by projects and tenants. */
export async function openTestStorage(clock: Clock = fixedClock()): Promise<Storage> {
  const file = expect.getState().testPath ?? ''
  const table = tables.get(file) ?? freshTable()
  tables.set(file, table)
  return openStorage({ client: await table, clock })
}
