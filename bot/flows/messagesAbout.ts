import type { ActionItem } from '../domain/actionItem'
import { dueOn } from '../domain/dueDate'
import type { RecordId } from '../domain/ids'
import { isSamePerson, type Person } from '../domain/person'
import type { Outgoing, OutgoingWhat } from './ports'

/** Who is told of a change because they wait for the item: nobody about their own doing. */
export function whoIsTold(before: ActionItem, after: ActionItem): Person | null {
  const waits = after.for
  if (waits === null || isSamePerson(waits, after.changedBy)) return null
  return becameDone(before, after) || movedFrom(before, after) ? waits : null
}

/**
 * What is to be sent because an item changed. Ids are made of the record and its version: however often a commit is
 * tried, one change tells one time.
 */
export function messagesAboutItem(before: ActionItem, after: ActionItem, onCard: boolean): Outgoing[] {
  const messages = onCard ? [refresh(after)] : []
  const told = whoIsTold(before, after)
  if (!told) return messages
  const moved = movedFrom(before, after)
  if (becameDone(before, after)) messages.push(message(after, { kind: 'itemDone', item: after.id, to: told }))
  else if (moved) messages.push(message(after, { kind: 'itemMoved', item: after.id, to: told, ...moved }))
  return messages
}

type Changed = {
  readonly id: RecordId
  readonly version: number
  readonly changedAt: Outgoing['at']
}

/** Edits the channel's card of a record to what the record is now. */
export function refresh(record: Changed): Outgoing {
  return message(record, { kind: 'refreshCard', record: record.id })
}

function message({ id, version, changedAt }: Changed, what: OutgoingWhat): Outgoing {
  return { id: `${what.kind}.${id}.v${version}`, at: changedAt, what }
}

function becameDone(before: ActionItem, after: ActionItem): boolean {
  return after.state.status === 'done' && before.state.status !== 'done'
}

function movedFrom(before: ActionItem, after: ActionItem) {
  if (!before.due || !after.due) return null
  const [from, until] = [dueOn(before.due), dueOn(after.due)]
  return from === until ? null : { from, until }
}
