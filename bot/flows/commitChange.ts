import type { ActionItem } from '../domain/actionItem'
import { changeOf } from '../domain/history'
import type { Issue } from '../domain/issue'
import type { Order } from './command'
import type { FlowDeps } from './deps'
import { meetInProject } from './meetInProject'
import { messagesAboutItem, refresh } from './messagesAbout'
import type { CommitResult, Stored } from './ports'
import { reasonIn } from './reasonIn'

type Deps = Pick<FlowDeps, 'records' | 'people'>

/** What a change makes of a record. */
type Step<T> = {
  readonly before: Stored<T>
  readonly after: T
  /** Whether the channel has a card of it, which then shows something old. */
  readonly onCard: boolean
  /** As typed. */
  readonly why: string | null
  /** The version that is taken back, when this is an undo. */
  readonly undoes?: number
}

/** Writes the item, the line in its history and who is to be told, all or nothing. */
export async function commitItem(deps: Deps, order: Order, step: Step<ActionItem>): Promise<CommitResult> {
  const { after, onCard } = step
  const before = step.before.record
  await meetInProject(deps, order, [
    after.owner.id === before.owner.id ? null : after.owner,
    after.for?.id === before.for?.id ? null : after.for,
  ])
  return deps.records.commit(order.project, {
    items: [{ record: after, over: step.before.revision }],
    changes: [changeOf(after.id, before, after, storyOf(order, step))],
    outgoing: messagesAboutItem(before, after, onCard),
  })
}

/** Writes the issue, the line in its history and the order to refresh its card, all or nothing. */
export async function commitIssue(deps: Deps, order: Order, step: Step<Issue>): Promise<CommitResult> {
  const { after, onCard } = step
  const before = step.before.record
  await meetInProject(deps, order, [after.owner?.id === before.owner?.id ? null : after.owner])
  return deps.records.commit(order.project, {
    issues: [{ record: after, over: step.before.revision }],
    changes: [changeOf(after.id, before, after, storyOf(order, step))],
    outgoing: onCard ? [refresh(after)] : [],
  })
}

function storyOf({ actor, door }: Order, { after, why, undoes }: Step<ActionItem | Issue>) {
  return { by: actor.person, at: after.changedAt, door, why: reasonIn(why), undoes: undoes ?? null }
}
