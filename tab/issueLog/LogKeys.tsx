import { LOG_KEYS } from '#words/keys'
import KeysDialog from '../look/KeysDialog'

/** What each key does in the log. */
export default function LogKeys({ close }: { readonly close: () => void }) {
  return <KeysDialog keys={LOG_KEYS} close={close} />
}
