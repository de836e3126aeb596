import KeysDialog from '../look/KeysDialog'

const KEYS = [
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

/** What each key does on the page. */
export default function SourceKeys({ close }: { readonly close: () => void }) {
  return <KeysDialog keys={KEYS} close={close} />
}
