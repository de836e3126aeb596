import type { IssueDetail } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { Face } from '../look/icons'
import { agoWords, firstName, momentWords } from '../look/words'
import { historyWords } from './historyWords'

/** Who did what, newest first. */
export function History({ issue }: { readonly issue: IssueDetail }) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  const now = Date.parse(ready.start.now)
  return (
    <div className="section">
      <h3>History</h3>
      <ol className="history" reversed>
        {issue.history.toReversed().map((line) => (
          <li key={line.version}>
            <Face name={line.by.name} />
            <span dir="auto">
              <b>{firstName(line.by.name)}</b> {historyWords(line)}
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
