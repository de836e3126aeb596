import { z } from 'zod'
import { inPieces, joined, type Entity, type StoredRow } from './document'
import { encoded } from './keys'

/** A row without its partition: its key and its properties, those of a document as one JSON text. */
export type KeptRow = {
  readonly key: string
  /** What kind of record, in which version of its shape. */
  readonly kind: string
  readonly v: number
  readonly json: string
  /** What stands beside the document: whether it is listed, and under what. */
  readonly beside: Readonly<Record<string, string | number | boolean>>
}

export const keptRow = z.object({
  key: z.string().min(1).max(1_000),
  kind: z.string().min(1),
  v: z.number().int(),
  json: z.string(),
  beside: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
}) satisfies z.ZodType<KeptRow>

/** What the service puts there itself, anew with every write. */
const OF_THE_SERVICE = ['partitionKey', 'rowKey', 'timestamp', 'etag', 'stamp', 'kind', 'v']

export function keptFrom(row: StoredRow): KeptRow {
  const beside = Object.entries(row).filter(
    (property): property is [string, string | number | boolean] =>
      !OF_THE_SERVICE.includes(property[0]) &&
      !/^d\d+$/.test(property[0]) &&
      !property[0].includes('odata') &&
      ['string', 'number', 'boolean'].includes(typeof property[1]),
  )
  return {
    key: String(row['rowKey']),
    kind: String(row['kind']),
    v: Number(row['v']),
    json: joined(row),
    beside: Object.fromEntries(beside),
  }
}

export function entityOf(partition: string, { key, kind, v, json, beside }: KeptRow): Entity {
  return { partitionKey: partition, rowKey: key, kind, v, ...inPieces(json), ...beside }
}

/** Texts that take the place of others, the ids among them also where they stand in keys. */
export type Replacement = { readonly from: string; readonly to: string; readonly isId: boolean }

/**
 * A row with other ids and names: ids are long and nobody else's, so that they are found wherever they stand; names are
 * found as whole texts and inside of longer ones.
 */
export function withReplaced(row: KeptRow, replacements: readonly Replacement[]): KeptRow {
  const inText = replacer(replacements, asJson)
  const inKey = replacer(
    replacements.filter(({ isId }) => isId),
    encoded,
  )
  const beside = Object.entries(row.beside).map(([name, value]) => [
    name,
    typeof value === 'string' ? inText(value) : value,
  ])
  return {
    ...row,
    key: inKey(row.key),
    json: inText(row.json),
    beside: Object.fromEntries(beside) as KeptRow['beside'],
  }
}

/** All at once, so that of two who change places each gets the other's. */
function replacer(
  replacements: readonly Replacement[],
  written: (text: string) => string,
): (text: string) => string {
  const pairs = new Map(replacements.map(({ from, to }) => [written(from), written(to)]))
  if (pairs.size === 0) return (text) => text
  const longestFirst = [...pairs.keys()].toSorted((a, b) => b.length - a.length)
  const any = new RegExp(
    longestFirst.map((from) => from.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'),
    'g',
  )
  return (text) => text.replace(any, (from) => pairs.get(from) ?? from)
}

/** As it stands inside a JSON text. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
