/* What each key does on the source of truth. */

export const KEYS = [
  ['J K', 'next and previous entry'],
  ['Enter or O', 'open it'],
  ['Esc', 'close the pane'],
  ['[ ]', 'previous and next in the pane'],
  ['/', 'search'],
  ['C', 'add an entry'],
  ['M', 'what can be done to it'],
  ['L', 'copy a link'],
  ['Z', 'undo'],
] as const
