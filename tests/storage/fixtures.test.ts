import type { TableClient } from '@azure/data-tables'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ImportId } from '../../bot/domain/exchange/importJob'
import { epochMs, fromEpochMs } from '../../bot/domain/time'
import { projectRoot } from '../../bot/local/localStack'
import { rowKeys } from '../../bot/storage/keys'
import { openStorage, type Storage } from '../../bot/storage/openStorage'
import { UnreadableRecord } from '../../bot/storage/unavailable'
import { freshTable } from '../support/azurite'
import { fixedClock, MEGAN, NOW, TENANT } from '../support/builders'
import { EVERY_ROW, type ROWS_APART } from '../support/everyRow'
import { anImportJob } from '../support/importJobs'

/* Rows of the first version, which customers' tables hold: they are read for good. */

const FOLDER = join(projectRoot(), 'tests/fixtures/rows/v1')
const fixture = z.object({
  row: z
    .object({ partitionKey: z.string(), rowKey: z.string(), kind: z.string(), v: z.literal(1) })
    .catchall(z.union([z.string(), z.number(), z.boolean()])),
  means: z.unknown(),
})
const kept = (name: string) => fixture.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')))

test('every kind of key has a fixture, and every fixture a kind of key', () => {
  const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''))
  expect(names.sort()).toEqual(Object.keys(rowKeys).sort())
})

describe.each(Object.entries(EVERY_ROW))('a stored %s', (name, { write, read }) => {
  const { row, means } = kept(name)
  // Fields may have been thought of since; none that it had may mean something else.
  const meant = z.record(z.string(), z.unknown()).parse(means)

  test('still means what it meant, and stands where it is looked for', () => {
    expect(JSON.parse(JSON.stringify(read(row)))).toMatchObject(meant)
    expect({ partitionKey: row.partitionKey, rowKey: row.rowKey }).toEqual({
      partitionKey: write().partitionKey,
      rowKey: write().rowKey,
    })
  })

  test('is of the first version when it says none', () => {
    const { v: _, ...before } = row
    expect(JSON.parse(JSON.stringify(read(before)))).toMatchObject(meant)
  })

  test('of a later version is refused, by its kind and version', () => {
    const reading = () => read({ ...row, v: 2 })
    expect(reading).toThrow(UnreadableRecord)
    expect(reading).toThrow(`Can't read a stored ${row.kind}: its version is 2, not 1`)
  })
})

describe('rows that are read through storage alone', () => {
  const job = anImportJob({ id: 'import-1' as ImportId, file: { name: 'log.xlsx', bytes: 3 } })
  const later = fixedClock(fromEpochMs(epochMs(NOW) - 1_000))
  const readings: Readonly<
    Record<keyof typeof ROWS_APART, readonly [(storage: Storage) => Promise<unknown>, unknown]>
  > = {
    importPiece: [({ imports }) => imports.bytes(job), Uint8Array.from([1, 2, 3])],
    importUntil: [({ imports }) => imports.clear(fromEpochMs(epochMs(NOW) + 1)), undefined],
    greeted: [({ greetings }) => greetings.claim(TENANT, 'channel-1'), false],
    sendingLease: [({ openLeases }) => openLeases().take(TENANT, 1_000), { kind: 'others', until: NOW }],
    shut: [
      ({ shutTargets }) => shutTargets.list(TENANT),
      [{ target: { to: 'person', person: MEGAN.id }, why: 'blocked', at: NOW, ask: null }],
    ],
  }
  const apart = Object.entries(readings)
  let client: TableClient
  beforeAll(async () => {
    client = await freshTable()
  })

  async function standing(name: string, v: number): Promise<Storage> {
    const { b0, ...row } = kept(name).row
    const bytes = typeof b0 === 'string' ? { b0: Buffer.from(b0, 'base64') } : {}
    await client.upsertEntity({ ...row, ...bytes, v }, 'Replace')
    return openStorage({ client, clock: later })
  }

  test.each(apart)('%s still means what it meant', async (name, [read, means]) => {
    const found = await read(await standing(name, 1))
    if (means instanceof Uint8Array) expect([...z.instanceof(Uint8Array).parse(found)]).toEqual([...means])
    else expect(found).toEqual(means)
  })

  test.each(apart)('%s of a later version is refused', async (name, [read]) => {
    const storage = await standing(name, 2)
    await expect(read(storage)).rejects.toThrow(UnreadableRecord)
  })
})
