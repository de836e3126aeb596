import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { personId } from '../../bot/contract/common'
import {
  issueAnswer,
  severity as severityShape,
  type IssueDetail,
  type NewIssue,
} from '../../bot/contract/issue'
import { paths } from '../../bot/contract/paths'
import { useTab } from '../data/tab'
import { SeverityChoice } from './SeverityChoice'

type Props = { readonly close: () => void; readonly onLogged: (issue: IssueDetail) => void }

/** Asks who, what, when, where and how. Only what is wrong must be said; the rest may come later. */
export default function NewIssueDialog({ close, onLogged }: Props) {
  const { api, ready } = useTab()
  const dialog = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [severity, setSeverity] = useState('')
  useEffect(() => dialog.current?.showModal(), [])

  const log = async (issue: NewIssue) => {
    setSending(true)
    const answer = await api.post(paths.issues(ready.project.id), issue, issueAnswer)
    setSending(false)
    if (answer.kind === 'ok' && answer.body.kind === 'saved') {
      dialog.current?.close()
      onLogged(answer.body.issue)
    } else setError(wentWrong(answer))
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const issue = read(new FormData(event.currentTarget))
    if (issue.title === '') setError('Say in one line what is wrong.')
    else void log(issue)
  }
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="new-issue">
      <form onSubmit={submit}>
        <h2 id="new-issue">New issue</h2>
        <p className="quiet">
          Reported by {ready.start.me.name}, in {ready.project.name}
        </p>
        <label className="stack">
          <span>What is wrong, in one line</span>
          <input className="field" name="title" autoFocus maxLength={250} autoComplete="off" />
        </label>
        <div className="pair">
          <label className="stack">
            <span>Where in the system</span>
            <input className="field" name="where" autoComplete="off" />
          </label>
          <label className="stack">
            <span>When did it happen</span>
            <input className="field" name="happened" autoComplete="off" />
          </label>
        </div>
        <label className="stack">
          <span>How to reproduce it, step by step</span>
          <textarea className="field" name="steps" rows={3} />
        </label>
        <SeverityChoice chosen={null} onChange={setSeverity} />
        {severity === 'workaround' && (
          <label className="stack">
            <span>How does work go on meanwhile</span>
            <textarea className="field" name="workaround" rows={2} />
          </label>
        )}
        <label className="stack">
          <span>Who fixes it</span>
          <select className="field" name="owner" defaultValue="">
            <option value="">No one yet</option>
            {ready.project.members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </select>
        </label>
        <label className="stack">
          <span>Anything else</span>
          <textarea className="field" name="details" rows={2} />
        </label>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button big" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="button primary big" disabled={sending}>
            Log the issue
          </button>
        </div>
      </form>
    </dialog>
  )
}

function read(form: FormData): NewIssue {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const owner = text('owner')
  return {
    title: text('title'),
    details: text('details'),
    where: text('where'),
    steps: text('steps'),
    happened: text('happened'),
    workaround: text('workaround'),
    severity: severityShape.safeParse(text('severity')).data ?? null,
    owner: owner === '' ? null : personId.parse(owner),
  }
}

function wentWrong(answer: Awaited<ReturnType<ReturnType<typeof useTab>['api']['post']>>): string {
  if (answer.kind === 'unreachable')
    return 'The log can’t be reached. What you typed is still here; try again.'
  if (answer.kind === 'problem') return `${answer.problem.text} Reference ${answer.problem.reference}`
  return 'This could not be saved as it is.'
}
