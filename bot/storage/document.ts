import { z } from 'zod'
import type { FieldValue } from '../domain/history'
import { UnreadableRecord } from './unavailable'

/** A row on its way into the table. */
export type Entity = {
  readonly partitionKey: string
  readonly rowKey: string
  readonly [property: string]: string | number | boolean | Uint8Array
}

/** A row as it came back: whatever somebody put there. */
export type StoredRow = Readonly<Record<string, unknown>>

/** Where a row stands. */
export type Place = { readonly partition: string; readonly row: string }

/**
 * What `v` says of rows written by this version. A row of a later version is refused, never guessed at: to whoever asks
 * for it that is an outage, and the log names its kind and version. A row without `v` is of the first version.
 */
const SCHEMA = 1
/** A string property holds 32 Ki UTF-16 characters; a record's JSON goes over as many as it takes. */
const CHUNK = 32_000
/** A row holds 1 MiB, strings counted as UTF-16; some is left for keys and names. */
const LARGEST = 500_000

/**
 * Writes a record as JSON in the properties d0, d1 ... Every row costs one entity of a transaction, whatever its
 * length. Lone surrogates become U+FFFD here, at the door: UTF-8 can't hold them, so that Teams and the tab would show
 * something else than what is stored. Throws RangeError for a record beyond what a row can hold.
 */
export function toRow(place: Place, kind: string, record: unknown): Entity {
  const json = withoutBareLineEnds(
    JSON.stringify(record, (_key, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value)),
  )
  if (json.length > LARGEST)
    throw new RangeError(`This ${kind} is too long for one row: ${json.length} characters`)
  return { partitionKey: place.partition, rowKey: place.row, ...headOf(kind), ...inPieces(json) }
}

/** Reads what `toRow` wrote and checks it against the record's schema; throws UnreadableRecord for anything else. */
export function fromRow<T>(row: StoredRow, kind: string, schema: z.ZodType<T>): T {
  if (row['kind'] !== kind) throw new UnreadableRecord(kind, 'the row holds something else')
  refuseOtherVersions(row, kind)
  const parsed = schema.safeParse(parseJson(kind, joined(row)))
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new UnreadableRecord(kind, `wrong at ${where}`)
  }
  return parsed.data
}

/** What every row says of itself, also one that holds something else than a record's JSON. */
export function headOf(kind: string): { readonly kind: string; readonly v: number } {
  return { kind, v: SCHEMA }
}

/** Throws UnreadableRecord for a row of a version that this one doesn't know. */
export function refuseOtherVersions(row: StoredRow, kind: string): void {
  const version = row['v'] ?? 1
  if (version !== SCHEMA)
    throw new UnreadableRecord(kind, `its version is ${JSON.stringify(version)}, not ${SCHEMA}`)
}

/** A string that is one of our branded or template types by construction: written from one, read back as one. */
export function text<T extends string>(): z.ZodType<T> {
  return z.custom<T>((value) => typeof value === 'string')
}

/** Any JSON: what JSON.parse gave is a FieldValue already. */
export const anyJson = z.custom<FieldValue>((value) => value !== undefined)

/** Line ends to a parser of lines, though JSON lets them stand; Azurite's of transactions is one. As escapes they pass. */
function withoutBareLineEnds(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (char) => (char === '\u2028' ? '\\u2028' : '\\u2029'))
}

function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** JSON as the properties d0, d1 ... of a row. */
export function inPieces(json: string): Readonly<Record<string, string>> {
  return Object.fromEntries(chunks(json).map((chunk, at) => [`d${at}`, chunk]))
}

/** Pieces of at most CHUNK characters; a surrogate pair is never cut in two, because half of one is not UTF-8. */
function chunks(json: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < json.length;) {
    let end = Math.min(at + CHUNK, json.length)
    const last = json.charCodeAt(end - 1)
    if (end < json.length && last >= 0xd800 && last <= 0xdbff) end -= 1
    pieces.push(json.slice(at, end))
    at = end
  }
  return pieces
}

/** The JSON that stands in the properties d0, d1 ... of a row. */
export function joined(row: StoredRow): string {
  let json = ''
  for (let at = 0; typeof row[`d${at}`] === 'string'; at++) json += String(row[`d${at}`])
  return json
}

function parseJson(kind: string, json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new UnreadableRecord(kind, 'it is not whole', cause)
  }
}
