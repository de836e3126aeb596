import type { Change } from '../domain/history'
import { isSamePerson } from '../domain/person'
import { epochMs, type Instant } from '../domain/time'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Refusal } from './outcome'

/** How long its author may take a change back: long enough to notice a slip, too short to rewrite a week. */
const UNDO_MINUTES = 30

type Because = Extract<Refusal, { kind: 'undoTooLate' }>['because']
export type UndoVerdict =
  | { readonly kind: 'takeBack'; readonly change: Change }
  /** The same undo was asked for before, e.g. by a double tap. */
  | { readonly kind: 'alreadyTakenBack' }
  | { readonly kind: 'tooLate'; readonly because: Because }

/** Whether a change may still be taken back by who asks; `latest`: the version at which the record stands. */
export async function judgeUndo(
  { records }: Pick<FlowDeps, 'records'>,
  order: Order<CommandOf<'undo'>>,
  latest: number,
  now: Instant,
): Promise<UndoVerdict> {
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
