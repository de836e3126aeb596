import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { FieldValue } from '../domain/history'

/** Where Teams is reached for one conversation: what a stored conversation reference comes down to. */
export type TeamsReference = {
  readonly serviceUrl: string
  /** Without a thread for a channel. */
  readonly conversation: string
  readonly tenant: string
  readonly bot: { readonly id: string; readonly name: string }
}

const parser = z.object({
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.string().min(1),
  tenant: z.string(),
  bot: z.object({ id: z.string().min(1), name: z.string() }),
})

/** Reads a stored reference; `null` when there is none or it can't be used. */
export function parseReference(stored: FieldValue): TeamsReference | null {
  const parsed = parser.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** The reference of the conversation that an activity came from, its thread left off. */
export function referenceOf(activity: Activity, tenant: string): TeamsReference {
  return {
    serviceUrl: activity.serviceUrl,
    conversation: withoutThread(activity.conversation.id),
    tenant,
    bot: { id: activity.recipient.id, name: activity.recipient.name },
  }
}

/** Teams appends `;messageid=...` to a channel's id for a thread in it. */
export function withoutThread(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation
}
