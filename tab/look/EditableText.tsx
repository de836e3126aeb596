import { useState } from 'react'
import { CANCEL, SAVE } from '#words/common'
import { changeText, NOT_SAID } from '#words/pane'

type Props = {
  readonly label: string
  readonly value: string
  readonly empty?: string
  readonly canEdit: boolean
  /** Enter saves; otherwise it makes a new line and the button saves. */
  readonly oneLine?: boolean
  readonly save: (text: string) => void
}

/** What is being typed, and what stood there and how it is saved as of when that began. */
type Typing = { readonly text: string; readonly was: string; readonly save: (text: string) => void }

/**
 * Text that becomes a field when clicked. Esc restores it. It is saved as a change of what stood there when typing
 * began: what somebody else wrote meanwhile is shown beside it instead of being written over.
 */
export function EditableText({ label, value, empty = NOT_SAID, canEdit, oneLine = false, save }: Props) {
  const [typing, setTyping] = useState<Typing | null>(null)
  if (!canEdit) {
    return (
      <span className={value === '' ? 'text quiet' : 'text'} dir="auto">
        {value === '' ? empty : value}
      </span>
    )
  }
  if (typing === null) {
    return (
      <button
        type="button"
        className={value === '' ? 'frameless empty' : 'frameless'}
        style={{
          font: 'inherit',
          fontSize: oneLine ? undefined : '14px',
          lineHeight: oneLine ? undefined : '20px',
        }}
        aria-label={changeText(label, value === '' ? empty : value)}
        dir="auto"
        onClick={() => setTyping({ text: value, was: value, save })}
      >
        {value === '' ? empty : value}
      </button>
    )
  }
  const { text } = typing
  const type = (next: string) => setTyping({ ...typing, text: next })
  const finish = () => {
    setTyping(null)
    if (text.trim() !== typing.was) typing.save(text.trim())
  }
  return (
    <span
      className="editing"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyping(null)
        else if (event.key === 'Enter' && oneLine) finish()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {oneLine ? (
        <input
          className="field"
          aria-label={label}
          value={text}
          autoFocus
          onChange={(e) => type(e.target.value)}
        />
      ) : (
        <textarea
          className="field"
          aria-label={label}
          rows={Math.min(12, text.split('\n').length + 2)}
          value={text}
          autoFocus
          onChange={(e) => type(e.target.value)}
        />
      )}
      <span className="editing-buttons">
        <button type="button" className="button primary" onClick={finish}>
          {SAVE}
        </button>
        <button type="button" className="button" onClick={() => setTyping(null)}>
          {CANCEL}
        </button>
      </span>
    </span>
  )
}
