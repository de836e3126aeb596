import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { issueId, personId } from '../../bot/contract/common'
import { severity as severityShape, type IssueDetail, type IssueMove } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { MOVE_WORD } from '../look/words'
import type { Changing } from './changing'
import { SeverityChoice } from './SeverityChoice'

type Props = {
  readonly issue: IssueDetail
  readonly changing: Changing
  /** Another region has the primary button now. */
  readonly quiet: boolean
}

type Asking = Extract<IssueMove, 'triage' | 'defer' | 'reopen' | 'duplicate'>

/** Only what may be done next, the usual one first and primary. */
export function Moves({ issue, changing, quiet }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const start = (move: IssueMove) => {
    if (move === 'fix' || move === 'retest' || move === 'close') void changing.send(issue, { kind: move })
    else setAsking(move)
  }
  return (
    <div className="moves">
      {shownMoves(issue).map((move, index) => (
        <button
          key={move}
          type="button"
          className={index === 0 && !quiet ? 'button primary' : 'button'}
          onClick={() => start(move)}
        >
          {wordOf(move, issue)}
        </button>
      ))}
      {asking && <MoveDialog move={asking} issue={issue} changing={changing} close={() => setAsking(null)} />}
    </div>
  )
}

/** Ranking anew is done where the severity and the owner stand; triage is the first step of a new one alone. */
function shownMoves({ moves, status, severity }: IssueDetail): readonly IssueMove[] {
  return moves.filter((move) => move !== 'triage' || status === 'new' || severity === null)
}

/** A retest that fails is a reopening. */
function wordOf(move: IssueMove, issue: IssueDetail): string {
  if (move === 'reopen' && issue.status === 'readyForRetest') return 'It still fails…'
  return MOVE_WORD[move]
}

const TITLE: Record<Asking, (id: string) => string> = {
  triage: (id) => `How bad is ${id}?`,
  defer: (id) => `Defer ${id}`,
  reopen: (id) => `Reopen ${id}`,
  duplicate: (id) => `${id} is a duplicate`,
}
const BUTTON: Record<Asking, string> = {
  triage: 'Triage it',
  defer: 'Defer it',
  reopen: 'Reopen it',
  duplicate: 'Mark it a duplicate',
}

type DialogProps = {
  readonly move: Asking
  readonly issue: IssueDetail
  readonly changing: Changing
  readonly close: () => void
}

/** Asks for what the move needs: a reason, a number, a severity. */
function MoveDialog({ move, issue, changing, close }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const change = read(move, new FormData(event.currentTarget))
    if (typeof change === 'string') return setError(change)
    dialog.current?.close()
    void changing.send(issue, change)
  }
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="move-title">
      <form onSubmit={submit}>
        <h2 id="move-title">{TITLE[move](issue.id)}</h2>
        {move === 'triage' && <TriageFields issue={issue} />}
        {(move === 'defer' || move === 'reopen') && (
          <label className="stack">
            <span>
              {move === 'defer' ? 'Under which circumstances is this accepted?' : 'What is still wrong?'}
            </span>
            <textarea className="field" name="why" autoFocus />
          </label>
        )}
        {move === 'duplicate' && (
          <label className="stack">
            <span>Of which issue? Its number, e.g. I-7</span>
            <input className="field" name="of" autoFocus autoComplete="off" />
          </label>
        )}
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button big" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="button primary big">
            {BUTTON[move]}
          </button>
        </div>
      </form>
    </dialog>
  )
}

function TriageFields({ issue }: { readonly issue: IssueDetail }) {
  const { ready } = useTab()
  return (
    <>
      <SeverityChoice chosen={issue.severity} />
      <label className="stack">
        <span>Who fixes it</span>
        <select className="field" name="owner" defaultValue={issue.owner?.id ?? ''}>
          {!issue.owner && <option value="">No one yet</option>}
          {ready.project.members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type Change = Parameters<Changing['send']>[1]

/** The change that the form asks for, or the sentence that says what is missing. */
function read(move: Asking, form: FormData): Change | string {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  switch (move) {
    case 'triage': {
      const severity = severityShape.safeParse(text('severity'))
      if (!severity.success) return 'Choose how bad it is.'
      const owner = text('owner')
      return { kind: 'triage', severity: severity.data, owner: owner === '' ? null : personId.parse(owner) }
    }
    case 'defer':
    case 'reopen':
      return text('why') === '' ? 'Say why; it stays with the issue.' : { kind: move, why: text('why') }
    case 'duplicate': {
      const of = issueId.safeParse(text('of').toUpperCase().replace(/^I?-?/, 'I-'))
      return of.success ? { kind: 'duplicate', of: of.data } : 'Give the number of the other issue, e.g. I-7.'
    }
  }
}
