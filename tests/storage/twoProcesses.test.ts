import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ChannelId } from '../../bot/domain/ids'
import { projectRoot } from '../../bot/local/localStack'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { freshTableName, tablesConnection } from '../support/azurite'
import { fixedClock, TENANT } from '../support/builders'

/** As built: a process can't run the sources. */
const WRITER = join(projectRoot(), 'dist/tests/storage/writer.js')

test('two processes that add to one project at once lose nothing and give each number once', async () => {
  const [connection, table] = [tablesConnection(), freshTableName()]
  const client = await connectTables({ table, at: { kind: 'connection', connection } })
  const { records } = openStorage({ client, clock: fixedClock() })
  const project = records.idOf(TENANT, 'channel' as ChannelId)

  const run = promisify(execFile)
  const outputs = await Promise.all(
    [1, 2].map(() => run(process.execPath, [WRITER, connection, table, project, '40'])),
  )
  const given = outputs.flatMap(({ stdout }) => stdout.split(' '))
  const numbers = Array.from({ length: 80 }, (_, index) => `A-${index + 1}`)
  expect([...given].sort()).toEqual([...numbers].sort())
  expect((await records.openItems(project)).map(({ id }) => id)).toEqual(numbers)
})
