import { beside } from '#words/source'
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
    <section className="source-beside" aria-label={beside.name}>
      <h3 id="open-questions" tabIndex={-1}>
        {beside.questions} <small className="quiet">{page.questions.length}</small>
      </h3>
      {page.questions.length === 0 && <p className="quiet">{beside.noQuestions}</p>}
      <ul>
        {page.questions.map((question) => {
          const first = question.askers[0]
          return (
            <li key={question.id} className="question">
              <span dir="auto">{question.text}</span>
              <small className="quiet">
                {first
                  ? beside.since(waitingWords(question.askers), ageWords(ageDays(first.at, zone, today)))
                  : waitingWords(question.askers)}
              </small>
              <button
                type="button"
                className="link"
                aria-label={beside.answerOne(question.text)}
                onClick={() => onAnswer(question)}
              >
                {beside.answer}
              </button>
            </li>
          )
        })}
      </ul>
      <h3>
        {beside.toCheck} <small className="quiet">{checks.length}</small>
      </h3>
      {checks.length === 0 && <p className="quiet">{beside.nothingToCheck}</p>}
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
