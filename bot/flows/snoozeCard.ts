import type { Ask, SnoozeChoice } from '../domain/cycle'
import { snoozeChoices, waitingSnooze } from '../domain/reminder'
import { epochMs, type Instant } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { presenceOf } from './presence'
import { headOf } from './projectHead'
import { withComment } from './askAfterAnswer'
import { tooLong } from './tooLong'
import { weeklyAskMessage } from './weekMessages'
import { loadWeeklyView } from './weeklyView'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>
type Snooze = Order<CommandOf<'snooze'>>

/**
 * Puts the actor's card off and notes it on the ask: no answer, only another moment for the reminder. Where it can't be
 * put off like this any more, the card says what holds instead.
 */
export async function snoozeCard(deps: Deps, order: Snooze): Promise<Outcome> {
  return tooLong({ comment: order.command.comment }) ?? againWhenLost(() => attempt(deps, order))
}

async function attempt(deps: Deps, order: Snooze): Promise<Outcome | 'lost'> {
  const { actor, command, door } = order
  const { records, clock } = deps
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const now = clock.now()
  const [ask, cycle, recap, presence] = await Promise.all([
    records.ask(project.id, command.week, actor.person.id),
    records.cycle(project.id, command.week),
    records.recap(project.id, command.week),
    presenceOf(deps, project, actor.person.id),
  ])
  if (!ask) return { kind: 'noCardForYou', project: headOf(project), week: command.week }
  const { zone, away, wantsReminders: wanted } = presence
  const weekAskedAt = cycle?.record.askedAt ?? ask.record.askedAt
  const choices = recap ? [] : snoozeChoices(project, ask.record, { now, zone, away, wanted, weekAskedAt })
  const snooze = isPressedAgain(ask.record, command.choice, now)
    ? undefined
    : choices.find(({ choice }) => choice === command.choice)
  const commented = withComment(ask.record, command.comment, now)
  const after: Ask = snooze ? { ...commented, snoozes: [...commented.snoozes, snooze] } : commented
  if (after !== ask.record) {
    // The clock is told before the reminder's moment stands: a crash between leaves a look in vain.
    await records.lookSoon(project.id)
    const isElsewhere = door !== 'weeklyCard' && after.delivery.status === 'sent'
    const saved = await records.commit(project.id, {
      asks: [{ record: after, over: ask.revision }],
      outgoing: isElsewhere ? [weeklyAskMessage(command.week, actor.person.id, now)] : [],
    })
    if (saved === 'lost') return 'lost'
  }
  const view = await loadWeeklyView(deps, project, command.week, actor.person.id)
  if (!view) throw new Error(`The card of ${command.week} disappeared while it was put off`)
  return { kind: 'weeklyCard', view, stillLate: [] }
}

/** Two presses within so many ms are one wish: Teams delivers some twice. */
const SAME_WISH = 60_000

function isPressedAgain(ask: Ask, choice: SnoozeChoice, now: Instant): boolean {
  const waiting = waitingSnooze(ask)
  return waiting?.choice === choice && epochMs(now) - epochMs(waiting.at) < SAME_WISH
}
