import { ask } from '#words/items'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { personId, plainDate } from '../../bot/contract/common'
import type { ItemChangeJson, ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { DialogFoot } from '../look/DialogFoot'
import type { Asking } from './boardMoves'
import type { Sent } from './changing'

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
        <h2 id="ask-title">{titleOf(asking, row)}</h2>
        <p className="quiet" dir="auto">
          {row.title}
        </p>
        {asking.for === 'move' && (
          <label className="stack">
            <span>{ask.newDate}</span>
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
            <span>{ask.label[asking.for]}</span>
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
            <span>{ask.whoseHelp}</span>
            <select className="field" name="needs" defaultValue={row.needs?.id ?? ''}>
              <option value="">{ask.nobodyParticular}</option>
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
        <DialogFoot
          error={error}
          submit={ask.button[asking.for]}
          leave={ask.leave}
          isSending={sending}
          onLeave={() => dialog.current?.close()}
        />
      </form>
    </dialog>
  )
}

function titleOf(asking: Asking, { id, due }: ItemRow): string {
  if (asking.for !== 'move') return ask.title[asking.for](id)
  return due === null ? ask.title.firstDate(id) : ask.title.newDate(id)
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
      if (why === '') return ask.missing.block
      return { kind: 'block', reason: why, needs: needs === '' ? null : personId.parse(needs) }
    }
    case 'cancel':
    case 'reopen':
      return why === '' ? ask.missing[asking.for] : { kind: asking.for, why }
    case 'move': {
      const to = plainDate.safeParse(text('to'))
      if (!to.success) return ask.missing.date
      return why === '' && row.due !== null ? ask.missing.move : { kind: 'move', to: to.data, why }
    }
  }
}
