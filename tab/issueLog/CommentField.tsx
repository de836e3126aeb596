import { useState } from 'react'
import type { Changing } from './changing'
import { ADD_COMMENT, COMMENT, COMMENT_HINT } from '#words/issuePane'

type Props = { readonly id: string; readonly changing: Changing }

/** Where one says something about the issue. What could not be saved stays to be sent again. */
export function CommentField({ id, changing }: Props) {
  const [typed, setTyped] = useState('')
  const [sending, setSending] = useState(false)
  const add = async () => {
    setSending(true)
    const saved = await changing.comment(id, typed)
    setSending(false)
    if (saved) setTyped('')
  }
  return (
    <form
      className="section comment"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '' && !sending) void add()
      }}
    >
      <textarea
        className="field"
        rows={typed === '' ? 1 : 3}
        aria-label={COMMENT}
        placeholder={COMMENT_HINT}
        dir="auto"
        value={typed}
        readOnly={sending}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() !== '' && (
        <button type="submit" className="button" disabled={sending}>
          {ADD_COMMENT}
        </button>
      )}
    </form>
  )
}
