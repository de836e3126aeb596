import type { ProjectId } from '../domain/ids'
import type { Revision } from '../flows/ports'
import type { Outbox, Waiting } from '../flows/sendingPorts'
import type { Commits } from './commits'
import type { Place } from './document'
import { ranges, tenantOf } from './keys'
import { isFinished, outgoingRow, type OutgoingRecord } from './outgoingRow'
import type { openPendingProjects } from './pendingProjects'
import type { Table, Tagged, Write } from './table'

type Parts = {
  readonly table: Table
  readonly pending: ReturnType<typeof openPendingProjects>
  readonly commits: Commits
  readonly newId: () => string
}

/**
 * Messages that wait stand in a range of their own, by time. A row there is never written over: each state of a message
 * is a row under a key that is used once. The service's client can't delete by revision inside a transaction, but
 * deleting a row that is not there fails all of it; so deleting by such a key is deleting by revision.
 *
 * - A claim deletes the rows of a message and inserts the one that says who sends it: of two claims one finds the rows
 *   gone. The same message, ordered again meanwhile, stands under another key and is not swallowed. A crash after it
 *   leaves the claim; once that is too old, whoever sends for the tenant ends the message as unknown.
 * - What became of it is one transaction: the claim deleted, the message among the finished ones, and what its records
 *   say from then on. A crash before it leaves the claim, a crash after it nothing to do.
 */
export function openOutbox({ table, pending, commits, newId }: Parts): Outbox {
  return {
    async pending(project, rows) {
      const all = await table.list(project, ranges.waiting, rows)
      const messages = all.map((row) => ({ row, record: outgoingRow.fromEntity(row.row) }))
      // The version before this one marked messages as finished where they waited.
      const over = messages.filter(({ record }) => isFinished(record.state))
      for (const { row } of over) await table.remove(placeOf(project, keyOf(row)), row.tag)
      return withoutDoubles(messages.filter(({ record }) => !isFinished(record.state)))
    },

    async claim(project, message, since) {
      const tries = triesOf(message)
      return follow(project, message, { ...message.record, state: { status: 'sending', since, tries } })
    },

    async putBack(project, message, notBefore) {
      const tries = triesOf(message) + 1
      await follow(project, message, { ...message.record, state: { status: 'pending', tries, notBefore } })
    },

    async finish(project, message, state, commit) {
      const finished = outgoingRow.toFinishedEntity(project, { ...message.record, state })
      const rows = await commits.rows(project, commit)
      const writes: Write[] = [...takenAway(project, message), { how: 'any', entity: finished }, ...rows]
      if ((await table.transact(writes)) === 'saved') return 'saved'
      const [key = ''] = keysOf(message.revision)
      return (await table.get(placeOf(project, key))) ? 'lost' : 'gone'
    },

    asOne: (first, others) => ({
      ...first,
      revision: revisionFor([first, ...others].flatMap(({ revision }) => keysOf(revision))),
    }),

    projectsWithPending: () => pending.list(),
    settle: (noted) => pending.settle(noted),
    tenantOf,
  }

  /** Puts the next state of a message in place of the one that was read. */
  async function follow(
    project: ProjectId,
    message: Waiting,
    record: OutgoingRecord,
  ): Promise<Waiting | null> {
    const entity = outgoingRow.toWaitingEntity(project, record, newId())
    const writes: Write[] = [...takenAway(project, message), { how: 'new', entity }]
    if ((await table.transact(writes)) === 'lost') return null
    return { record, revision: revisionFor([entity.rowKey]) }
  }
}

type Read = { readonly row: Tagged; readonly record: OutgoingRecord }

/** The same message of the same moment, ordered several times, is one; one that is being sent stays for itself. */
function withoutDoubles(messages: readonly Read[]): Waiting[] {
  const found = new Map<string, { readonly record: OutgoingRecord; readonly keys: string[] }>()
  for (const { row, record } of messages) {
    const meaning = record.state.status === 'pending' ? `${record.at} ${record.id}` : keyOf(row)
    const known = found.get(meaning)
    if (known) known.keys.push(keyOf(row))
    else found.set(meaning, { record, keys: [keyOf(row)] })
  }
  return [...found.values()].map(({ record, keys }) => ({ record, revision: revisionFor(keys) }))
}

/** The keys of the rows that stand for a message: none of them holds a blank. */
function revisionFor(keys: readonly string[]): Revision {
  return keys.join(' ') as Revision
}

function keysOf(revision: Revision): readonly string[] {
  return revision.split(' ')
}

function takenAway(project: ProjectId, { revision }: Waiting): Write[] {
  return keysOf(revision).map((key) => ({ how: 'delete', place: placeOf(project, key) }))
}

function triesOf({ record: { state } }: Waiting): number {
  return 'tries' in state ? state.tries : 0
}

function placeOf(project: ProjectId, row: string): Place {
  return { partition: project, row }
}

function keyOf({ row }: Tagged): string {
  return String(row['rowKey'])
}
