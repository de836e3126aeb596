import { takenBack } from '../domain/history'
import { isEntryId, isItemId, type IssueId, type ItemId } from '../domain/ids'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import { commitIssue, commitItem } from './commitChange'
import type { FlowDeps } from './deps'
import { judgeUndo, type UndoVerdict } from './judgeUndo'
import type { Outcome, RecordView } from './outcome'
import { issueView, itemView, type Look } from './recordView'
import { undoEntry } from './undoEntry'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>
type Undo = Order<CommandOf<'undo'>>

/**
 * Takes a change back, by its author, while it is the record's latest. It stays in the history, followed by a line
 * that says it was taken back. The creation of an item or issue is not undone, because its number is given: an item is
 * cancelled instead.
 */
export async function undoChange(deps: Deps, order: Undo): Promise<Outcome> {
  const { id } = order.command
  return againWhenLost(() => {
    if (isEntryId(id)) return undoEntry(deps, order, id)
    return isItemId(id) ? undoItem(deps, order, id) : undoIssue(deps, order, id)
  })
}

async function undoItem(deps: Deps, order: Undo, id: ItemId): Promise<Outcome | 'lost'> {
  const { records, clock } = deps
  const [project, stored, posted] = await Promise.all([
    records.project(order.project),
    records.item(order.project, id),
    records.posted(order.project, id),
  ])
  if (!project) return { kind: 'notSetUp' }
  if (!stored) return { kind: 'notFound', id }
  const look: Look = { project: project.record, actor: order.actor, now: clock.now() }
  const view = itemView(look, stored.record)
  const verdict = await judgeUndo(deps, order, stored.record.version, look.now)
  if (verdict.kind !== 'takeBack') return settled(order, view, verdict)
  const after = { ...takenBack(stored.record, verdict.change), ...stamp(look, stored.record.version) }
  const step = { before: stored, after, onCard: posted !== null, why: null, undoes: order.command.version }
  if ((await commitItem(deps, order, step)) === 'lost') return 'lost'
  return undone(order, itemView(look, after))
}

async function undoIssue(deps: Deps, order: Undo, id: IssueId): Promise<Outcome | 'lost'> {
  const { records, clock } = deps
  const [project, stored, posted] = await Promise.all([
    records.project(order.project),
    records.issue(order.project, id),
    records.posted(order.project, id),
  ])
  if (!project) return { kind: 'notSetUp' }
  if (!stored) return { kind: 'notFound', id }
  const look: Look = { project: project.record, actor: order.actor, now: clock.now() }
  const view = issueView(look, stored.record)
  const verdict = await judgeUndo(deps, order, stored.record.version, look.now)
  if (verdict.kind !== 'takeBack') return settled(order, view, verdict)
  const after = { ...takenBack(stored.record, verdict.change), ...stamp(look, stored.record.version) }
  const step = { before: stored, after, onCard: posted !== null, why: null, undoes: order.command.version }
  if ((await commitIssue(deps, order, step)) === 'lost') return 'lost'
  return undone(order, issueView(look, after))
}

function settled(
  order: Undo,
  view: RecordView,
  verdict: Exclude<UndoVerdict, { kind: 'takeBack' }>,
): Outcome {
  return verdict.kind === 'alreadyTakenBack'
    ? undone(order, view)
    : { kind: 'undoTooLate', view, because: verdict.because }
}

function undone(order: Undo, view: RecordView): Outcome {
  return { kind: 'record', view, note: { kind: 'undone', by: order.actor.person } }
}

function stamp({ actor, now }: Look, version: number) {
  return { version: version + 1, changedBy: actor.person, changedAt: now }
}
