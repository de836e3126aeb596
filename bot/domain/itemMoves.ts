import type { ItemChange, ItemStatus } from './actionItem'

/** What moves an item through its states and dates; its words and its owner are changed where they stand. */
export type ItemMove = Exclude<ItemChange['kind'], 'edit' | 'own'>

const OPEN_MOVES = ['done', 'start', 'move', 'block', 'cancel'] as const

/** What may be done next, the usual one first. Whether somebody may is another question (`canChangeItem`). */
export const ITEM_MOVES: Readonly<Record<ItemStatus, readonly ItemMove[]>> = {
  open: OPEN_MOVES,
  inProgress: ['done', 'move', 'block', 'cancel'],
  /** To start is to go on; to block once more gives another reason. */
  blocked: OPEN_MOVES,
  done: ['reopen'],
  cancelled: ['reopen'],
}
