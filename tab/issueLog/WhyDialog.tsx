import { useEffect, useRef, useState } from 'react'
import { BULK_MOVE_WORD, selected, WHY_MISSING, WHY_WORD } from '#words/bulk'
import { SAVE } from '#words/common'
import { DialogFoot } from '../look/DialogFoot'

type Props = {
  readonly move: 'defer' | 'reopen'
  readonly count: number
  readonly close: () => void
  readonly onWhy: (change: { readonly kind: 'defer' | 'reopen'; readonly why: string }) => void
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
          onWhy({ kind: move, why })
        }}
      >
        <h2 id="why">{BULK_MOVE_WORD[move].replace('…', '')}</h2>
        <p className="quiet">{selected(count)}</p>
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
        <DialogFoot
          error={error ? WHY_MISSING : null}
          submit={SAVE}
          onLeave={() => dialog.current?.close()}
        />
      </form>
    </dialog>
  )
}
