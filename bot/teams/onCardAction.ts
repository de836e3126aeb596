import type { TurnContext } from 'botbuilder'
import { parseCardAction, placeOf, type CardAction } from '../cards/actions'
import type { Card } from '../cards/card'
import { noProjectYetCard, outsiderCard } from '../cards/chatCards'
import { guidanceCard } from '../cards/guidanceCard'
import type { Look } from '../cards/look'
import { toCommand, type Tapped } from '../cards/toCommand'
import { wordsOf } from '../cards/words/wordsOf'
import type { ProjectId } from '../domain/ids'
import { carryOutOnce, type Done, type Occasion } from '../flows/carryOutOnce'
import type { Command, CommandOf } from '../flows/command'
import type { Outcome } from '../flows/outcome'
import { answerWithOutcome, cardFor, eyesIn, isPrivate, rememberCard, sentInChat } from './answering'
import { guidanceOfTap } from './guidance'
import type { Inbound } from './inbound'
import { occasionOfForm } from './occasion'
import { answerSentence, hearCommand, type Sentence } from './onMessage'
import { answerTap, answerTapInWords, replaceCard } from './reply'
import type { TurnDeps } from './turn'
import { admit, inOwnChat, type Admission, type Visit } from './visit'

type Tap = Extract<Inbound, { kind: 'cardAction' }> & { readonly occasion: Occasion | null }

/** Answers a tapped button: to who tapped in the invoke's answer, to everybody by editing the message. */
export async function onCardAction(
  deps: TurnDeps,
  context: TurnContext,
  inbound: Extract<Inbound, { kind: 'cardAction' }>,
  occasion: Occasion | null,
): Promise<void> {
  const tap: Tap = { ...inbound, occasion }
  const action = parseCardAction(tap.verb, tap.data)
  if (!action) {
    await answerTap(context, guidanceCard({ kind: 'oldCard' }, null, tap.from))
    return
  }
  const admission = await admit(deps, tap.from, tap.place, projectOf(action), tap.sentAt)
  if (admission.kind === 'outsider') {
    await answerTap(context, outsiderCard(tap.from))
    return
  }
  if (admission.kind === 'noProject') {
    await answerTap(context, noProjectYetCard(tap.from))
    return
  }
  if (admission.kind === 'several') {
    // Buttons that name no project say a sentence, or open the setup.
    await sayAmongSeveral(deps, context, tap, admission, action.verb === 'say' ? action.text : 'setup')
    return
  }
  const { visit } = admission
  const tapped = toCommand(action, visit.members)
  switch (tapped.kind) {
    case 'problem':
      await answerTap(context, guidanceCard(guidanceOfTap(tapped.problem), visit.project, visit.actor))
      return
    case 'say':
      await say(deps, context, tap, await seenFrom(deps, tap, visit), tapped)
      return
    case 'command': {
      const { command, look } = tapped
      await carryOutTap(deps, context, tap, visit, { command, look, answerIn: placeOf(action) })
    }
  }
}

/** Says the button's sentence. Where it settles who or what was meant, the answer takes the place of the question. */
async function say(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  visit: Visit,
  { text, people }: Extract<Tapped, { kind: 'say' }>,
): Promise<void> {
  const named = Object.fromEntries(people.map(({ name, person }) => [name, person]))
  const { locale } = visit.actor
  const sentence: Sentence = { text, locale, mentions: [], people: named, occasion: tap.occasion }
  const { command } = await hearCommand(deps, context, tap.place, visit, sentence)
  if (command && (people.length > 0 || isNewRecord(command))) {
    await carryOutTap(deps, context, tap, visit, { command, look: {}, answerIn: 'everyone' })
    return
  }
  await answerSentence(deps, context, tap.from, tap.place, { kind: 'visit', visit }, sentence)
  await answerTapInWords(context, wordsOf(visit.actor).refusals.answeredBelow)
}

async function sayAmongSeveral(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  several: Extract<Admission, { kind: 'several' }>,
  text: string,
): Promise<void> {
  const { locale } = tap.from
  const sentence: Sentence = { text, locale, mentions: [], people: {}, occasion: tap.occasion }
  await answerSentence(deps, context, tap.from, tap.place, several, sentence)
  await answerTapInWords(context, wordsOf(tap.from).refusals.answeredBelow)
}

/** What somebody says by a button in their own chat is what the talk is about there. */
async function seenFrom(deps: TurnDeps, { from, place, sentAt }: Tap, visit: Visit): Promise<Visit> {
  return place.kind === 'personal' && visit.record ? inOwnChat(deps, from, visit, sentAt) : visit
}

type Wanted = {
  readonly command: Command
  readonly look: Look
  readonly answerIn: ReturnType<typeof placeOf>
}

