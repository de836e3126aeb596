import type { HistoryLine } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { HISTORY } from '#words/pane'
import { Face } from './icons'
import { agoWords, firstName, momentWords } from './words'

type Props = {
  /** Oldest first. */
  readonly lines: readonly HistoryLine[]
  /** A line as what its author did: "raised it to show-stopper". */
  readonly wordsOf: (line: HistoryLine) => string
}

/** Who did what, newest first. */
export function History({ lines, wordsOf }: Props) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  const now = Date.parse(ready.start.now)
  return (
    <div className="section">
      <h3>{HISTORY}</h3>
      <ol className="history" reversed>
        {lines.toReversed().map((line) => (
          <li key={line.version}>
            <Face name={line.by.name} />
            <span dir="auto">
              <b>{firstName(line.by.name)}</b> {wordsOf(line)}
            </span>
            <time dateTime={line.at} title={momentWords(line.at, zone, today)}>
              {agoWords(line.at, Math.max(now, Date.parse(line.at)), zone)}
            </time>
          </li>
        ))}
      </ol>
    </div>
  )
}
