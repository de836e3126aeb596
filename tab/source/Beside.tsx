import type { OpenQuestionJson, SourcePage } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { Face } from '../look/icons'
import { follow } from '../look/Nav'
import { ageDays, ageWords } from '../look/words'
import { toCheck } from './entryList'
import { waitingWords } from './entryWords'
import { TrustMark } from './TrustMark'

type Props = {
  readonly page: SourcePage
  readonly addressOf: (id: string) => string
  readonly onAnswer: (question: OpenQuestionJson) => void
}

/** What waits: questions without an answer, and entries for somebody's word that they are still true. */
export function Beside({ page, addressOf, onAnswer }: Props) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  const checks = toCheck(page.entries)
  return (
    <section className="source-beside" aria-label="What waits">
      <h3 id="open-questions" tabIndex={-1}>
        Open questions <small className="quiet">{page.questions.length}</small>
      </h3>
      {page.questions.length === 0 && (
        <p className="quiet">Nobody waits for an answer. Ask with “where is …” in the channel or here.</p>
      )}
      <ul>
        {page.questions.map((question) => {
          const first = question.askers[0]
          return (
            <li key={question.id} className="question">
              <span dir="auto">{question.text}</span>
              <small className="quiet">
                {waitingWords(question.askers)}
                {first && `, ${ageWords(ageDays(first.at, zone, today))}`}
              </small>
              <button
                type="button"
                className="link"
                aria-label={`Answer: ${question.text}`}
                onClick={() => onAnswer(question)}
              >
                Answer
              </button>
            </li>
          )
        })}
      </ul>
      <h3>
        To check <small className="quiet">{checks.length}</small>
      </h3>
      {checks.length === 0 && <p className="quiet">Nothing needs a check.</p>}
      <ul>
        {checks.map((entry) => {
          const to = addressOf(entry.id)
          return (
            <li key={entry.id}>
              <a className="to-check" href={to} onClick={(event) => follow(event, to)}>
                <Face name={entry.owner?.name ?? null} />
                <span dir="auto">{entry.title}</span>
                <TrustMark entry={entry} short />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
