import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { ChannelId, TeamId, TenantId } from '../domain/ids'
import type { Home, ReadRow } from '../storage/archive'
import { keptRow } from '../storage/keptRows'

/*
 * A backup is a text of JSON lines: what it is, a line for each row, and at the end how many there were with a digest of
 * all before, so that one that was cut off or changed is noticed. A later line about the same row counts, not the
 * earlier one.
 */

const FORMAT = 1

const header = z.object({
  plumbline: z.literal('backup'),
  format: z.number().int(),
  project: z.string(),
  name: z.string(),
  tenant: z.string(),
  team: z.string(),
  channel: z.string(),
  takenAt: z.string(),
})
const row = z.union([z.object({ key: z.string(), gone: z.literal(true) }), keptRow])
const footer = z.object({ rows: z.number().int(), sha256: z.string() })

/** What a backup says of itself. */
export type Header = z.infer<typeof header>

/** Says in one sentence what is wrong with a file, and what to do. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup'
}

/** Writes a backup while `read` tells of its rows; answers with how many lines they took. */
export async function writeBackup(
  file: string,
  about: Omit<Header, 'plumbline' | 'format'>,
  read: (tell: (row: ReadRow) => Promise<void>) => Promise<void>,
): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  const digest = createHash('sha256')
  let rows = 0
  try {
    const line = async (value: object): Promise<void> => {
      const text = `${JSON.stringify(value)}\n`
      digest.update(text)
      await handle.write(text)
    }
    await line({ plumbline: 'backup', format: FORMAT, ...about } satisfies Header)
    await read(async (one) => {
      await line(one)
      rows += 1
    })
    await handle.write(`${JSON.stringify({ rows, sha256: digest.digest('hex') })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return rows
}

/** Reads all of a backup and says what it is; throws BadBackup for one that is not whole, or not one. */
export async function checkBackup(file: string): Promise<Header & { readonly home: Home }> {
  let about: Header | null = null
  let rows = 0
  let isOver = false
  let unreadable: number | null = null
  const digest = createHash('sha256')
  for await (const text of linesOf(file)) {
    if (isOver) throw new BadBackup('The backup goes on behind its end. Use the file as it was written.')
    if (unreadable !== null) {
      throw new BadBackup(`Line ${unreadable} of the backup can’t be read. Use the file as it was written.`)
    }
    const value = jsonIn(text)
    if (!about) {
      about = headerIn(value)
    } else {
      const end = footer.safeParse(value)
      if (end.success) {
        if (end.data.rows !== rows || end.data.sha256 !== digest.digest('hex')) {
          throw new BadBackup('The backup was changed since it was written. Use the file as it was written.')
        }
        isOver = true
        continue
      }
      // The last line of one that was cut off is half of one.
      if (!row.safeParse(value).success) unreadable = rows + 2
      rows += 1
    }
    digest.update(`${text}\n`)
  }
  if (!about || !isOver)
    throw new BadBackup('The backup is cut off: its end is missing. Take or copy it again.')
  const { tenant, team, channel } = about
  return {
    ...about,
    home: { tenant: tenant as TenantId, team: team as TeamId, channel: channel as ChannelId },
  }
}

/** The rows of a backup that was checked. */
export async function* rowsOf(file: string): AsyncGenerator<ReadRow> {
  let isFirst = true
  for await (const text of linesOf(file)) {
    const parsed = row.safeParse(jsonIn(text))
    if (!isFirst && parsed.success) yield parsed.data
    isFirst = false
  }
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
}

/** Null for what is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function headerIn(value: unknown): Header {
  const parsed = header.safeParse(value)
  if (!parsed.success)
    throw new BadBackup('This is no backup of Plumbline. It begins with {"plumbline":"backup".')
  if (parsed.data.format !== FORMAT) {
    throw new BadBackup(
      `This backup has format ${parsed.data.format}; this version reads ${FORMAT}. Use the version that wrote it, or a later one.`,
    )
  }
  return parsed.data
}
