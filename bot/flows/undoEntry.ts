import { takenBack } from '../domain/history'
import type { EntryId } from '../domain/ids'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entryBy } from './findEntry'
import { judgeUndo } from './judgeUndo'
import type { Outcome } from './outcome'
import type { Look } from './recordView'
import { cardsShowing, saveEntry } from './saveEntry'
import { entryView } from './sourceView'

/** Takes back a change of an entry. Taken back, its creation leaves an empty place or, where there was none, nothing. */
export async function undoEntry(
  deps: Pick<FlowDeps, 'records' | 'people' | 'clock'>,
  order: Order<CommandOf<'undo'>>,
  id: EntryId,
): Promise<Outcome | 'lost'> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const found = await entryBy(deps, stored.record, id)
  if (!found) return { kind: 'notFound', id }
  const { entry: before, over } = found
  const look: Look = { project: stored.record, actor: order.actor, now: deps.clock.now() }
  const verdict = await judgeUndo(deps, order, before.version, look.now)
  const note = { kind: 'undone', by: order.actor.person } as const
  if (verdict.kind === 'tooLate') {
    return { kind: 'undoTooLate', view: entryView(look, before), because: verdict.because }
  }
  if (verdict.kind === 'alreadyTakenBack') {
    return { kind: 'entry', view: entryView(look, before), note, answers: [] }
  }
  const after = {
    ...takenBack(before, verdict.change),
    version: before.version + 1,
    changedBy: order.actor.person,
    changedAt: look.now,
  }
  const onCards = await cardsShowing(deps, order.project, id)
  const step = { before, after, over, undoes: order.command.version }
  if ((await saveEntry(deps, order, step, onCards)) === 'lost') return 'lost'
  return { kind: 'entry', view: entryView(look, after), note, answers: [] }
}
