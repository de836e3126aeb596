import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { personId, plainDate } from '../../bot/contract/common'
import type { ItemChangeJson, ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import type { Asking } from './boardMoves'
import type { Sent } from './changing'
import { ASK_BUTTON, ASK_LABEL, ASK_TITLE, MISSING_WORDS } from './askWords'

type Props = {
  readonly asking: Asking
  readonly row: ItemRow
  readonly project: ProjectFacts
  /** What was typed stays until it is saved. */
  readonly send: (change: ItemChangeJson) => Promise<Sent>
  readonly close: () => void
}

/** Asks for what a move needs: why, whose help, which day. */
export function AskDialog({ asking, row, project, send, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const change = read(asking, row, new FormData(event.currentTarget))
    if (typeof change === 'string') {
      setError(change)
      return
    }
    setSending(true)
    const sent = await send(change)
    setSending(false)
    if (sent.kind === 'kept') setError(sent.why)
    else dialog.current?.close()
  }
  const needsReason = asking.for !== 'move' || row.due !== null
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="ask-title">
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="ask-title">{ASK_TITLE[asking.for](row)}</h2>
        <p className="quiet" dir="auto">
          {row.title}
        </p>
        {asking.for === 'move' && (
          <label className="stack">
            <span>The new date</span>
            <input
              className="field"
              type="date"
              name="to"
              min={project.today}
              defaultValue={asking.to ?? ''}
              autoFocus
            />
          </label>
        )}
        {needsReason && (
          <label className="stack">
            <span>{ASK_LABEL[asking.for]}</span>
            <textarea
              className="field"
              name="why"
              rows={2}
              autoFocus={asking.for !== 'move'}
              defaultValue={asking.for === 'block' && row.status === 'blocked' ? (row.reason ?? '') : ''}
            />
          </label>
        )}
        {asking.for === 'block' && (
          <label className="stack">
            <span>Whose help would free it</span>
            <select className="field" name="needs" defaultValue={row.needs?.id ?? ''}>
              <option value="">Nobody in particular</option>
              {project.members
                .filter(({ id }) => id !== row.owner.id)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        )}
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button big" onClick={() => dialog.current?.close()}>
            Leave it
          </button>
          <button type="submit" className="button primary big" disabled={sending}>
            {ASK_BUTTON[asking.for]}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** The change that the form asks for, or the sentence that says what is missing. */
function read(asking: Asking, row: ItemRow, form: FormData): ItemChangeJson | string {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const why = text('why')
  switch (asking.for) {
    case 'block': {
      const needs = text('needs')
      if (why === '') return MISSING_WORDS.block
      return { kind: 'block', reason: why, needs: needs === '' ? null : personId.parse(needs) }
    }
    case 'cancel':
    case 'reopen':
      return why === '' ? MISSING_WORDS[asking.for] : { kind: asking.for, why }
    case 'move': {
      const to = plainDate.safeParse(text('to'))
      if (!to.success) return MISSING_WORDS.date
      return why === '' && row.due !== null ? MISSING_WORDS.move : { kind: 'move', to: to.data, why }
    }
  }
}
