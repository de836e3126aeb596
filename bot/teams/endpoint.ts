import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder'
import { LRUCache } from 'lru-cache'
import type { Log } from '../log'
import type { BotAdapter } from './adapter'
import { refusalOf, type GuardRules } from './guard'

/** What an activity's POST is answered with. */
export type ActivityAnswer = { readonly status: number; readonly body: unknown }

type EndpointDeps = {
  readonly adapter: BotAdapter
  readonly rules: GuardRules
  readonly turn: (context: TurnContext) => Promise<void>
  readonly log: Log
}

/** A reason is logged once in this many ms: whoever floods the door does not flood the log. */
const LOGGED_ONCE_IN = 60_000

/** Takes an activity from the Bot Framework: the guard, its authentication, then the turn. */
export function createEndpoint({ adapter, rules, turn, log }: EndpointDeps) {
  const logged = new LRUCache<string, true>({ max: 100, ttl: LOGGED_ONCE_IN })
  const refused = (why: string): ActivityAnswer => {
    if (!logged.has(why)) {
      logged.set(why, true)
      log.warn({ why }, 'An activity was refused')
    }
    return { status: 401, body: undefined }
  }
  return async (authorization: string, body: unknown): Promise<ActivityAnswer> => {
    const refusal = refusalOf(rules, authorization, body)
    if (refusal) return refused(refusal)
    if (!isActivity(body)) return { status: 400, body: undefined }
    const received = await adapter.receive(authorization, body, turn)
    if (received.kind === 'refused') return refused(nameOf(received.cause))
    const { response } = received
    if (response) return { status: response.status, body: response.body as unknown }
    return { status: body.type === ActivityTypes.Invoke ? 501 : 200, body: undefined }
  }
}

/** Enough for the adapter: what the turn uses of it is parsed once more, field by field. */
function isActivity(body: unknown): body is Activity {
  return (
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    typeof body.type === 'string' &&
    'conversation' in body &&
    typeof body.conversation === 'object' &&
    body.conversation !== null
  )
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'
}
