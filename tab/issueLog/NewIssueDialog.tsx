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
import { reference } from '#words/common'
import { ASKS, LOG_IT, NEW_ISSUE, NO_ONE_YET, NOT_SAVED, reportedBy, TITLE_MISSING } from '#words/newIssue'
import { TYPED_IS_KEPT } from '#words/reach'
import { DialogFoot } from '../look/DialogFoot'
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
    if (issue.title === '') setError(TITLE_MISSING)
    else void log(issue)
  }
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="new-issue">
      <form onSubmit={submit}>
        <h2 id="new-issue">{NEW_ISSUE}</h2>
        <p className="quiet">{reportedBy(ready.start.me.name, ready.project.name)}</p>
        <label className="stack">
          <span>{ASKS.title}</span>
          <input className="field" name="title" autoFocus maxLength={250} autoComplete="off" />
        </label>
        <div className="pair">
          <label className="stack">
            <span>{ASKS.where}</span>
            <input className="field" name="where" autoComplete="off" />
          </label>
          <label className="stack">
            <span>{ASKS.happened}</span>
            <input className="field" name="happened" autoComplete="off" />
          </label>
        </div>
        <label className="stack">
          <span>{ASKS.steps}</span>
          <textarea className="field" name="steps" rows={3} />
        </label>
        <SeverityChoice chosen={null} onChange={setSeverity} />
        {severity === 'workaround' && (
          <label className="stack">
            <span>{ASKS.workaround}</span>
            <textarea className="field" name="workaround" rows={2} />
          </label>
        )}
        <label className="stack">
          <span>{ASKS.owner}</span>
          <select className="field" name="owner" defaultValue="">
            <option value="">{NO_ONE_YET}</option>
            {ready.project.members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </select>
        </label>
        <label className="stack">
          <span>{ASKS.details}</span>
          <textarea className="field" name="details" rows={2} />
        </label>
        <DialogFoot
          error={error}
          submit={LOG_IT}
          isSending={sending}
          onLeave={() => dialog.current?.close()}
        />
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
  if (answer.kind === 'unreachable') return TYPED_IS_KEPT
  if (answer.kind === 'problem') return `${answer.problem.text} ${reference(answer.problem.reference)}`
  return NOT_SAVED
}
