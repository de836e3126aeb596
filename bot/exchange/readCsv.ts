import { parse } from 'csv-parse'
import { isEmptyRow, unguarded, type SheetRow } from '../domain/exchange/cell'
import type { FileRefusal, OpenedFile } from '../flows/exchangePorts'

/** A quote that is never closed makes all that follows one cell; no cell is as long as this. */
const MOST_RECORD = 2_000_000
const SAMPLE = 64_000

/** A text of rows and columns, whatever separates them and however it is encoded. */
export function openCsv(name: string, bytes: Uint8Array): OpenedFile | FileRefusal {
  const text = decoded(bytes)
  if (text === null || text.trim() === '') return 'notASheet'
  return {
    sheets: [{ name: name.replace(/\.\w{1,5}$/, ''), hidden: false }],
    rows: (sheet) => (sheet === 0 ? rowsOf(text) : none()),
  }
}

/** Ends the reading of a file whose quotes don't close; caught where files are opened. */
export class DamagedCsv extends Error {
  override readonly name = 'DamagedCsv'
}

async function* rowsOf(text: string): AsyncGenerator<SheetRow> {
  const parser = parse(text, {
    bom: true,
    delimiter: delimiterOf(text.slice(0, SAMPLE)),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD,
  })
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const row = { number: ++number, cells: record.map(unguarded) }
      if (!isEmptyRow(row)) yield row
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_')) {
      throw new DamagedCsv('A CSV file can’t be read to its end', { cause })
    }
    throw cause
  }
}

async function* none(): AsyncGenerator<SheetRow> {}

/** UTF-8, UTF-16 with its mark, or what Windows writes without saying so. Null for what is no text. */
function decoded(bytes: Uint8Array): string | null {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The sign that parts most lines into the same number of cells; quoted text doesn't count. */
function delimiterOf(sample: string): string {
  const lines = sample
    .replaceAll(/"(?:[^"]|"")*"/g, '""')
    .split(/\r?\n/)
    .slice(0, 50)
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0)
    return counts.length * 10 + Math.min(...counts, 9)
  }
  const used = DELIMITERS.filter((sign) => lines.some((line) => line.includes(sign)))
  return used.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}
