import type { ItemRow } from '../contract/item'
import type { ActionItem } from '../domain/actionItem'
import { driftDays, dueOn } from '../domain/dueDate'
import { ok, type Reply } from './answers'
import type { ApiDeps } from './deps'
import { person } from './issueJson'
import type { Visitor } from './visitor'

/** Every open action item as a row. */
export async function listItems({ records }: ApiDeps, { project }: Visitor): Promise<Reply> {
  const items = await records.openItems(project.id)
  return ok({ rows: items.map(itemRow) })
}

function itemRow(item: ActionItem): ItemRow {
  const { id, title, owner, unblocks, workstream, due, state, version } = item
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
    status: state.status,
    reason: state.status === 'blocked' ? state.reason : null,
    version,
  }
}
