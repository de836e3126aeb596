import type { FileRefusal, OpenedFile, SheetFile, Spreadsheets } from '../flows/exchangePorts'
import { DamagedCsv, openCsv } from './readCsv'
import { openWorkbook } from './readWorkbook'
import { writeCsv, writeWorkbook } from './writeSheets'

/** Files that one process has open at once: each may take a hundred MB for a while. */
const OPEN_AT_ONCE = 2

export function createSpreadsheets(): Spreadsheets {
  const turns = createTurns(OPEN_AT_ONCE)
  return {
    read: (file, use) =>
      turns(async () => {
        const opened = await opening(file)
        if (typeof opened === 'string') return { kind: 'refused', why: opened }
        try {
          return { kind: 'read', value: await use(opened) }
        } catch (cause) {
          if (cause instanceof DamagedCsv || isOfReader(cause)) return { kind: 'refused', why: 'damaged' }
          throw cause
        }
      }),
    workbook: (sheets) => turns(() => writeWorkbook(sheets)),
    csv: writeCsv,
  }
}

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** By what is in it, never by its name alone: a name says what somebody called it. */
async function opening({ name, bytes }: SheetFile): Promise<OpenedFile | FileRefusal> {
  const begins = (signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (begins(OLE)) return /\.xls$/i.test(name) ? 'oldExcel' : 'locked'
  if (begins(ZIP)) {
    if (/\.xls[mb]$|\.xlt/i.test(name)) return /b$/i.test(name) ? 'oldExcel' : 'macros'
    return openWorkbook(bytes)
  }
  return /\.(?:csv|tsv|txt)$/i.test(name) ? openCsv(name, bytes) : 'notASheet'
}

/** The reader's own complaints about a file; whatever else goes wrong is ours. */
function isOfReader(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    ['ParseError', 'ZipError', 'EncryptedFileError', 'XmlError'].includes(cause.name)
  )
}

/** Lets so many work at once; the others wait their turn. */
function createTurns(most: number) {
  const waiting: (() => void)[] = []
  let working = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else working++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else working--
    }
  }
}
