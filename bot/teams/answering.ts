import type { TurnContext } from 'botbuilder'
import type { Card } from '../cards/card'
import { inProject, sentToYourChatCard } from '../cards/chatCards'
import type { Look } from '../cards/look'
import { outcomeCard } from '../cards/outcomeCard'
import type { Reader, Speaker } from '../cards/reader'
import type { MessageRef } from '../domain/cycle'
import type { EntryId, RecordId } from '../domain/ids'
import { localeIn } from '../domain/language'
import { epochMs } from '../domain/time'
import type { Done } from '../flows/carryOutOnce'
import type { Outcome } from '../flows/outcome'
import type { Place } from './inbound'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'
import type { Visit } from './visit'

const UTC = 'UTC' as Reader['zone']

/** Who sees what is answered: everybody in the channel, or the one who asked. */
export type Eyes = 'everybody' | 'asker'

/** Who sees a message that is sent into this place. */
export function eyesIn(place: Place): Eyes {
  return place.kind === 'channel' ? 'everybody' : 'asker'
}

/** How one is spoken to in this place: what everybody reads is in the project's language. */
export function speakerIn(place: Place, visit: Visit): Speaker {
  return { locale: localeFor(visit, eyesIn(place)) }
}

/** An answer with which project it is about, where somebody on several could take it for another's. */
export function toldWhere(place: Place, visit: Visit, answer: Card): Card {
  const { isAmongOthers, record } = visit
  return isAmongOthers && record ? inProject(answer, record.name, speakerIn(place, visit)) : answer
}

function localeFor({ actor, record }: Visit, eyes: Eyes): string {
  return eyes === 'everybody' && record ? localeIn(record.language, actor.locale) : actor.locale
}

/** For whom the cards of a turn are written: one's own zone and language, the project's for everybody. */
export function readerOf(deps: TurnDeps, visit: Visit, eyes: Eyes): Reader {
  const { actor, record, links } = visit
  const zone =
    eyes === 'everybody' ? (record?.zone ?? actor.zone ?? UTC) : (actor.zone ?? record?.zone ?? UTC)
  return { locale: localeFor(visit, eyes), zone, now: deps.clock.now(), links }
}

/** The card of an outcome as these eyes see it. */
export function cardFor(deps: TurnDeps, visit: Visit, eyes: Eyes, outcome: Outcome, look: Look = {}): Card {
  return outcomeCard(outcome, readerOf(deps, visit, eyes), look)
}

/**
 * Answers with the card of an outcome where it belongs: what is for one person's eyes goes to their 1:1 chat even when
 * it was asked for in the channel, and stays in the channel only where that chat can't be reached.
 */
export async function answerWithOutcome(
  deps: TurnDeps,
  context: TurnContext,
  visit: Visit,
  place: Place,
  outcome: Outcome,
): Promise<void> {
  if (place.kind === 'channel' && isSentByOutbox(outcome)) return
  if (place.kind === 'channel' && isPrivate(outcome) && (await sentInChat(deps, visit, outcome))) {
    const speaker = speakerIn(place, visit)
    await replyWith(context, sentToYourChatCard(visit.record?.name ?? '', speaker))
    return
  }
  const message = await replyWith(
    context,
    toldWhere(place, visit, cardFor(deps, visit, eyesIn(place), outcome)),
  )
  if (message && place.kind === 'channel') await rememberCard(deps, visit, outcome, message)
}

/** Whoever did a thing is about to say so for so long, in ms. */
const ANSWERS_WITHIN = 10_000

/**
 * Whether what came a second time needs no second message: another process is just answering, or a card of it
 * stands in the channel, or will, for which the outbox cares. A crash between an effect and its answer is made up for
 * by the next delivery. In a 1:1 chat nobody knows whether the first answer arrived, so there a late second one is
 * answered too, with what stands: said twice beats never said.
 */
export async function isAnsweredElsewhere(
  { records, clock }: TurnDeps,
  { project }: Visit,
  place: Place,
  { outcome, before }: Done,
): Promise<boolean> {
  if (!before) return false
  if (epochMs(clock.now()) - epochMs(before.at) < ANSWERS_WITHIN) return true
  if (place.kind !== 'channel') return false
  if (outcome.kind === 'asked' || outcome.kind === 'recapPosted') return true
  if (outcome.kind !== 'record') return false
  return (await records.posted(project, recordIn(outcome).id)) !== null
}

/**
 * Sends the card of an outcome to the actor's 1:1 chat; false where that chat can't be reached. Throws when nobody knows
 * whether it arrived or it could not be tried: what is private is not shown to a channel because of a hiccup.
 */
export async function sentInChat(deps: TurnDeps, visit: Visit, outcome: Outcome): Promise<boolean> {
  const card = cardFor(deps, visit, 'asker', outcome)
  const sent = await deps.messenger.send(visit.project, { to: 'person', person: visit.actor.person.id }, card)
  switch (sent.kind) {
    case 'sent':
      return true
    case 'refused':
      return false
    case 'throttled':
      throw new Error('Teams asks for patience')
    case 'notSent':
    case 'unknown':
      throw new Error('A private answer may not have arrived', { cause: sent.cause })
  }
}

/** Remembers the channel's card of a record, so that it is edited in place when the record changes elsewhere. */
export async function rememberCard(
  { records }: TurnDeps,
  { project }: Visit,
  outcome: Outcome,
  message: MessageRef,
): Promise<void> {
  if (outcome.kind !== 'record' && outcome.kind !== 'entry') return
  const { id: about, version: shows } = recordIn(outcome)
  await records.commit(project, { posted: [{ about, message, shows }] })
}

function recordIn({ view }: Extract<Outcome, { kind: 'record' | 'entry' }>): {
  id: RecordId | EntryId
  version: number
} {
  switch (view.record) {
    case 'item':
      return view.item
    case 'issue':
      return view.issue
    case 'entry':
      return view.entry
  }
}

/**
 * Drafts, corrections before they are saved, looks ahead and back, what is raised with the lead, deliveries, one's own
 * card and being away.
 */
const PRIVATE: ReadonlySet<Outcome['kind']> = new Set<Outcome['kind']>([
  'status',
  'pastRecap',
  'draft',
  'correctionForm',
  'deliveries',
  'importPreview',
  'importProgress',
  'trouble',
  'weeklyCard',
  'away',
  'awayForm',
  'back',
])

export function isPrivate(outcome: Outcome): boolean {
  return PRIVATE.has(outcome.kind)
}

/** The outbox posts the week's card, the recap and the project's page in the channel: a second card would say the same. */
function isSentByOutbox(outcome: Outcome): boolean {
  const isPosted =
    outcome.kind === 'asked' || outcome.kind === 'recapPosted' || outcome.kind === 'anchorPosted'
  return isPosted && !outcome.again
}
