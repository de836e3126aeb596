import type { ItemDetail, ItemRow } from '../contract/item'
import { canChangeItem, type ActionItem, type Authority, type ItemState } from '../domain/actionItem'
import type { ConversationLink } from '../domain/conversation'
import { driftDays, dueOn } from '../domain/dueDate'
import type { ItemView } from '../flows/outcome'
import { historyLine, person } from './issueJson'

/** One action item as a row, to this reader: what the list and the board show and no more. */
export function itemRow(item: ActionItem, reader: Authority): ItemRow {
  return rowOf(item, canChangeItem(item, reader))
}

function rowOf(item: ActionItem, canChange: boolean): ItemRow {
  const { id, title, owner, unblocks, workstream, due, state, changedAt, changedBy, version } = item
  return {
    id,
    title,
    owner: person(owner),
    for: item.for && person(item.for),
    unblocks,
    workstream,
    due: due && dueOn(due),
    drift: due ? driftDays(due) : 0,
    moves: due?.moves.length ?? 0,
    ...stateOf(state),
    changedAt,
    changedBy: person(changedBy),
    canChange,
    version,
  }
}

function stateOf(state: ItemState): Pick<ItemRow, 'status' | 'reason' | 'needs' | 'since'> {
  switch (state.status) {
    case 'open':
    case 'inProgress':
      return { status: state.status, reason: null, needs: null, since: null }
    case 'blocked': {
      const { status, reason, needs, since } = state
      return { status, reason, needs: needs && person(needs), since }
    }
    case 'done':
      return { status: state.status, reason: null, needs: null, since: state.at }
    case 'cancelled':
      return { status: state.status, reason: state.why, needs: null, since: state.at }
  }
}

/** One action item with all that its pane shows. `linkTo`: the address of a conversation, where it can be linked to. */
export function itemDetail(
  { item, workstream, canChange, history }: ItemView,
  linkTo: (conversation: ConversationLink) => string | null,
): ItemDetail {
  const { due, state, createdAt, createdBy, conversation } = item
  return {
    ...rowOf(item, canChange),
    workstreamName: workstream,
    first: due && due.first,
    ledger: (due?.moves ?? []).map((move) => ({ ...move, by: person(move.by) })),
    endedBy: state.status === 'done' || state.status === 'cancelled' ? person(state.by) : null,
    createdAt,
    createdBy: person(createdBy),
    conversation: conversation && linkTo(conversation),
    history: (history ?? []).map(historyLine),
  }
}
