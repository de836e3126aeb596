import type { ImportId } from '../domain/exchange/importJob'
import type { Instant } from '../domain/time'
import type { Imports } from '../flows/exchangePorts'
import { headOf, refuseOtherVersions, type Entity } from './document'
import { importJobRow } from './importJobRow'
import { IMPORT_LOOKS, importPartition, IMPORTS, ranges, rowKeys } from './keys'
import { importLookRow } from './pointerRow'
import { revisionOf, stored, tagOf } from './revision'
import type { Table } from './table'

/** A property holds 64 KiB of bytes and a row 1 MiB, counted by Azurite as they are sent: a third more, in base64. */
const PART = 64 * 1024
const PARTS = 10
const PIECE = PART * PARTS
const CLEARED_AT_ONCE = 20

/**
 * Files on their way in, each in a partition of its own. First stands when it is to be taken away, then its bytes, then
 * the job that names it: a crash in between leaves bytes that nobody finds, and that go when their time has come.
 */
export function openImports(table: Table): Imports {
  return {
    async keep(job, bytes) {
      await table.upsert(untilEntity(job.until, job.id, piecesOf(bytes).length))
      for (const [number, piece] of piecesOf(bytes).entries()) {
        await table.upsert(pieceEntity(job.id, number, piece))
      }
      await table.upsert(importJobRow.toEntity(job))
    },
    async job(id) {
      const tagged = await table.get(importJobRow.place(id))
      return tagged && stored(tagged, importJobRow.fromEntity)
    },
    async save(job, over) {
      const tagged = await table.replace(importJobRow.toEntity(job), tagOf(over))
      return tagged && revisionOf(tagged)
    },
    async bytes(job) {
      const bytes = new Uint8Array(job.file.bytes)
      for (let number = 0; number * PIECE < bytes.length; number++) {
        const piece = await table.get({
          partition: importPartition(job.id),
          row: rowKeys.importPiece(number),
        })
        if (!piece) return null
        refuseOtherVersions(piece.row, 'importPiece')
        let at = number * PIECE
        for (let part = 0; part < PARTS; part++) {
          const some = piece.row[`b${part}`]
          if (!(some instanceof Uint8Array) || at + some.length > bytes.length) continue
          bytes.set(some, at)
          at += some.length
        }
      }
      return bytes
    },
    async clear(now) {
      const old = await table.list(IMPORTS, ranges.importsUntil(now), CLEARED_AT_ONCE)
      for (const { row, tag } of old) {
        refuseOtherVersions(row, 'importUntil')
        const { partition, pieces } = row
        if (typeof partition !== 'string' || typeof pieces !== 'number') continue
        for (const key of [rowKeys.importJob, ...numbers(pieces).map(rowKeys.importPiece)]) {
          const there = await table.get({ partition, row: key })
          if (there) await table.remove({ partition, row: key }, there.tag)
        }
        // Last of all: what a crash leaves is looked for again.
        await table.remove({ partition: IMPORTS, row: String(row['rowKey']) }, tag)
      }
    },
    plan: (look) => table.upsert(importLookRow.toEntity(look)),
    async due(until, limit) {
      const rows = await table.list(IMPORT_LOOKS, ranges.importLooks(until), limit)
      return rows.map((row) => stored(row, importLookRow.fromEntity))
    },
    async done({ record, revision }) {
      await table.remove(importLookRow.place(record), tagOf(revision))
    },
  }
}

function piecesOf(bytes: Uint8Array): Uint8Array[] {
  return numbers(Math.ceil(bytes.length / PIECE)).map((at) => bytes.subarray(at * PIECE, (at + 1) * PIECE))
}

function pieceEntity(id: ImportId, number: number, piece: Uint8Array): Entity {
  const parts = numbers(Math.ceil(piece.length / PART)).map(
    (at) => [`b${at}`, piece.slice(at * PART, (at + 1) * PART)] as const,
  )
  return {
    partitionKey: importPartition(id),
    rowKey: rowKeys.importPiece(number),
    ...headOf('importPiece'),
    ...Object.fromEntries(parts),
  }
}

function untilEntity(until: Instant, id: ImportId, pieces: number): Entity {
  return {
    partitionKey: IMPORTS,
    rowKey: rowKeys.importUntil(until, id),
    ...headOf('importUntil'),
    partition: importPartition(id),
    pieces,
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}
