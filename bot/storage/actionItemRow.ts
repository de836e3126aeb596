import { z } from 'zod'
import { isOpen, type ActionItem, type ItemState } from '../domain/actionItem'
import type { ItemId, ProjectId } from '../domain/ids'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, conversation, count, dueDate, person, workstreamId } from './parts'

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('inProgress') }),
  z.object({ status: z.literal('blocked'), reason: z.string(), needs: person.nullable(), since: at }),
  z.object({ status: z.literal('done'), at, by: person }),
  z.object({ status: z.literal('cancelled'), at, by: person, why: z.string() }),
]) satisfies z.ZodType<ItemState>

const schema = z.object({
  id: text<ItemId>(),
  title: z.string(),
  owner: person,
  for: person.nullable(),
  unblocks: z.string().nullable(),
  workstream: workstreamId.nullable(),
  due: dueDate.nullable(),
  state,
  conversation: conversation.nullable(),
  createdBy: person,
  createdAt: at,
  changedBy: person,
  changedAt: at,
  version: count,
}) satisfies z.ZodType<ActionItem>

/** An action item in its row, and in the copy that stands among the open ones while it is open. */
export const actionItemRow = {
  isOpen,
  place: (project: ProjectId, id: ItemId) => ({ partition: project, row: rowKeys.item(id) }),
  openPlace: (project: ProjectId, id: ItemId) => ({ partition: project, row: rowKeys.openItem(id) }),
  toEntity: (project: ProjectId, item: ActionItem) =>
    toRow(actionItemRow.place(project, item.id), 'item', item),
  toOpenEntity: (project: ProjectId, item: ActionItem) =>
    toRow(actionItemRow.openPlace(project, item.id), 'item', item),
  fromEntity: (row: StoredRow): ActionItem => fromRow(row, 'item', schema),
}
