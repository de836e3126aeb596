import { odata, type TableClient, type TransactionAction } from '@azure/data-tables'
import type { Entity, Place, StoredRow } from './document'
import { isPartition, type KeyRange } from './keys'
import { codeOf, StorageUnavailable, statusOf } from './unavailable'

/** One row of a transaction. `over` holds only while the row is still the one that had this tag. */
export type Write =
  | { readonly how: 'new'; readonly entity: Entity }
  | { readonly how: 'over'; readonly entity: Entity; readonly tag: string }
  | { readonly how: 'any'; readonly entity: Entity }
  | { readonly how: 'delete'; readonly place: Place }

/** A row with the tag of the state that it was read in. */
export type Tagged = { readonly row: StoredRow; readonly tag: string }

/** The service takes so many rows in one transaction, and so many bytes. */
const MOST_ROWS = 100
const MOST_BYTES = 4 * 1024 * 1024
/** What a row of a transaction weighs beside its JSON: its own headers and address. */
const ROW_OVERHEAD = 1_500

export type Table = ReturnType<typeof openTable>

/** The table in storage's own words; every failure leaves it as StorageUnavailable. `newId` stamps transactions. */
export function openTable(client: TableClient, newId: () => string) {
  async function get({ partition, row }: Place): Promise<Tagged | null> {
    if (!isPartition(partition)) return null
    try {
      return tagged(await client.getEntity(partition, row))
    } catch (cause) {
      if (isNoSuchRow(cause)) return null
      throw new StorageUnavailable('read a record', cause)
    }
  }

  /**
   * Rows of a key range in the order of their keys; an empty page with a continuation is not the end. `only`: these
   * properties of them and no others.
   */
  async function list(
    partition: string,
    range: KeyRange,
    limit = Infinity,
    only: readonly string[] | null = null,
  ): Promise<Tagged[]> {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${range.from} and RowKey lt ${range.until}`
    const found: Tagged[] = []
    if (limit <= 0) return found
    try {
      const pages = client
        .listEntities({ queryOptions: { filter, ...(only && { select: [...only] }) } })
        .byPage({ maxPageSize: Math.min(limit, 1000) })
      for await (const page of pages) {
        for (const row of page) {
          found.push(tagged(row))
          if (found.length >= limit) return found
        }
      }
      return found
    } catch (cause) {
      throw new StorageUnavailable('list records', cause)
    }
  }

  /** The rows of every partition that stand under this key. Reads the whole table: for what is done once. */
  async function listEverywhere(rowKey: string): Promise<Tagged[]> {
    const found: Tagged[] = []
    try {
      for await (const row of client.listEntities({ queryOptions: { filter: odata`RowKey eq ${rowKey}` } })) {
        found.push(tagged(row))
      }
      return found
    } catch (cause) {
      throw new StorageUnavailable('list records', cause)
    }
  }

  /** Writes all rows or none; `lost` when one of them is not in the state that was asked for. */
  async function transact(writes: readonly Write[]): Promise<'saved' | 'lost'> {
    if (writes.length === 0) return 'saved'
    const stamp = newId()
    const actions = writes.map((write) => toAction(write, stamp))
    refuseTooBig(actions)
    refuseDoubles(actions)
    try {
      await client.submitTransaction(actions)
      return 'saved'
    } catch (cause) {
      if (!isLostRace(cause)) throw new StorageUnavailable('save', cause)
      return (await alreadyWritten(writes, stamp)) ? 'saved' : 'lost'
    }
  }

  /** Writes over the row while it is still the one that had this tag, and answers with it as it is now. */
  async function replace(entity: Entity, tag: string): Promise<Tagged | null> {
    const row = { ...entity, stamp: newId() }
    try {
      const { etag } = await client.updateEntity(row, 'Replace', { etag: tag })
      return { row, tag: etag ?? '' }
    } catch (cause) {
      if (!isLostRace(cause)) throw new StorageUnavailable('save', cause)
      return alreadyWritten([{ how: 'over', entity, tag }], row.stamp)
    }
  }

  /**
   * The client repeats a request whose answer got lost on the way; the repetition then meets the rows of the first
   * and looks like a lost race. Without this look a command would be carried out a second time under a new number.
   */
  async function alreadyWritten(writes: readonly Write[], stamp: string): Promise<Tagged | null> {
    const witness = (['new', 'over', 'any'] as const)
      .map((how) => writes.find((write) => write.how === how))
      .find((write) => write !== undefined)
    if (!witness || witness.how === 'delete') return null
    const there = await get({ partition: witness.entity.partitionKey, row: witness.entity.rowKey })
    return there?.row['stamp'] === stamp ? there : null
  }

  async function upsert(entity: Entity): Promise<void> {
    try {
      await client.upsertEntity(entity, 'Replace')
    } catch (cause) {
      throw new StorageUnavailable('save', cause)
    }
  }

  /** Deletes the row while it is still the one that had this tag; `lost` otherwise. */
  async function remove({ partition, row }: Place, tag: string): Promise<'gone' | 'lost'> {
    try {
      await client.deleteEntity(partition, row, { etag: tag })
      return 'gone'
    } catch (cause) {
      if (isLostRace(cause)) return 'lost'
      throw new StorageUnavailable('delete', cause)
    }
  }

  return { get, list, listEverywhere, transact, replace, upsert, remove }
}

function tagged(row: StoredRow): Tagged {
  return { row, tag: typeof row['etag'] === 'string' ? row['etag'] : '' }
}

/** Rows are replaced, never merged: a shorter text must not keep the longer one's tail. */
function toAction(write: Write, stamp: string): TransactionAction {
  switch (write.how) {
    case 'new':
      return ['create', { ...write.entity, stamp }]
    case 'over':
      return ['update', { ...write.entity, stamp }, 'Replace', { etag: write.tag }]
    case 'any':
      return ['upsert', { ...write.entity, stamp }, 'Replace']
    case 'delete':
      return ['delete', { partitionKey: write.place.partition, rowKey: write.place.row }]
  }
}

function refuseTooBig(actions: readonly TransactionAction[]): void {
  if (actions.length > MOST_ROWS) {
    throw new RangeError(`A commit of ${actions.length} rows is more than the ${MOST_ROWS} that one can hold`)
  }
  const bytes = actions.reduce(
    (sum, [, entity]) => sum + Buffer.byteLength(JSON.stringify(entity)) + ROW_OVERHEAD,
    0,
  )
  if (bytes > MOST_BYTES) {
    throw new RangeError(`A commit of ${bytes} bytes is more than the ${MOST_BYTES} that one can hold`)
  }
}

function refuseDoubles(actions: readonly TransactionAction[]): void {
  const keys = new Set(actions.map(([, entity]) => entity.rowKey))
  if (keys.size < actions.length) throw new RangeError('A commit writes one record twice')
}

const NO_SUCH_ROW = ['ResourceNotFound', 'EntityNotFound']
const LOST = ['UpdateConditionNotSatisfied', 'ConditionNotMet', 'EntityAlreadyExists', ...NO_SUCH_ROW]

function isNoSuchRow(error: unknown): boolean {
  return statusOf(error) === 404 && NO_SUCH_ROW.includes(codeOf(error))
}

/** By code, since a missing or vanishing table answers 404 and 409 too, and that is an outage. */
function isLostRace(error: unknown): boolean {
  return [404, 409, 412].includes(statusOf(error) ?? 0) && LOST.includes(codeOf(error))
}
