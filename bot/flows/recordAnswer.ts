import { isOpen, type ActionItem } from '../domain/actionItem'
import { answerItem, type AnswerDecision, type EarlierAnswer } from '../domain/answer'
import type { Answer, AnswerSays } from '../domain/cycle'
import { changeOf, isSameValue } from '../domain/history'
import { isSamePerson } from '../domain/person'
import type { Project } from '../domain/project'
import { cleanText } from '../domain/text'
import { dateIn, type Instant } from '../domain/time'
import { weekIn } from '../domain/week'
import { againWhenLost } from './againWhenLost'
import { earlierAnswer, loadCard, type CardRecords } from './answeredCard'
import { askAfter, freeDelegate, messagesAboutCard } from './askAfterAnswer'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { messagesAboutItem } from './messagesAbout'
import type { Outcome, WeeklyForm } from './outcome'
import type { Commit, Stored } from './ports'
import { headOf } from './projectHead'
import { reasonIn } from './reasonIn'
import { tooLong } from './tooLong'
import { loadWeeklyView } from './weeklyView'

/** An answer to one item costs up to eight rows (item, its index, two of history, answer, messages) of a hundred. */
const ANSWERS_IN_ONE_COMMIT = 10

type AnswerOrder = Order<CommandOf<'answer'>>
type AnswerDeps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/**
 * Takes a person's answers to their card of one week: to their own items, and to those of whom they look after by that
 * week's ask. Items, ledgers and the channel's count change with them; a second answer to an item in the same week, by
 * whichever of the two, replaces the first. What lacks something comes back as the row's open form with what was
 * typed; answers beside it are saved.
 */
export async function recordAnswer(deps: AnswerDeps, order: AnswerOrder): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const refusal = tooLong({ comment: order.command.comment })
  return refusal ?? againWhenLost(() => attempt(deps, order, stored.record))
}

async function attempt(deps: AnswerDeps, order: AnswerOrder, project: Project): Promise<Outcome | 'lost'> {
  const { command, actor } = order
  const card = await loadCard(deps, order, project)
  if (!card) return { kind: 'noCardForYou', project: headOf(project), week: command.week }

  const wanted = wantedAnswers(card, command)
  const decided = await Promise.all(
    wanted.map(async ({ item, says }) => ({
      item,
      says,
      decision: await decide(deps, order, project, card, item, says),
    })),
  )
  if ((await save(deps, order, project, card, decided)) === 'lost') return 'lost'
  await freeDelegate(deps, project, card)

  const form = decided
    .map(({ item, says, decision }) => formFor(item, says, decision))
    .find((open) => open !== null)
  const view = await loadWeeklyView(deps, project, command.week, actor.person.id, form ?? null)
  if (!view) throw new Error(`The card of ${command.week} disappeared while it was answered`)
  const stillLate = view.rows.filter((row) => row.daysLate > 0 && row.answer?.says.kind === 'noChange')
  return {
    kind: 'weeklyCard',
    view,
    stillLate: command.restNoChange ? stillLate.map((row) => row.item.id) : [],
  }
}

/**
 * The answers given, the last one of each item, and "no change" for every open item without one when that was asked
 * for. An item that is somebody else's by now has left the card.
 */
function wantedAnswers(
  card: CardRecords,
  command: CommandOf<'answer'>,
): { readonly item: Stored<ActionItem>; readonly says: AnswerSays }[] {
  const latest = new Map(command.answers.map(({ item, says }) => [item, says]))
  const given = [...latest].flatMap(([id, says]) => {
    const item = card.items.get(id)
    return item ? [{ item, says: fitToKeep(says) }] : []
  })
  if (!command.restNoChange) return given
  const answered = new Set([
    ...given.map(({ item }) => item.record.id),
    ...card.answers.map(({ record }) => record.item),
  ])
  const rest = [...card.items.values()].filter(({ record }) => isOpen(record) && !answered.has(record.id))
  return [...given, ...rest.map((item) => ({ item, says: { kind: 'noChange' } as const }))]
}

/** One that is too long stays as it was typed: it is refused, and shown again. */
function fitToKeep(says: AnswerSays): AnswerSays {
  if (says.kind !== 'notOnTrack') return says
  const why = cleanText(says.why)
  return why.kind === 'ok' ? { ...says, why: why.text } : says
}

/**
 * What an answer makes of its item. Only an answer of the running week is replaced: the card of an earlier one, answered
 * anew, must not take a move out of the ledger that stands in a posted recap. The same answer again is no new one.
 */
