import { z } from 'zod'
import type { FurtherChannel } from '../domain/audience'
import type { ConversationLink } from '../domain/conversation'
import type { Delivery, MessageRef } from '../domain/cycle'
import type { DueDate } from '../domain/dueDate'
import type { Door } from '../domain/history'
import type { ChannelId, PersonId, WorkstreamId } from '../domain/ids'
import type { Person } from '../domain/person'
import type { Rag } from '../domain/rag'
import type { Instant, PlainDate } from '../domain/time'
import { text } from './document'

/** Schemas of what several kinds of record are made of, as they stand in a row. */
export const at = text<Instant>()
export const date = text<PlainDate>()
export const count = z.number().int()
export const workstreamId = text<WorkstreamId>()
export const door = z.enum(['chat', 'weeklyCard', 'tab', 'clock']) satisfies z.ZodType<Door>
export const rag = z.enum(['red', 'amber', 'green']) satisfies z.ZodType<Rag>

export const person = z.object({ id: text<PersonId>(), name: z.string() }) satisfies z.ZodType<Person>

export const dueDate = z.object({
  first: date,
  moves: z.array(z.object({ from: date, to: date, by: person, at, why: z.string() })),
}) satisfies z.ZodType<DueDate>

export const furtherChannel = z.object({
  id: text<ChannelId>(),
  name: z.string(),
}) satisfies z.ZodType<FurtherChannel>

export const conversation = z.object({
  conversation: z.string(),
  message: z.string(),
}) satisfies z.ZodType<ConversationLink>

export const messageRef = z.object({
  conversation: z.string(),
  message: z.string(),
}) satisfies z.ZodType<MessageRef>

export const unreachableReason = z.enum(['notInstalled', 'blocked', 'gone', 'tooBig', 'refused'])

export const delivery = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('withheld'), at }),
  z.object({ status: z.literal('sent'), at, message: messageRef }),
  z.object({ status: z.literal('unreachable'), at, why: unreachableReason, fallback: z.boolean() }),
  z.object({ status: z.literal('unknown'), at }),
]) satisfies z.ZodType<Delivery>
