import { useEffect, useRef, useState } from 'react'
import { BULK_MOVE_WORD, WHY_WORD } from './bulkWords'
import { selectedWords } from './logWords'

type Props = {
  readonly move: 'defer' | 'reopen'
  readonly count: number
  readonly close: () => void
  readonly onWhy: (why: string) => void
}

/** Asks once for the reason that stays with each of them. */
export function WhyDialog({ move, count, close, onWhy }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [why, setWhy] = useState('')
  const [error, setError] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="why">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (why.trim() === '') return setError(true)
          dialog.current?.close()
          onWhy(why)
        }}
      >
        <h2 id="why">{BULK_MOVE_WORD[move].replace('…', '')}</h2>
        <p className="quiet">{selectedWords(count)}</p>
        <label className="stack">
          <span>{WHY_WORD[move]}</span>
          <textarea
            className="field"
            rows={3}
            autoFocus
            dir="auto"
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
        {error && (
          <p className="error" role="alert">
            Say why; it stays with the issue.
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button big" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="button primary big">
            Save
          </button>
        </div>
      </form>
    </dialog>
  )
}
