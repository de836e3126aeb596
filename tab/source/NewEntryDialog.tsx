import { form } from '#words/sourceEntry'
import { useEffect, useRef } from 'react'
import type { EntryDetail, OpenQuestionJson } from '../../bot/contract/source'
import type { EntryChanging } from './changing'
import { EntryForm } from './EntryForm'

type Props = {
  /** The question that it is written for, if any. */
  readonly question: OpenQuestionJson | null
  readonly changing: EntryChanging
  readonly onAdded: (entry: EntryDetail) => void
  readonly close: () => void
}

/** Asks for a new entry. */
export function NewEntryDialog({ question, changing, onAdded, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="new-entry">
      <div className="dialog-head">
        <h2 id="new-entry">{form.head}</h2>
        {question && <p className="quiet">{form.itAnswers(question.text)}</p>}
      </div>
      <EntryForm
        entry={null}
        submit={form.add}
        onCancel={() => dialog.current?.close()}
        onSubmit={async (typed) => {
          const added = await changing.add({ ...typed, question: question?.id ?? null })
          if (typeof added === 'string') return added
          dialog.current?.close()
          onAdded(added)
          return null
        }}
      />
    </dialog>
  )
}
