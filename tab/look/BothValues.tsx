import { Warning20Regular } from '@fluentui/react-icons/headless/svg/warning'
import type { HistoryLine } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { quoted } from '#words/common'
import { agoInline, changedFirst, keepTheirs, saveMine, wasAndIs, yoursNotSaved } from '#words/pane'
import { Phrase } from './Phrase'
import { agoWords, firstName } from './words'

type Props = {
  readonly last: HistoryLine
  /** What they changed, in words: "The owner", "Megan", "Alex". */
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[]
  /** What would have been saved, in a few words. */
  readonly yours: string
  /** What stands now in its place. */
  readonly theirs: string
  readonly onKeep: () => void
  readonly onSave: () => void
}

/** Somebody was first: who, when, both values. Theirs stands unless one says otherwise. */
export function BothValues({ last, changes, yours, theirs, onKeep, onSave }: Props) {
  const { ready } = useTab()
  const now = Math.max(Date.parse(ready.start.now), Date.parse(last.at))
  return (
    <div className="notice" role="alert">
      <Warning20Regular />
      <div>
        <h2>
          {changedFirst(firstName(last.by.name), agoWords(last.at, now, ready.project.zone, agoInline))}
        </h2>
        <p>
          {changes.map(({ what, from, to }) => (
            <span key={what}>
              <Phrase parts={wasAndIs(what, from, to)} />{' '}
            </span>
          ))}
          {last.why && `${quoted(last.why)}. `}
          <Phrase parts={yoursNotSaved(yours)} />
        </p>
        <div className="moves-inline">
          <button type="button" className="button primary" onClick={onKeep}>
            {keepTheirs(theirs)}
          </button>{' '}
          <button type="button" className="button" onClick={onSave}>
            {saveMine(yours)}
          </button>
        </div>
      </div>
    </div>
  )
}

export function shortened(text: string): string {
  return quoted(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}
