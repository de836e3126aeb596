import { useEffect, useRef } from 'react'
import type { Live, Ready } from './live'

/** Sends what could not be sent, once, when the service is back, whichever page one is on by then. */
export function useResend(live: Live, { unsaved, reach }: Ready): void {
  const sending = useRef(false)
  useEffect(() => {
    if (!unsaved || reach.kind === 'lost' || sending.current) return
    sending.current = true
    live.keepUnsaved(null)
    void unsaved.send().finally(() => {
      sending.current = false
    })
  }, [live, unsaved, reach])
}