async function decide(
  { records, clock }: AnswerDeps,
  { actor }: AnswerOrder,
  project: Project,
  card: CardRecords,
  item: Stored<ActionItem>,
  says: AnswerSays,
): Promise<AnswerDecision> {
  const now = clock.now()
  const isThisWeeks = card.ask.record.week === weekIn(now, project.zone)
  const answer = earlierAnswer(card, item.record.id)?.record
  const isReplaced = answer && (isThisWeeks || isSameValue(answer.says, says))
  const previous: EarlierAnswer | null = isReplaced
    ? { answer, changes: await changesOf(records, project, answer) }
    : null
  return answerItem(item.record, says, {
    by: actor.person,
    at: now,
    today: dateIn(now, project.zone),
    previous,
  })
}

async function changesOf(records: FlowDeps['records'], project: Project, answer: Answer) {
  const versions = Array.from(
    { length: answer.itemVersionAfter - answer.itemVersionBefore },
    (_, index) => answer.itemVersionBefore + 1 + index,
  )
  const changes = await Promise.all(
    versions.map((version) => records.change(project.id, answer.item, version)),
  )
  return changes.filter((change) => change !== null)
}

type Decided = {
  readonly item: Stored<ActionItem>
  readonly says: AnswerSays
  readonly decision: AnswerDecision
}

/**
 * Commits in groups that fit a transaction. Answers have natural keys, so a crash between two groups leaves whole
 * answers only, and sending the card again completes the rest. The ask is written with the last group.
 */
async function save(
  deps: AnswerDeps,
  order: AnswerOrder,
  project: Project,
  card: CardRecords,
  decided: readonly Decided[],
): Promise<'saved' | 'lost'> {
  const now = deps.clock.now()
  const taken = decided.filter(({ decision }) => decision.kind === 'changed' || decision.kind === 'unchanged')
  const answered = taken.map(({ item }) => item.record.id)
  const ask = askAfter(card, { comment: order.command.comment, taken: answered, now })
  const groups = Math.max(1, Math.ceil(taken.length / ANSWERS_IN_ONE_COMMIT))
  for (let group = 0; group < groups; group++) {
    const some = taken.slice(group * ANSWERS_IN_ONE_COMMIT, (group + 1) * ANSWERS_IN_ONE_COMMIT)
    const isLast = group === groups - 1
    const onCards = await Promise.all(some.map(({ item }) => deps.records.posted(project.id, item.record.id)))
    const parts = some.map((one, index) =>
      commitOf(order, card, one, { now, onCard: onCards[index] !== null }),
    )
    const commit: Commit = {
      items: parts.flatMap((part) => part.items ?? []),
      changes: parts.flatMap((part) => part.changes ?? []),
      answers: parts.flatMap((part) => part.answers ?? []),
      outgoing: [
        ...parts.flatMap((part) => part.outgoing ?? []),
        ...(isLast ? await messagesAboutCard(deps.records, order, card, answered, now) : []),
      ],
      ...(isLast ? { asks: [{ record: ask, over: card.ask.revision }] } : {}),
      more: !isLast,
    }
    if ((await deps.records.commit(project.id, commit)) === 'lost') return 'lost'
  }
  return 'saved'
}

function commitOf(
  { actor, command, door }: AnswerOrder,
  card: CardRecords,
  { item, says, decision }: Decided,
  { now, onCard }: { readonly now: Instant; readonly onCard: boolean },
): Commit {
  if (decision.kind !== 'changed' && decision.kind !== 'unchanged') return {}
  const { owner } = item.record
  const answer: Answer = {
    week: command.week,
    person: owner,
    by: actor.person,
    item: item.record.id,
    says,
    at: now,
    ...decision.versions,
  }
  // Over the answer that was read: another press at this moment may have given one that this press has not seen.
  const answers = [{ record: answer, over: earlierAnswer(card, answer.item)?.revision ?? ('new' as const) }]
  if (decision.kind === 'unchanged') return { answers }
  const why = says.kind === 'notOnTrack' ? reasonIn(says.why) : null
  return {
    answers,
    items: [{ record: decision.item, over: item.revision }],
    changes: [
      changeOf(decision.item.id, item.record, decision.item, {
        by: actor.person,
        inPlaceOf: isSamePerson(owner, actor.person) ? null : owner,
        at: now,
        door,
        why,
      }),
    ],
    outgoing: messagesAboutItem(item.record, decision.item, onCard),
  }
}

function formFor(item: Stored<ActionItem>, says: AnswerSays, decision: AnswerDecision): WeeklyForm | null {
  if (decision.kind === 'changed' || decision.kind === 'unchanged') return null
  const typed =
    says.kind === 'notOnTrack'
      ? { why: says.why, newDate: says.newDate, needs: says.needs?.id ?? null }
      : { why: '', newDate: null, needs: null }
  return {
    item: item.record.id,
    ...typed,
    missing: decision.kind === 'missing' ? decision.what : [],
    problem: decision.kind === 'refused' ? decision.because : null,
  }
}
