/* The dialog with all keys, and what they do in the log. */

export const KEYS = 'Keys'
export const LETTERS_ACT = 'Letters act inside the list'

export const LOG_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ or J K', 'next and previous issue'],
  ['Enter or O', 'open it'],
  ['Esc', 'close the pane, then clear the selection'],
  ['X or Space', 'select it'],
  ['Shift ↑ ↓', 'select several'],
  ['[ ]', 'previous and next in the pane'],
  ['/', 'search'],
  ['F', 'filter'],
  ['C', 'new issue'],
  ['A', 'change the owner, of all that are selected'],
  ['S', 'change the severity'],
  ['M', 'move it on'],
  ['E', 'change the title'],
  ['L', 'copy a link'],
  ['Z', 'undo'],
]
