import { useState } from 'react'

type Props = {
  readonly label: string
  readonly value: string
  readonly empty?: string
  readonly canEdit: boolean
  /** Enter saves; otherwise it makes a new line and the button saves. */
  readonly oneLine?: boolean
  readonly save: (text: string) => void
}

/** Text that becomes a field when clicked. Esc restores it. */
export function EditableText({ label, value, empty = 'Not said', canEdit, oneLine = false, save }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  if (!canEdit) {
    return (
      <span className={value === '' ? 'text quiet' : 'text'} dir="auto">
        {value === '' ? empty : value}
      </span>
    )
  }
  if (typed === null) {
    return (
      <button
        type="button"
        className={value === '' ? 'frameless empty' : 'frameless'}
        style={{
          font: 'inherit',
          fontSize: oneLine ? undefined : '14px',
          lineHeight: oneLine ? undefined : '20px',
        }}
        aria-label={`${label}: ${value === '' ? empty : value}. Change`}
        dir="auto"
        onClick={() => setTyped(value)}
      >
        {value === '' ? empty : value}
      </button>
    )
  }
  const finish = () => {
    setTyped(null)
    if (typed.trim() !== value) save(typed.trim())
  }
  return (
    <span
      className="editing"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null)
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
          value={typed}
          autoFocus
          onChange={(e) => setTyped(e.target.value)}
        />
      ) : (
        <textarea
          className="field"
          aria-label={label}
          rows={Math.min(12, typed.split('\n').length + 2)}
          value={typed}
          autoFocus
          onChange={(e) => setTyped(e.target.value)}
        />
      )}
      <span className="editing-buttons">
        <button type="button" className="button primary" onClick={finish}>
          Save
        </button>
        <button type="button" className="button" onClick={() => setTyped(null)}>
          Cancel
        </button>
      </span>
    </span>
  )
}
