import { answering, problem } from '#words/source'
import { useState } from 'react'
import { paths } from '../../bot/contract/paths'
import { questionAnswer, type EntryDetail, type OpenQuestionJson } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { waitingWords } from './entryWords'

/** Settles a question with an entry, or without one; true when it is settled. What keeps it from that is said. */
export function useSettling() {
  const { api, ready, say } = useTab()
  return async (question: OpenQuestionJson, entry: string | null): Promise<boolean> => {
    const path = paths.question(ready.project.id, question.id)
    const answer = await api.post(path, { entry }, questionAnswer)
    if (answer.kind !== 'ok') {
      say({ text: answer.kind === 'problem' ? answer.problem.text : problem.unreachable })
      return false
    }
    if ('kind' in answer.body) {
      say({ text: answer.body.text })
      return false
    }
    const who = waitingWords(question.askers)
    say({
      text: entry === null ? answering.notedNone : answering.answered(entry, who),
    })
    return true
  }
}

type Props = {
  readonly entry: EntryDetail
  readonly questions: readonly OpenQuestionJson[]
  readonly onSettled: (question: string) => void
}

/** Somebody waits for an answer that what was just written may be; whoever wrote it knows. */
export function Offers({ entry, questions, onSettled }: Props) {
  const settle = useSettling()
  const [busy, setBusy] = useState(false)
  if (questions.length === 0) return null
  const answer = async (question: OpenQuestionJson) => {
    setBusy(true)
    if (await settle(question, entry.id)) onSettled(question.id)
    setBusy(false)
  }
  return (
    <div className="section">
      <h3>{answering.doesItAnswer}</h3>
      <ul className="offers">
        {questions.map((question) => (
          <li key={question.id}>
            <span dir="auto">{question.text}</span>
            <small className="quiet">{answering.askedBy(waitingWords(question.askers))}</small>
            <button type="button" className="button" disabled={busy} onClick={() => void answer(question)}>
              {answering.answersIt}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
