import type { TurnContext } from 'botbuilder'
import { failureCard } from '../cards/guidanceCard'
import { readActivity, type Inbound } from './inbound'
import { onCardAction } from './onCardAction'
import { onInstalled } from './onInstalled'
import { onMessage } from './onMessage'
import { referenceOf } from './reference'
import { answerTap, replyWith } from './reply'
import type { TurnDeps } from './turn'

/** Handles one activity that passed authentication. The one place where a turn's failure is caught and told. */
export function createRouter(deps: TurnDeps): (context: TurnContext) => Promise<void> {
  return async (context) => {
    const inbound = readActivity(context.activity)
    try {
      await handle(deps, context, inbound)
    } catch (cause) {
      await tellFailure(deps, context, inbound, cause)
    }
  }
}

async function handle(deps: TurnDeps, context: TurnContext, inbound: Inbound): Promise<void> {
  if (inbound.kind === 'ignored') return
  const { place } = inbound
  const from = inbound.kind === 'installed' ? null : inbound.from
  const tenant = inbound.kind === 'installed' ? inbound.tenant : inbound.from.tenant
  await deps.addressBook.note(from, place, referenceOf(context.activity, tenant))
  switch (inbound.kind) {
    case 'message':
      return onMessage(deps, context, inbound)
    case 'cardAction':
      return onCardAction(deps, context, inbound)
    case 'installed':
      return onInstalled(deps, context, inbound)
  }
}

/** A person gets one sentence, their own words back, and a reference; the log gets the cause under the same one. */
async function tellFailure(
  deps: TurnDeps,
  context: TurnContext,
  inbound: Inbound,
  cause: unknown,
): Promise<void> {
  const reference = deps.newReference()
  const { id, conversation } = context.activity
  deps.log.error({ cause, reference, activity: id, conversation: conversation.id }, 'A turn failed')
  if (inbound.kind !== 'message' && inbound.kind !== 'cardAction') return
  const wrote = inbound.kind === 'message' ? inbound.text : typedIn(inbound.data)
  const card = failureCard({ reference, unsaved: null, wrote, again: null })
  try {
    await (inbound.kind === 'message' ? replyWith(context, card) : answerTap(context, card))
  } catch (second) {
    deps.log.error({ cause: second, reference }, 'The failure could not be told')
  }
}

/** Fields of a card that a person typed into, rather than what the card carries for itself. */
const CARRIED = new Set([
  'project',
  'week',
  'item',
  'id',
  'seen',
  'version',
  'says',
  'filter',
  'page',
  'shown',
])

function typedIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null
  const typed = Object.entries(data).filter(
    (field): field is [string, string] =>
      typeof field[1] === 'string' && field[1].trim() !== '' && !CARRIED.has(field[0]),
  )
  return typed.length > 0 ? typed.map(([, text]) => text).join('\n') : null
}
