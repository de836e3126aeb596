import './triage.css'
import { useMemo, useRef, useState } from 'react'
import type { IssueChangeJson, IssueRow } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { SEVERITY_WORD } from '../look/words'
import { BULK_MOVES, fitsOf, type BulkMove, type Fit } from './bulk'
import { BULK_MOVE_WORD, fitWords, progressWords } from './bulkWords'
import { changeTo } from './CellEditor'
import { useLogChanges } from './changingContext'
import { selectedWords } from './logWords'
import { WhyDialog } from './WhyDialog'

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
  const move = (fit: Fit, why: string) =>
    void change(fit.fits, () =>
      fit.move === 'defer' || fit.move === 'reopen' ? { kind: fit.move, why } : { kind: fit.move },
    )
  const press = (fit: Fit) => {
    menu.current?.hidePopover()
    if (fit.move === 'defer' || fit.move === 'reopen') setAsking(fit)
    else move(fit, '')
  }
  const set = (field: 'owner' | 'severity' | 'workstream') => (value: string) =>
    void change(rows, (row) => changeTo(field, value, row))

  return (
    <div className="toolbar bulk" role="toolbar" aria-label="Change what is selected">
      <b role="status">{selectedWords(rows.length)}</b>
      {rows.length < all && (
        <button type="button" className="link" onClick={onAll}>
          Select all {all}
        </button>
      )}
      <Choice id="bulk-owner" name="Owner" letter="A" onChoose={set('owner')}>
        {[['', 'No one'], ...members.map(({ id, name }) => [id, name] as const)]}
      </Choice>
      <Choice id="bulk-severity" name="Severity" letter="S" onChoose={set('severity')}>
        {(['showStopper', 'workaround', 'cosmetic'] as const).map((key) => [key, SEVERITY_WORD[key]])}
      </Choice>
      <button
        ref={opener}
        id="bulk-move"
        type="button"
        className="button"
        popoverTarget="bulk-moves"
        onClick={() => placeUnder(opener.current, menu.current)}
      >
        Move to <kbd aria-hidden="true">M</kbd>
      </button>
      <div
        ref={menu}
        id="bulk-moves"
        popover="auto"
        className="popover menu"
        role="group"
        aria-label="Move to"
      >
        {BULK_MOVES.map((one) => {
          const fit = fits.find((other) => other.move === one)
          return fit && <MoveButton key={one} move={one} words={fitWords(fit)} onPress={() => press(fit)} />
        })}
      </div>
      {workstreams.length > 0 && (
        <Choice id="bulk-workstream" name="Workstream" onChoose={set('workstream')}>
          {[['', 'None'], ...workstreams.map(({ id, name }) => [id, name] as const)]}
        </Choice>
      )}
      <span className="quiet" role="status">
        {progress ?? ''}
      </span>
      <span className="spacer" />
      <button type="button" className="button plain" onClick={onClear}>
        Clear <kbd aria-hidden="true">Esc</kbd>
      </button>
      {asking && (
        <WhyDialog
          move={asking.move as 'defer' | 'reopen'}
          count={asking.fits.length}
          close={() => setAsking(null)}
          onWhy={(why) => move(asking, why)}
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

/** Right under its button, and inside the window. */
function placeUnder(button: HTMLElement | null, popover: HTMLElement | null): void {
  if (!button || !popover) return
  const { left, bottom } = button.getBoundingClientRect()
  popover.style.top = `${bottom + 4}px`
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - 380))}px`
}
