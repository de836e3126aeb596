import type { ActionItem } from '../domain/actionItem'
import { meaningForWaiting, whoIsTold, type AwaitedNews } from '../domain/awaited'
import type { RecordId } from '../domain/ids'
import type { Outgoing, OutgoingWhat } from './outgoing'

const MESSAGE_OF = {
  done: 'itemDone',
  reopened: 'itemReopened',
  moved: 'itemMoved',
} as const satisfies Record<AwaitedNews['kind'], OutgoingWhat['kind']>

/**
 * What is to be sent because an item changed. Ids are made of the record and its version: however often a commit is
 * tried, one change tells one time.
 */
export function messagesAboutItem(before: ActionItem, after: ActionItem, onCard: boolean): Outgoing[] {
  const messages = onCard ? [refresh(after)] : []
  const to = whoIsTold(before, after, after.changedBy)
  const meaning = meaningForWaiting(before, after)
  if (!to || !meaning) return messages
  const { id: item, version } = after
  return [...messages, message(after, { kind: MESSAGE_OF[meaning], item, to, version })]
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
