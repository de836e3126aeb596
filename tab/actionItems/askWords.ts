import type { ItemRow } from '../../bot/contract/item'
import type { Asking } from './boardMoves'

/* The words of the small form that a move opens. */

type For = Asking['for']

export const ASK_TITLE: Readonly<Record<For, (row: Pick<ItemRow, 'id' | 'due'>) => string>> = {
  block: ({ id }) => `${id} is blocked`,
  cancel: ({ id }) => `${id} is not needed`,
  reopen: ({ id }) => `Reopen ${id}`,
  move: ({ id, due }) => (due === null ? `A date for ${id}` : `A new date for ${id}`),
}

export const ASK_LABEL: Readonly<Record<For, string>> = {
  block: 'What is in the way',
  cancel: 'Why it is not needed any more',
  reopen: 'Why it is open again',
  move: 'Why it moves; it stays in the item’s delay ledger',
}

export const ASK_BUTTON: Readonly<Record<For, string>> = {
  block: 'Call it blocked',
  cancel: 'It is not needed',
  reopen: 'Reopen it',
  move: 'Give it this date',
}

export const MISSING_WORDS: Readonly<Record<For | 'date', string>> = {
  block: 'Say what is in the way; whoever can help needs to know.',
  cancel: 'Say why; it stays with the item.',
  reopen: 'Say why; it stays with the item.',
  move: 'Say why it moves; it stays with the item.',
  date: 'Choose a day.',
}
