import { changeOf, fieldsChanged } from '../domain/history'
import type { EntryId, QuestionId } from '../domain/ids'
import type { OpenQuestion } from '../domain/openQuestion'
import { byAskers } from '../domain/openQuestion'
import { isWritten, type SourceEntry } from '../domain/sourceEntry'
import { anchorMessage } from './anchorMessage'
import type { Order } from './command'
import type { FlowDeps } from './deps'
import { meetInProject } from './meetInProject'
import type { Outgoing } from './outgoing'
import type { CommitResult, Commit, Put } from './ports'
import { searchSource } from './searchSource'

type Deps = Pick<FlowDeps, 'records' | 'people'>

/** What a change makes of an entry; `over`: the revision that was read. */
export type EntryStep = {
  readonly before: SourceEntry
  readonly after: SourceEntry
  readonly over: Put<SourceEntry>['over']
  /** The version that is taken back, when this is an undo. */
  readonly undoes?: number
}

/** Which of the channel's cards show the entry, and so have to follow. */
export type OnCards = { readonly anchor: boolean; readonly own: boolean }

export async function cardsShowing(
  { records }: Pick<FlowDeps, 'records'>,
  project: Order['project'],
  entry: EntryId | null,
): Promise<OnCards> {
  const [anchor, own] = await Promise.all([
    records.posted(project, 'anchor'),
    entry === null ? null : records.posted(project, entry),
  ])
  return { anchor: anchor !== null, own: own !== null }
}

/** Writes the entry, the line in its history and what is to be sent because of it, all or nothing. */
export async function saveEntry(
  deps: Deps,
  order: Order,
  step: EntryStep,
  onCards: OnCards,
): Promise<CommitResult> {
  await meetOwner(deps, order, step)
  return deps.records.commit(order.project, commitOf(order, step, onCards))
}

/** A new owner's 1:1 chat finds the project. */
export async function meetOwner(
  deps: Deps,
  order: Order,
  { before, after }: Pick<EntryStep, 'before' | 'after'>,
) {
  await meetInProject(deps, order, [after.owner?.id === before.owner?.id ? null : after.owner])
}

export function commitOf({ actor, door }: Order, step: EntryStep, onCards: OnCards): Commit {
  const { before, after, over, undoes = null } = step
  const at = after.changedAt
  if (at === null) throw new Error('An entry was changed without a moment')
  return {
    entries: [{ record: after, over }],
    changes: [changeOf(after.id, before, after, { by: actor.person, at, door, undoes })],
    outgoing: [
      ...(onCards.anchor ? [anchorMessage(at, false)] : []),
      ...(onCards.own ? [refresh(after, at)] : []),
      ...(isAskedFor(before, after) ? [toBeReadMessage(after.id, after.version, at)] : []),
    ],
  }
}

/** Whether this very version is one that everybody is asked to read. */
function isAskedFor(before: SourceEntry, after: SourceEntry): boolean {
  return after.toBeRead === after.version && before.toBeRead !== after.toBeRead
}

function refresh({ id, version }: SourceEntry, at: Outgoing['at']): Outgoing {
  return { id: `refreshCard.${id}.v${version}`, at, what: { kind: 'refreshCard', record: id } }
}

export function toBeReadMessage(entry: EntryId, version: number, at: Outgoing['at']): Outgoing {
  return { id: `toBeRead.${entry}.v${version}`, at, what: { kind: 'toBeRead', entry, version } }
}

/** As many as buttons fit beside each other. */
const MOST_QUESTIONS = 3

/** Open questions that an entry may answer now that it was written: the one that it was written for, the most asked. */
export async function questionsAnsweredBy(
  { records }: Pick<FlowDeps, 'records'>,
  order: Order,
  { before, after }: Pick<EntryStep, 'before' | 'after'>,
  writtenFor?: QuestionId,
): Promise<readonly OpenQuestion[]> {
  const changed = fieldsChanged(before, after).map(({ field }) => field)
  const isNew =
    isWritten(after) && ['title', 'kind', 'content', 'state'].some((field) => changed.includes(field))
  if (!isNew || after.state.status === 'removed') return []
  const open = await records.openQuestions(order.project)
  return open
    .filter(({ id, text }) => id === writtenFor || searchSource([after], text).length > 0)
    .sort(byAskers)
    .slice(0, MOST_QUESTIONS)
}
