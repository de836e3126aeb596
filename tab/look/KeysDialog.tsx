import { useEffect, useRef, useState } from 'react'
import { CLOSE } from '#words/common'
import { KEYS, LETTERS_ACT } from '#words/keys'
import { lettersAreOn, turnLetters } from './keys'

type Props = {
  /** What each key does on this page. */
  readonly keys: readonly (readonly [keys: string, does: string])[]
  readonly close: () => void
}

/** All keys, and a way to turn the letters off for who speaks to the computer. */
export default function KeysDialog({ keys: all, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(lettersAreOn)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys">
      <form method="dialog">
        <h2 id="keys">{KEYS}</h2>
        <dl className="keys">
          {all.map(([keys, does]) => (
            <div key={keys} style={{ display: 'contents' }}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              turnLetters(event.target.checked)
              setOn(event.target.checked)
            }}
          />
          {LETTERS_ACT}
        </label>
        <div className="dialog-buttons">
          <button type="submit" className="button primary big">
            {CLOSE}
          </button>
        </div>
      </form>
    </dialog>
  )
}
