import './triage.css'
import '../look/menu.css'
import { useMemo, useRef, useState } from 'react'
import type { IssueChangeJson, IssueRow } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { placeUnder } from '../look/placeUnder'
import {
  BULK_MOVE_WORD,
  CHANGE_SELECTED,
  CLEAR,
  MOVE_TO,
  progress as progressWords,
  selectAll,
  selected,
} from '#words/bulk'
import { NO_ONE, SEVERITY_WORD } from '#words/common'
import { NONE } from '#words/issuePane'
import { COLUMN_NAME } from '#words/log'
import { BULK_MOVES, fitsOf, type BulkMove, type Fit } from './bulk'
import { fitWords } from './bulkWords'
import { changeTo } from './CellEditor'
import { useLogChanges } from './changingContext'
import { TriageDialog } from './TriageDialog'
import { WhyDialog } from './WhyDialog'

/** The menu of moves is narrower than other popovers. */
const MENU_ROOM = 380

type Props = {
  readonly rows: readonly IssueRow[]
  readonly all: number
  readonly onAll: () => void
  readonly onClear: () => void
}

/** In the toolbar's place while issues are selected: what can be done to all of them, and to which it does not fit. */
export default function BulkBar({ rows, all, onAll, onClear }: Props) {
  const { ready } = useTab()
  const { sendMany } = useLogChanges()
  const { members, workstreams } = ready.project
  const [progress, setProgress] = useState<string | null>(null)
  const [asking, setAsking] = useState<Fit | null>(null)
  const fits = useMemo(() => fitsOf(rows), [rows])
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const change = async (which: readonly IssueRow[], changeOf: (row: IssueRow) => IssueChangeJson) => {
    const count = which.length
    if (count > 3) setProgress(progressWords(0, count))
    await sendMany(
      which.map((row) => ({ row, change: changeOf(row) })),
      (done) => count > 3 && setProgress(progressWords(done, count)),
    )
    setProgress(null)
  }
  const press = (fit: Fit) => {
    const { move, fits } = fit
    menu.current?.hidePopover()
    if (move === 'triage' || move === 'defer' || move === 'reopen') setAsking(fit)
    else void change(fits, () => ({ kind: move }))
  }
  const end = () => setAsking(null)
  const set = (field: 'owner' | 'severity' | 'workstream') => (value: string) =>
    void change(rows, (row) => changeTo(field, value, row))

  return (
    <div className="toolbar bulk" role="toolbar" aria-label={CHANGE_SELECTED}>
      <b role="status">{selected(rows.length)}</b>
      {rows.length < all && (
        <button type="button" className="link" onClick={onAll}>
          {selectAll(all)}
        </button>
      )}
      <Choice id="bulk-owner" name={COLUMN_NAME.owner} letter="A" onChoose={set('owner')}>
        {[['', NO_ONE], ...members.map(({ id, name }) => [id, name] as const)]}
      </Choice>
      <Choice id="bulk-severity" name={COLUMN_NAME.severity} letter="S" onChoose={set('severity')}>
        {(['showStopper', 'workaround', 'cosmetic'] as const).map((key) => [key, SEVERITY_WORD[key]])}
      </Choice>
      <button
        ref={opener}
        id="bulk-move"
        type="button"
        className="button"
        popoverTarget="bulk-moves"
        onClick={() => placeUnder(opener.current, menu.current, MENU_ROOM)}
      >
        {MOVE_TO} <kbd aria-hidden="true">M</kbd>
      </button>
      <div
        ref={menu}
        id="bulk-moves"
        popover="auto"
        className="popover menu"
        role="group"
        aria-label={MOVE_TO}
      >
        {BULK_MOVES.map((one) => {
          const fit = fits.find((other) => other.move === one)
          return fit && <MoveButton key={one} move={one} words={fitWords(fit)} onPress={() => press(fit)} />
        })}
      </div>
      {workstreams.length > 0 && (
        <Choice id="bulk-workstream" name={COLUMN_NAME.workstream} onChoose={set('workstream')}>
          {[['', NONE], ...workstreams.map(({ id, name }) => [id, name] as const)]}
        </Choice>
      )}
      <span className="quiet" role="status">
        {progress ?? ''}
      </span>
      <span className="spacer" />
      <button type="button" className="button plain" onClick={onClear}>
        {CLEAR} <kbd aria-hidden="true">Esc</kbd>
      </button>
      {asking?.move === 'triage' && (
        <TriageDialog
          rows={asking.fits}
          close={end}
          onTriage={(triaged) => void change(asking.fits, () => triaged)}
        />
      )}
      {(asking?.move === 'defer' || asking?.move === 'reopen') && (
        <WhyDialog
          move={asking.move}
          count={asking.fits.length}
          close={end}
          onWhy={(moved) => void change(asking.fits, () => moved)}
        />
      )}
    </div>
  )
}

function MoveButton({
  move,
  words,
  onPress,
}: {
  readonly move: BulkMove
  readonly words: string
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="menu-item" onClick={onPress}>
      {BULK_MOVE_WORD[move]} <small>{words}</small>
    </button>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly name: string
  readonly letter?: string
  readonly onChoose: (value: string) => void
  readonly children: readonly (readonly [value: string, word: string])[]
}

/** A button that is a list: choosing does it. */
function Choice({ id, name, letter, onChoose, children }: ChoiceProps) {
  return (
    <span className="choice-button">
      <select
        id={id}
        className="button"
        aria-label={name}
        value="-"
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="-" disabled hidden>
          {name}
        </option>
        {children.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      {letter !== undefined && <kbd aria-hidden="true">{letter}</kbd>}
    </span>
  )
}
