import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { issueId, personId } from '../../bot/contract/common'
import { severity as severityShape, type IssueDetail, type IssueMove } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import {
  MOVE_ASKS,
  MOVE_BUTTON,
  MOVE_NEEDS,
  MOVE_TITLE,
  MOVE_WORD,
  NO_ONE_YET,
  STILL_FAILS,
  WHO_FIXES,
} from '#words/issuePane'
import { DialogFoot } from '../look/DialogFoot'
import { MoveRow } from '../look/MoveRow'
import type { Changing } from './changing'
import { SeverityChoice } from './SeverityChoice'

type Props = {
  readonly issue: IssueDetail
  readonly changing: Changing
  /** Another region has the primary button now. */
  readonly quiet: boolean
}

type Asking = Extract<IssueMove, 'triage' | 'defer' | 'reopen' | 'duplicate'>

/** Only what may be done next, the usual one first. */
export function Moves({ issue, changing, quiet }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const start = (move: IssueMove) => {
    if (move === 'fix' || move === 'retest' || move === 'close') void changing.send(issue, { kind: move })
    else setAsking(move)
  }
  return (
    <>
      <MoveRow
        moves={shownMoves(issue).map((move) => ({
          key: move,
          word: wordOf(move, issue),
          onPress: () => start(move),
        }))}
        quiet={quiet}
      />
      {asking && <MoveDialog move={asking} issue={issue} changing={changing} close={() => setAsking(null)} />}
    </>
  )
}

/** Ranking anew is done where the severity and the owner stand; triage is the first step of a new one alone. */
function shownMoves({ moves, status, severity }: IssueDetail): readonly IssueMove[] {
  return moves.filter((move) => move !== 'triage' || status === 'new' || severity === null)
}

/** A retest that fails is a reopening. */
function wordOf(move: IssueMove, issue: IssueDetail): string {
  if (move === 'reopen' && issue.status === 'readyForRetest') return STILL_FAILS
  return MOVE_WORD[move]
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
        <h2 id="move-title">{MOVE_TITLE[move](issue.id)}</h2>
        {move === 'triage' && <TriageFields issue={issue} />}
        {(move === 'defer' || move === 'reopen') && (
          <label className="stack">
            <span>{MOVE_ASKS[move]}</span>
            <textarea className="field" name="why" autoFocus />
          </label>
        )}
        {move === 'duplicate' && (
          <label className="stack">
            <span>{MOVE_ASKS.duplicate}</span>
            <input className="field" name="of" autoFocus autoComplete="off" />
          </label>
        )}
        <DialogFoot error={error} submit={MOVE_BUTTON[move]} onLeave={() => dialog.current?.close()} />
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
        <span>{WHO_FIXES}</span>
        <select className="field" name="owner" defaultValue={issue.owner?.id ?? ''}>
          {!issue.owner && <option value="">{NO_ONE_YET}</option>}
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
      if (!severity.success) return MOVE_NEEDS.triage
      const owner = text('owner')
      return { kind: 'triage', severity: severity.data, owner: owner === '' ? null : personId.parse(owner) }
    }
    case 'defer':
    case 'reopen':
      return text('why') === '' ? MOVE_NEEDS[move] : { kind: move, why: text('why') }
    case 'duplicate': {
      const of = issueId.safeParse(text('of').toUpperCase().replace(/^I?-?/, 'I-'))
      return of.success ? { kind: 'duplicate', of: of.data } : MOVE_NEEDS.duplicate
    }
  }
}
