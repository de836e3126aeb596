import { newItem } from '#words/newItem'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { personId, plainDate, workstreamId } from '../../bot/contract/common'
import type { ItemDetail, NewItem } from '../../bot/contract/item'
import { useTab } from '../data/tab'
import { DialogFoot } from '../look/DialogFoot'
import type { ItemChanging } from './changing'

type Props = {
  readonly changing: ItemChanging
  readonly onAdded: (item: ItemDetail) => void
  readonly close: () => void
}

/** Asks what, who, for whom, for what and by when. What and who must be said. */
export default function NewItemDialog({ changing, onAdded, close }: Props) {
  const { ready } = useTab()
  const { members, workstreams, today } = ready.project
  const dialog = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const item = read(new FormData(event.currentTarget))
    if (item.title === '') {
      setError(newItem.noTitle)
      return
    }
    if (item.owner === null) {
      setError(newItem.noOwner)
      return
    }
    setSending(true)
    const added = await changing.add(item)
    setSending(false)
    if (typeof added === 'string') {
      setError(added)
      return
    }
    dialog.current?.close()
    onAdded(added)
  }
  const people = members.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="new-item">
      <form onSubmit={(event) => void submit(event)}>
        <h2 id="new-item">{newItem.head}</h2>
        <label className="stack">
          <span>{newItem.title}</span>
          <input className="field" name="title" autoFocus maxLength={250} autoComplete="off" />
        </label>
        <div className="pair">
          <label className="stack">
            <span>{newItem.owner}</span>
            <select className="field" name="owner" defaultValue="">
              <option value="">{newItem.choose}</option>
              {people}
            </select>
          </label>
          <label className="stack">
            <span>{newItem.due}</span>
            <input className="field" type="date" name="due" min={today} />
          </label>
        </div>
        <div className="pair">
          <label className="stack">
            <span>{newItem.for}</span>
            <select className="field" name="for" defaultValue="">
              <option value="">{newItem.nobody}</option>
              {people}
            </select>
          </label>
          <label className="stack">
            <span>{newItem.unblocks}</span>
            <input className="field" name="unblocks" autoComplete="off" />
          </label>
        </div>
        {workstreams.length > 0 && (
          <label className="stack">
            <span>{newItem.workstream}</span>
            <select className="field" name="workstream" defaultValue="">
              <option value="">{newItem.none}</option>
              {workstreams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <DialogFoot
          error={error}
          submit={newItem.submit}
          leave={newItem.leave}
          isSending={sending}
          onLeave={() => dialog.current?.close()}
        />
      </form>
    </dialog>
  )
}

function read(form: FormData): NewItem {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const person = (name: string) => (text(name) === '' ? null : personId.parse(text(name)))
  return {
    title: text('title'),
    owner: person('owner'),
    for: person('for'),
    unblocks: text('unblocks'),
    due: plainDate.safeParse(text('due')).data ?? null,
    workstream: text('workstream') === '' ? null : workstreamId.parse(text('workstream')),
  }
}
