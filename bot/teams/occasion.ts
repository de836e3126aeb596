import type { Activity } from 'botbuilder'
import { createHash } from 'node:crypto'
import { epochMs, type Instant } from '../domain/time'
import type { Occasion } from '../flows/carryOutOnce'
import type { Inbound } from './inbound'
import { withoutThread } from './reference'

type Asked = Extract<Inbound, { kind: 'message' | 'cardAction' }>

/** What arrived late may have been here before, in ms: Teams delivers again after 15 s what nobody has answered. */
const LATE_MS = 10_000

/**
 * What an activity asks for, by what stays the same of it under a new activity id: who, where, what, and the moment at
 * which the client sent it. The same words sent again a minute later are another occasion.
 */
export function occasionOf(activity: Activity, inbound: Asked, now: Instant): Occasion {
  const { sentAt } = inbound
  const isLate = sentAt !== null && epochMs(now) - epochMs(sentAt) > LATE_MS
  return { key: keyOf(activity, inbound, sentAt ?? activity.id ?? ''), isLate }
}

/** A card makes its new record once for what stands in its form, however often and whenever it is sent. */
export function occasionOfForm(activity: Activity, inbound: Asked, { isLate }: Occasion): Occasion {
  return { key: keyOf(activity, inbound, 'form'), isLate }
}

function keyOf({ conversation }: Activity, inbound: Asked, moment: string): string {
  const { from } = inbound
  const what =
    inbound.kind === 'message' ? [inbound.text] : [inbound.card, inbound.verb, ordered(inbound.data)]
  const whole = [inbound.kind, from.tenant, from.id, withoutThread(conversation.id), ...what, moment]
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 40)
}

/** Clients send a card's inputs in any order. */
function ordered(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  return Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1))
}
