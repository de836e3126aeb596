import type { ProjectId } from '../../bot/domain/ids'
import { connectTables } from '../../bot/storage/connectTables'
import { openStorage } from '../../bot/storage/openStorage'
import { anActionItem, fixedClock } from '../support/builders'

/** A process of its own that adds items to a project, several at a time, and prints their numbers. */
async function main([connection = '', table = '', project = '', count = '0']: string[]): Promise<void> {
  const client = await connectTables({ table, at: { kind: 'connection', connection } })
  const { records } = openStorage({ client, clock: fixedClock() })
  const add = () =>
    records.createItem(project as ProjectId, (id) => ({
      items: [{ record: anActionItem({ id }), over: 'new' }],
    }))
  const ids = await Promise.all(Array.from({ length: Number(count) }, add))
  process.stdout.write(ids.join(' '))
}

void main(process.argv.slice(2))
