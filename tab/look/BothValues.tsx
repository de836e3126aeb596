import { Warning20Regular } from '@fluentui/react-icons/headless/svg/warning'
import type { HistoryLine } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
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
  const ago = agoWords(last.at, now, ready.project.zone)
  return (
    <div className="notice" role="alert">
      <Warning20Regular />
      <div>
        <h2>
          {firstName(last.by.name)} changed this {ago === 'now' ? 'just now' : `${ago} ago`}
        </h2>
        <p>
          {changes.map(({ what, from, to }) => (
            <span key={what}>
              {what} was <b>{from}</b>, now it is <b>{to}</b>.{' '}
            </span>
          ))}
          {last.why && `“${last.why}”. `}
          You chose <b>{yours}</b>; that is not saved.
        </p>
        <div className="moves-inline">
          <button type="button" className="button primary" onClick={onKeep}>
            Keep {theirs}
          </button>{' '}
          <button type="button" className="button" onClick={onSave}>
            Save mine: {yours}
          </button>
        </div>
      </div>
    </div>
  )
}

export function shortened(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 59)}…”` : `“${text}”`
}
