import type { Activity, TurnContext } from 'botbuilder'
import { LRUCache } from 'lru-cache'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { Log } from '../log'
import type { Observe } from '../telemetry/happening'
import type { BotAdapter } from './adapter'
import { refusalOf, type GuardRules } from './guard'

/** What an activity's POST is answered with. */
export type ActivityAnswer = { readonly status: number; readonly body: unknown }

type EndpointDeps = {
  readonly adapter: BotAdapter
  readonly rules: GuardRules
  readonly turn: (context: TurnContext) => Promise<void>
  readonly clock: Clock
  readonly log: Log
  readonly observe: Observe
}

/** A reason is logged once in this many ms: whoever floods the door does not flood the log. */
const LOGGED_ONCE_IN = 60_000

/** Takes an activity from the Bot Framework: the guard, its authentication, then the turn. */
export function createEndpoint({ adapter, rules, turn, clock, log, observe }: EndpointDeps) {
  const loggedAt = new LRUCache<string, number>({ max: 100 })
  const refused = (why: string): ActivityAnswer => {
    const now = epochMs(clock.now())
    if (now - (loggedAt.get(why) ?? -Infinity) >= LOGGED_ONCE_IN) {
      loggedAt.set(why, now)
      log.warn({ why }, 'An activity was refused')
    }
    observe({ what: 'turn', kind: 'unknown', outcome: 'refused', ms: 0 })
    return { status: 401, body: undefined }
  }
  return async (authorization: string, body: unknown): Promise<ActivityAnswer> => {
    const refusal = refusalOf(rules, body)
    if (refusal) return refused(refusal)
    if (!isActivity(body)) return { status: 400, body: undefined }
    const received = await adapter.receive(authorization, body, turn)
    if (received.kind === 'refused') return refused(received.why)
    const { response } = received
    if (response) return { status: response.status, body: response.body as unknown }
    return { status: body.type === 'invoke' ? 501 : 200, body: undefined }
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
