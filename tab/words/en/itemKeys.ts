/* What each key does on the page of action items. */

export const KEYS = [
  ['↑ ↓ or J K', 'next and previous item'],
  ['← →', 'the column beside it, on the board'],
  ['Enter or O', 'open it'],
  ['Esc', 'close the pane'],
  ['[ ]', 'previous and next in the pane'],
  ['/', 'search'],
  ['F', 'filter'],
  ['C', 'new item'],
  ['A', 'change the owner'],
  ['M', 'move it on; on the board, to another column'],
  ['L', 'copy a link'],
  ['Z', 'undo'],
] as const
