import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { personId } from '../../bot/contract/common'
import { severity as severityShape, type IssueChangeJson, type IssueRow } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { OWNERS_STAY, triage, triageTitle } from '#words/bulk'
import { MOVE_NEEDS, WHO_FIXES } from '#words/issuePane'
import { DialogFoot } from '../look/DialogFoot'
import { SeverityChoice } from './SeverityChoice'

type Props = {
  readonly rows: readonly IssueRow[]
  readonly close: () => void
  readonly onTriage: (change: IssueChangeJson) => void
}

/** Asks once how bad several are, and who fixes them. */
export function TriageDialog({ rows, close, onTriage }: Props) {
  const { ready } = useTab()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const [first, ...others] = new Set(rows.map(({ severity }) => severity))
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const severity = severityShape.safeParse(form.get('severity'))
    if (!severity.success) return setMissing(true)
    const owner = form.get('owner')
    dialog.current?.close()
    onTriage({
      kind: 'triage',
      severity: severity.data,
      owner: typeof owner === 'string' && owner !== '' ? personId.parse(owner) : null,
    })
  }
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="triage">
      <form onSubmit={submit}>
        <h2 id="triage">{triageTitle(rows.length)}</h2>
        <SeverityChoice chosen={others.length === 0 ? (first ?? null) : null} />
        <label className="stack">
          <span>{WHO_FIXES}</span>
          <select className="field" name="owner" defaultValue="">
            <option value="">{OWNERS_STAY}</option>
            {ready.project.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DialogFoot
          error={isMissing ? MOVE_NEEDS.triage : null}
          submit={triage(rows.length)}
          onLeave={() => dialog.current?.close()}
        />
      </form>
    </dialog>
  )
}
