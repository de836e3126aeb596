import { z } from 'zod'
import type { ItemId, PersonId, ProjectId, RecordId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import type { Outgoing, OutgoingState, OutgoingWhat } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, date, messageRef, person } from './parts'

/** A message with what became of it so far. */
export type OutgoingRecord = Outgoing & { readonly state: OutgoingState }

const week = text<WeekId>()
const item = text<ItemId>()

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weeklyAsk'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('reminder'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('overtakenCard'), week, person: text<PersonId>(), message: messageRef }),
  z.object({ kind: z.literal('askInThread'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('channelWeek'), week }),
  z.object({ kind: z.literal('recap'), week }),
  z.object({ kind: z.literal('draft'), week }),
  z.object({ kind: z.literal('itemDone'), item, to: person }),
  z.object({ kind: z.literal('itemMoved'), item, to: person, from: date, until: date }),
  z.object({ kind: z.literal('backAgain') }),
  z.object({ kind: z.literal('refreshCard'), record: text<RecordId>() }),
]) satisfies z.ZodType<OutgoingWhat>

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('sending'), since: at }),
  z.object({ status: z.literal('sent'), at, message: messageRef.nullable() }),
  z.object({ status: z.literal('failed'), at, why: z.string() }),
  z.object({ status: z.literal('unknown'), at }),
]) satisfies z.ZodType<OutgoingState>

const schema = z.object({ id: z.string(), at, what, state }) satisfies z.ZodType<OutgoingRecord>

/** A message among those that wait, by time, and later among those that are through, by its id. */
export const outgoingRow = {
  waitingPlace: (project: ProjectId, outgoing: Outgoing) => ({
    partition: project,
    row: rowKeys.waiting(outgoing),
  }),
  toWaitingEntity: (project: ProjectId, outgoing: OutgoingRecord) =>
    toRow(outgoingRow.waitingPlace(project, outgoing), 'outgoing', outgoing),
  toFinishedEntity: (project: ProjectId, outgoing: OutgoingRecord) =>
    toRow({ partition: project, row: rowKeys.finished(outgoing) }, 'outgoing', outgoing),
  fromEntity: (row: StoredRow): OutgoingRecord => fromRow(row, 'outgoing', schema),
}

/** Whether nothing is to be done about a message any more. */
export function isFinished({ status }: OutgoingState): boolean {
  return status !== 'pending' && status !== 'sending'
}
