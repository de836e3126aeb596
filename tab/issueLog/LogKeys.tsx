import KeysDialog from '../look/KeysDialog'

const KEYS = [
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
] as const

/** What each key does in the log. */
export default function LogKeys({ close }: { readonly close: () => void }) {
  return <KeysDialog keys={KEYS} close={close} />
}
