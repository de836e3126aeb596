import { useEffect } from 'react'
import type { ToastWords } from '../data/tab'
import { UNDO } from '#words/shell'

const SHOWN_MS = 10_000

type Props = {
  readonly toast: ToastWords | null
  readonly besidePane: boolean
  readonly close: () => void
}

/** What was just done, with the way back for ten seconds. */
export function Toast({ toast, besidePane, close }: Props) {
  useEffect(() => {
    if (!toast) return undefined
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, close])
  return (
    <div role="status">
      {toast && (
        <div className={besidePane ? 'toast beside-pane' : 'toast'}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              className="link"
              data-undo
              onClick={() => {
                toast.undo?.()
                close()
              }}
            >
              {UNDO}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
