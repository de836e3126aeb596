import { KEYS } from '#words/itemKeys'
import KeysDialog from '../look/KeysDialog'

/** What each key does on the page of action items. */
export default function ItemKeys({ close }: { readonly close: () => void }) {
  return <KeysDialog keys={KEYS} close={close} />
}
