import { createInflateRaw } from 'node:zlib'
import type { FileRefusal } from '../flows/exchangePorts'

/** What a workbook may hold, in bytes when unpacked; far more than a log of 20,000 rows takes. */
const MOST_UNPACKED = 200_000_000
const MOST_STRINGS = 40_000_000
const MOST_SMALL_PART = 10_000_000
const MOST_ENTRIES = 2_000
/** What people write packs to a twentieth, what a program repeats to a hundredth; a bomb goes far beyond. */
const MOST_RATIO = 300
const RATIO_COUNTS_FROM = 20_000_000

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1

type Entry = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** Told of each part as it is unpacked, piece by piece. */
type Watch = (part: string) => ((piece: Buffer) => void) | null

/**
 * Looks a workbook through before anything opens it: what its directory claims, and then every part unpacked for once
 * and counted, because the directory can lie. Nothing is kept of it but what `watch` keeps.
 */
export async function guardZip(bytes: Uint8Array, watch: Watch): Promise<FileRefusal | null> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(data)
  if (entries === null) return 'damaged'
  const claimed = whatIsWrong(entries)
  if (claimed) return claimed
  for (const entry of entries) {
    const packed = partOf(data, entry)
    if (!packed) return 'damaged'
    const size =
      entry.method === 0
        ? stored(packed, watch(entry.name))
        : await unpackedSize(packed, entry.unpacked, watch(entry.name))
    if (size === 'more') return 'tooMuch'
    if (size !== entry.unpacked) return 'damaged'
  }
  return null
}

/** Null for what is no directory that can be trusted: cut off, spread over the file, or of an archive beyond 4 GB. */
function directoryOf(data: Buffer): Entry[] | null {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > data.length || data.readUInt32LE(end) !== END) return null
  const count = data.readUInt16LE(end + 10)
  let at = data.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || data.readUInt32LE(at) !== ENTRY) return null
    const flags = data.readUInt16LE(at + 8)
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const entry = {
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      unpacked: data.readUInt32LE(at + 24),
      at: data.readUInt32LE(at + 42),
    }
    const isPlain = (flags & ENCRYPTED) === 0 && (entry.method === 0 || entry.method === 8)
    // The sizes of what has none in the directory would be looked for elsewhere, past this guard.
    const hasSizes =
      entry.packed !== 0xffffffff &&
      entry.unpacked !== 0xffffffff &&
      (entry.packed > 0 || entry.unpacked === 0)
    if (!isPlain || !hasSizes) return null
    entries.push(entry)
    at += 46 + nameLength + extra + comment
  }
  const names = new Set(entries.map(({ name }) => name))
  return names.size === entries.length ? entries : null
}

function whatIsWrong(entries: readonly Entry[]): FileRefusal | null {
  if (entries.some(({ name }) => /vbaproject|(?:^|\/)macrosheets\//i.test(name))) return 'macros'
  if (entries.some(({ name }) => /(?:^|\/)externallinks\//i.test(name))) return 'externalLinks'
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return 'notASheet'
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))) return 'notASheet'
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  const isTooMuch =
    entries.length > MOST_ENTRIES ||
    total > MOST_UNPACKED ||
    entries.some(({ name, packed, unpacked }) => unpacked > mostOf(name) || isBomb(packed, unpacked))
  return isTooMuch ? 'tooMuch' : null
}

function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > RATIO_COUNTS_FROM && unpacked > packed * MOST_RATIO
}

/** The reader holds these whole; a sheet it reads piece by piece. */
function mostOf(name: string): number {
  if (/sharedStrings\.xml$/i.test(name)) return MOST_STRINGS
  return /(?:^\[Content_Types\]|\.rels$|xl\/(?:workbook|styles)\.xml$)/i.test(name)
    ? MOST_SMALL_PART
    : MOST_UNPACKED
}

function partOf(data: Buffer, { at, packed }: Entry): Buffer | null {
  if (at + 30 > data.length || data.readUInt32LE(at) !== LOCAL) return null
  const start = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28)
  return start + packed > data.length ? null : data.subarray(start, start + packed)
}

function stored(packed: Buffer, watching: ReturnType<Watch>): number {
  watching?.(packed)
  return packed.length
}

/** How much comes out of a part, counted as it comes and given up as soon as it is more than was claimed. */
async function unpackedSize(
  packed: Buffer,
  claimed: number,
  watching: ReturnType<Watch>,
): Promise<number | 'more' | null> {
  const inflate = createInflateRaw()
  inflate.end(packed)
  let size = 0
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > claimed) {
        inflate.destroy()
        return 'more'
      }
      watching?.(piece)
    }
    return size
  } catch {
    return null
  }
}
