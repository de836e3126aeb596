import { KEYS } from '#words/sourceKeys'
import KeysDialog from '../look/KeysDialog'

/** What each key does on the page. */
export default function SourceKeys({ close }: { readonly close: () => void }) {
  return <KeysDialog keys={KEYS} close={close} />
}
