import type { TurnContext } from 'botbuilder'
import { parseCardAction, placeOf, type CardAction } from '../cards/actions'
import { outsiderCard, whichProjectCard } from '../cards/chatCards'
import { guidanceCard } from '../cards/guidanceCard'
import type { Look } from '../cards/look'
import { toCommand } from '../cards/toCommand'
import type { ProjectId } from '../domain/ids'
import { carryOut } from '../flows/carryOut'
import type { Command } from '../flows/command'
import type { Outcome } from '../flows/outcome'
import { answerWithOutcome, cardFor, isPrivate, rememberCard } from './answering'
import { guidanceOfTap } from './guidance'
import type { Inbound } from './inbound'
import { answerSentence } from './onMessage'
import { answerTap, answerTapInWords, replaceCard } from './reply'
import type { TurnDeps } from './turn'
import { admit, type Visit } from './visit'

type Tap = Extract<Inbound, { kind: 'cardAction' }>

/** Answers a tapped button: to who tapped in the invoke's answer, to everybody by editing the message. */
export async function onCardAction(deps: TurnDeps, context: TurnContext, tap: Tap): Promise<void> {
  const action = parseCardAction(tap.verb, tap.data)
  if (!action) {
    await answerTap(context, guidanceCard({ kind: 'oldCard' }, null))
    return
  }
  const admission = await admit(deps, tap.from, tap.place, projectOf(action))
  if (admission.kind === 'outsider') {
    await answerTap(context, outsiderCard())
    return
  }
  if (admission.kind === 'whichProject') {
    const said = action.verb === 'say' ? action.text : 'help'
    await answerTap(context, whichProjectCard(admission.projects, said))
    return
  }
  const { visit } = admission
  const tapped = toCommand(action, visit.members)
  switch (tapped.kind) {
    case 'problem':
      await answerTap(context, guidanceCard(guidanceOfTap(tapped.problem), visit.project))
      return
    case 'say':
      await answerSentence(deps, context, tap.place, admission, {
        text: tapped.text,
        mentions: [],
        people: Object.fromEntries(tapped.people.map(({ name, person }) => [name, person])),
      })
      await answerTapInWords(context, 'Answered below')
      return
    case 'command':
      await carryOutTap(deps, context, tap, visit, { action, command: tapped.command, look: tapped.look })
  }
}

type Wanted = { readonly action: CardAction; readonly command: Command; readonly look: Look }

async function carryOutTap(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  visit: Visit,
  { action, command, look }: Wanted,
): Promise<void> {
  const door = command.do === 'answer' ? ('weeklyCard' as const) : ('chat' as const)
  const outcome = await carryOut(deps, { project: visit.project, actor: visit.actor, door, command })
  const isForTapper = tap.place.kind === 'channel' && isPrivate(outcome) && outcome.kind !== 'weeklyCard'
  if (isForTapper || placeOf(action) === 'newMessage') {
    await answerBeside(deps, context, tap, visit, outcome)
    return
  }
  const card = cardFor(deps, visit, tap.place, outcome, look)
  await answerTap(context, card)
  if (!tap.card || placeOf(action) !== 'everyone' || !replacesForEverybody(tap, outcome)) {
    await showCurrent(deps, context, tap, visit, outcome)
    return
  }
  await replaceCard(context, tap.card, card)
  if (tap.place.kind === 'channel') {
    const message = { conversation: context.activity.conversation.id, message: tap.card }
    await rememberCard(deps, visit, outcome, message)
  }
}

/** The answer is a message of its own; the tapped card stays as it is. */
async function answerBeside(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  visit: Visit,
  outcome: Outcome,
): Promise<void> {
  // One's own card opened from the channel is shown to who tapped, in place, and to nobody else.
  if (tap.place.kind === 'channel' && outcome.kind === 'weeklyCard') {
    await answerTap(context, cardFor(deps, visit, tap.place, outcome))
    return
  }
  await answerWithOutcome(deps, context, visit, tap.place, outcome)
  await answerTapInWords(
    context,
    tap.place.kind === 'channel' && isPrivate(outcome) ? 'Sent to our chat' : 'Answered below',
  )
}

/** What only concerns who tapped (a form, a refusal, one's own card in the channel) changes the card for them alone. */
function replacesForEverybody({ place }: Tap, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'record':
    case 'projectSaved':
    case 'paused':
    case 'resumed':
    case 'recapPosted':
    case 'asked':
    case 'items':
    case 'issues':
      return true
    case 'weeklyCard':
    case 'draft':
    case 'setupForm':
      return place.kind === 'personal' || outcome.kind === 'setupForm'
    default:
      return false
  }
}

/** A card acted on when stale: who tapped sees what changed; everybody sees the record as it is now. */
async function showCurrent(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  visit: Visit,
  outcome: Outcome,
): Promise<void> {
  if (!tap.card || tap.place.kind !== 'channel' || outcome.kind !== 'changedMeanwhile') return
  const current: Outcome = { kind: 'record', view: outcome.view, note: null }
  await replaceCard(context, tap.card, cardFor(deps, visit, tap.place, current))
}

function projectOf(action: CardAction): ProjectId | null {
  return ('project' in action ? action.project : undefined) ?? null
}
