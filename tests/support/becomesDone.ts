import type { ActionItem } from '../../bot/domain/actionItem'
import { changeOf } from '../../bot/domain/history'
import type { ItemId } from '../../bot/domain/ids'
import type { Person } from '../../bot/domain/person'
import type { Instant } from '../../bot/domain/time'
import { messagesAboutItem } from '../../bot/flows/messagesAbout'
import type { Commit } from '../../bot/flows/ports'
import { anActionItem } from './builders'

/** An item that one person has just done for another, with its history and what is to be sent because of it. */
export function becomesDone(
  id: ItemId,
  given: { readonly by: Person; readonly for: Person; readonly at: Instant } & Partial<
    Pick<ActionItem, 'title'>
  >,
): Commit {
  const { by, at, ...over } = given
  const before = anActionItem({ ...over, id, owner: by, workstream: null })
  const after: ActionItem = {
    ...before,
    state: { status: 'done', at, by },
    version: before.version + 1,
    changedAt: at,
    changedBy: by,
  }
  return {
    items: [{ record: after, over: 'new' }],
    changes: [changeOf(id, before, after, { by, at, door: 'chat' })],
    outgoing: messagesAboutItem(before, after, false),
  }
}
