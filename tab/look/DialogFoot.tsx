import { CANCEL } from '#words/common'

type Props = {
  /** What keeps it from being sent, once that was tried. */
  readonly error: string | null
  /** What the button that sends it says. */
  readonly submit: string
  readonly leave?: string
  readonly isSending?: boolean
  readonly onLeave: () => void
}

/** The end of a form that asks for something: what is missing, the way out, and the button that sends it. */
export function DialogFoot({ error, submit, leave = CANCEL, isSending = false, onLeave }: Props) {
  return (
    <>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button big" onClick={onLeave}>
          {leave}
        </button>
        <button type="submit" className="button primary big" disabled={isSending}>
          {submit}
        </button>
      </div>
    </>
  )
}
