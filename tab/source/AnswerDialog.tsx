import { answering } from '#words/source'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { paths } from '../../bot/contract/paths'
import { searchAnswer, type EntryLine, type OpenQuestionJson } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { waitingWords } from './entryWords'
import { useSettling } from './Offers'

type Props = {
  readonly question: OpenQuestionJson
  readonly entries: readonly EntryLine[]
  readonly onSettled: () => void
  readonly onWriteNew: () => void
  readonly close: () => void
}

/** Answers a waiting question by an entry that stands already, by a new one, or says that it needs none. */
export function AnswerDialog({ question, entries, onSettled, onWriteNew, close }: Props) {
  const { api, ready } = useTab()
  const settle = useSettling()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState('')
  const [error, setError] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    let gone = false
    const path = paths.searchSource(ready.project.id, question.text)
    void api.get(path, searchAnswer).then((answer) => {
      const best = answer.kind === 'ok' ? answer.body.entries[0] : undefined
      if (!gone && best) setChosen((was) => (was === '' ? best.id : was))
    })
    return () => {
      gone = true
    }
  }, [api, ready.project.id, question.text])

  const end = async (entry: string | null) => {
    if (!(await settle(question, entry))) return
    dialog.current?.close()
    onSettled()
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (chosen === '') setError(answering.chooseOrWrite)
    else void end(chosen)
  }
  const leads = ready.project.lead.id === ready.start.me.id
  const written = entries.filter(({ content }) => content.kind !== 'empty')
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="answer-title">
      <form onSubmit={onSubmit}>
        <h2 id="answer-title" dir="auto">
          {question.text}
        </h2>
        <p className="quiet">{answering.askedByAndTold(waitingWords(question.askers))}</p>
        <label className="stack">
          <span>{answering.theEntry}</span>
          <select className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{answering.chooseOne}</option>
            {written.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <div className="dialog-buttons wrapping">
          {leads && (
            <button type="button" className="button big" onClick={() => void end(null)}>
              {answering.needsNone}
            </button>
          )}
          <button
            type="button"
            className="button big"
            onClick={() => {
              dialog.current?.close()
              onWriteNew()
            }}
          >
            {answering.writeNew}
          </button>
          <button type="submit" className="button primary big">
            {answering.byThis}
          </button>
        </div>
      </form>
    </dialog>
  )
}