async function carryOutTap(
  deps: TurnDeps,
  context: TurnContext,
  tap: Tap,
  visit: Visit,
  { command, look, answerIn: wanted }: Wanted,
): Promise<void> {
  const asked = onItsCard(context, tap, visit, command)
  const { outcome, before } = await doOnce(deps, context, tap, visit, asked)
  const isYours = wanted === 'yours' && tap.place.kind === 'channel'
  const answerIn = isYours ? 'onlyYou' : wanted === 'yours' ? 'everyone' : wanted
  const isForTapper = tap.place.kind === 'channel' && isPrivate(outcome) && outcome.kind !== 'weeklyCard'
  if ((isForTapper || answerIn === 'newMessage') && !before) {
    await answerBeside(deps, context, tap, visit, outcome)
    return
  }
  const isForEverybody = replacesForEverybody(tap, outcome)
  // A page of a card that stands for everybody is in its language, so that it is the same card before and after.
  const card = cardFor(deps, visit, isForEverybody ? eyesIn(tap.place) : 'asker', outcome, look)
  await answerTap(context, card)
  // The outbox edits the card of an import: it would not know of an edit of ours that comes after its own.
  if (outcome.kind === 'importProgress' && isOnCard(asked)) return
  if (!tap.card || answerIn !== 'everyone' || !isForEverybody) {
    await showCurrent(deps, context, tap, visit, outcome)
    return
  }
  if (!(await replaced(deps, context, tap.card, card)) || tap.place.kind !== 'channel') return
  const message = { conversation: context.activity.conversation.id, message: tap.card }
  await rememberCard(deps, visit, outcome, message)
}

/** What is asked of an import in one's own chat is shown on the card that it is asked on, and followed there. */
function onItsCard({ activity }: TurnContext, tap: Tap, { actor }: Visit, command: Command): Command {
  if (command.do !== 'runImport' && command.do !== 'showImport') return command
  if (!tap.card || tap.place.kind !== 'personal') return command
  const message = { conversation: activity.conversation.id, message: tap.card }
  return { ...command, card: { person: actor.person.id, message } }
}

function isOnCard(command: Command): boolean {
  return 'card' in command && command.card !== null
}

/** The card's own message counts: a form makes its record once, whenever and however often it is sent. */
function doOnce(
  deps: TurnDeps,
  { activity }: TurnContext,
  tap: Tap,
  visit: Visit,
  command: Command,
): Promise<Done> {
  const isOwnCard = command.do === 'answer' && tap.place.kind === 'personal'
  const door = isOwnCard ? ('weeklyCard' as const) : ('chat' as const)
  const order = { project: visit.project, actor: visit.actor, door, command }
  const isForm = isNewRecord(command) && tap.card !== null
  return carryOutOnce(
    deps,
    order,
    isForm && tap.occasion ? occasionOfForm(activity, tap, tap.occasion) : tap.occasion,
  )
}

function isNewRecord(command: Command): command is CommandOf<'addItem' | 'logIssue'> {
  return command.do === 'addItem' || command.do === 'logIssue'
}

/**
 * Edits the message for everybody. What was asked for is done and its sender sees so in the invoke's answer, so a failure
 * is no failure of the turn: the log has it, and a record's remembered card is edited by the outbox.
 */
async function replaced(deps: TurnDeps, context: TurnContext, message: string, card: Card): Promise<boolean> {
  try {
    await replaceCard(context, message, card)
    return true
  } catch (cause) {
    deps.log.warn({ cause, message }, 'A tapped card could not be edited for everybody')
    return false
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
  if (tap.place.kind === 'channel' && isPrivate(outcome)) {
    // One's own card opened from the channel, and what can't be sent to one's chat, is shown to who tapped alone.
    const isInChat = outcome.kind !== 'weeklyCard' && (await sentInChat(deps, visit, outcome))
    if (isInChat) await answerTapInWords(context, wordsOf(visit.actor).refusals.sentToOurChat)
    else await answerTap(context, cardFor(deps, visit, 'asker', outcome))
    return
  }
  await answerWithOutcome(deps, context, visit, tap.place, outcome)
  await answerTapInWords(context, wordsOf(visit.actor).refusals.answeredBelow)
}

/** What only concerns who tapped (a form, a refusal, one's own card in the channel) changes the card for them alone. */
function replacesForEverybody({ place }: Tap, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'record':
    case 'projectSaved':
    case 'raisingForm':
    case 'raisingSaved':
    case 'pinned':
    case 'unpinned':
    case 'notPinned':
    case 'importPreview':
    case 'importProgress':
    case 'importRefused':
    case 'deleteAsked':
    case 'deleted':
    case 'stillGoing':
    case 'paused':
    case 'resumed':
    case 'recapPosted':
    case 'recapCorrected':
    case 'audienceSaved':
    case 'asked':
    case 'items':
    case 'issues':
    case 'hasRead':
    case 'questionWaits':
    case 'entry':
      return true
    case 'source':
    case 'toVerify':
    case 'entryForm':
    case 'questionSettled':
      return place.kind === 'personal'
    case 'weeklyCard':
    case 'draft':
    case 'away':
    case 'awayForm':
    case 'back':
    case 'correctionForm':
    case 'setupForm':
    case 'audienceForm':
      return place.kind === 'personal' || !isPrivate(outcome)
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
  await replaced(deps, context, tap.card, cardFor(deps, visit, 'everybody', current))
}

function projectOf(action: CardAction): ProjectId | null {
  return ('project' in action ? action.project : undefined) ?? null
}
