import { z } from 'zod'
import type { ImportId } from '../domain/exchange/importJob'
import type { ChannelId, EntryId, ItemId, PersonId, ProjectId, QuestionId, RecordId } from '../domain/ids'
import type { WeekId } from '../domain/week'
import type { Outgoing, OutgoingState, OutgoingWhat } from '../flows/outgoing'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, date, messageRef, person } from './parts'

/** A message with what became of it so far, and the id of what set it off. */
export type OutgoingRecord = Outgoing & {
  readonly state: OutgoingState
  readonly causeId?: string | undefined
}

const week = text<WeekId>()
const item = text<ItemId>()

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weeklyAsk'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('reminder'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('handedOver'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('overtakenCard'), week, person: text<PersonId>(), message: messageRef }),
  z.object({ kind: z.literal('askInThread'), week, person: text<PersonId>() }),
  z.object({ kind: z.literal('channelWeek'), week }),
  z.object({ kind: z.literal('recap'), week }),
  z.object({ kind: z.literal('recapCopy'), week, channel: text<ChannelId>() }),
  z.object({ kind: z.literal('recapCorrected'), week, channel: text<ChannelId>().nullable() }),
  z.object({ kind: z.literal('draft'), week }),
  z.object({
    kind: z.enum(['itemDone', 'itemReopened', 'itemMoved']),
    item,
    to: person,
    version: count.nullable().default(null),
  }),
  z.object({ kind: z.literal('digest'), on: date }),
  z.object({ kind: z.literal('backAgain') }),
  z.object({ kind: z.literal('refreshCard'), record: text<RecordId | EntryId>() }),
  z.object({ kind: z.literal('anchor'), post: z.boolean() }),
  z.object({ kind: z.literal('toBeRead'), entry: text<EntryId>(), version: count }),
  z.object({
    kind: z.literal('importCard'),
    import: text<ImportId>(),
    person: text<PersonId>(),
    message: messageRef,
  }),
  z.object({ kind: z.literal('questionAsked'), question: text<QuestionId>() }),
  z.object({
    kind: z.literal('questionAnswered'),
    question: text<QuestionId>(),
    entry: text<EntryId>(),
    to: person,
  }),
]) satisfies z.ZodType<OutgoingWhat>

const state = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('pending'),
    tries: z.number().default(0),
    notBefore: at.nullable().default(null),
  }),
  z.object({ status: z.literal('sending'), since: at, tries: z.number().default(0) }),
  z.object({ status: z.literal('sent'), at, message: messageRef.nullable() }),
  z.object({ status: z.literal('failed'), at, why: z.string() }),
  z.object({ status: z.literal('unknown'), at }),
]) satisfies z.ZodType<OutgoingState>

const schema = z.object({
  id: z.string(),
  at,
  what,
  state,
  causeId: z.string().optional(),
}) satisfies z.ZodType<OutgoingRecord>

/** A message among those that wait, by time, and later among those that are through, by its id. */
export const outgoingRow = {
  /** `stamp` is used once: a waiting row is never written over, so that its key stands for its state. */
  toWaitingEntity: (project: ProjectId, outgoing: OutgoingRecord, stamp: string) =>
    toRow({ partition: project, row: rowKeys.waiting(outgoing, stamp) }, 'outgoing', outgoing),
  finishedPlace: (project: ProjectId, outgoing: Pick<Outgoing, 'id'>) => ({
    partition: project,
    row: rowKeys.finished(outgoing),
  }),
  toFinishedEntity: (project: ProjectId, outgoing: OutgoingRecord) =>
    toRow(outgoingRow.finishedPlace(project, outgoing), 'outgoing', outgoing),
  fromEntity: (row: StoredRow): OutgoingRecord => fromRow(row, 'outgoing', schema),
}

/** As a message waits that nobody tried to send yet. */
export const UNTOUCHED: OutgoingState = { status: 'pending', tries: 0, notBefore: null }

/** Whether nothing is to be done about a message any more. */
export function isFinished({ status }: OutgoingState): boolean {
  return status !== 'pending' && status !== 'sending'
}
