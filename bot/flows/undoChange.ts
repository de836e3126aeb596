import { takenBack, type Change } from '../domain/history'
import { isEntryId, isItemId, type IssueId, type ItemId } from '../domain/ids'
import { isSamePerson } from '../domain/person'
import { epochMs, type Instant } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import { commitIssue, commitItem } from './commitChange'
import type { FlowDeps } from './deps'
import type { Outcome, RecordView, Refusal } from './outcome'
import { issueView, itemView, type Look } from './recordView'
import { undoEntry } from './undoEntry'

/** How long its author may take a change back: long enough to notice a slip, too short to rewrite a week. */
const UNDO_MINUTES = 30

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

type Because = Extract<Refusal, { kind: 'undoTooLate' }>['because']
type Verdict =
  | { readonly kind: 'takeBack'; readonly change: Change }
  /** The same undo was asked for before, e.g. by a double tap. */
  | { readonly kind: 'alreadyTakenBack' }
  | { readonly kind: 'tooLate'; readonly because: Because }

/** Whether a change may still be taken back by who asks; `latest`: the version at which the record stands. */
export async function judgeUndo(
  { records }: Pick<FlowDeps, 'records'>,
  order: Undo,
  latest: number,
  now: Instant,
): Promise<Verdict> {
  const { id, version } = order.command
  const change = await records.change(order.project, id, version)
  if (!change || change.fields.length === 0) return { kind: 'tooLate', because: 'nothing' }
  if (!isSamePerson(change.by, order.actor.person)) return { kind: 'tooLate', because: 'notYours' }
  if (latest !== version) {
    const last = await records.change(order.project, id, latest)
    return last?.undoes === version
      ? { kind: 'alreadyTakenBack' }
      : { kind: 'tooLate', because: 'changedSince' }
  }
  const minutes = (epochMs(now) - epochMs(change.at)) / 60_000
  return minutes > UNDO_MINUTES ? { kind: 'tooLate', because: 'tooOld' } : { kind: 'takeBack', change }
}

function settled(order: Undo, view: RecordView, verdict: Exclude<Verdict, { kind: 'takeBack' }>): Outcome {
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
