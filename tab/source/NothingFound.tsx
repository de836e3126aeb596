import { nothingFound, problem } from '#words/source'
import { useEffect, useState } from 'react'
import { paths } from '../../bot/contract/paths'
import { askRequest, questionAnswer, searchAnswer, type SearchAnswer } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { follow } from '../look/Nav'
import { firstName } from '../look/words'

type Props = {
  readonly words: string
  readonly addressOf: (id: string) => string
  readonly onAsked: () => void
  readonly onClear: () => void
  readonly titleOf: (id: string) => string | undefined
}

/** No entry has these words: what the bot would answer to them, the empty place, or somebody to ask. */
export function NothingFound({ words, addressOf, onAsked, onClear, titleOf }: Props) {
  const { ready } = useTab()
  const answer = useAnswer(words)
  const place = answer?.place ?? null
  const [before, after] = nothingFound.place
  return (
    <div className="state source-nothing" aria-busy={answer === null}>
      <h3>{answer && answer.entries.length > 0 ? nothingFound.perhaps : nothingFound.nothing}</h3>
      {answer && answer.entries.length > 0 && (
        <ul>
          {answer.entries.map(({ id, title }) => (
            <li key={id}>
              <EntryLink to={addressOf(id)} title={title} />
            </li>
          ))}
        </ul>
      )}
      {place !== null && (
        <p>
          {before}
          <EntryLink to={addressOf(place)} title={titleOf(place) ?? place} />
          {after}
        </p>
      )}
      <div className="moves">
        <AskButton words={words} lead={firstName(ready.project.lead.name)} onAsked={onAsked} />
        <button type="button" className="button big" onClick={onClear}>
          {nothingFound.showAll}
        </button>
      </div>
    </div>
  )
}

function EntryLink({ to, title }: { readonly to: string; readonly title: string }) {
  return (
    <a className="link" href={to} dir="auto" onClick={(event) => follow(event, to)}>
      {title}
    </a>
  )
}

const TYPING_MS = 300

/** What the bot would answer, asked for once the typing rests; null while it is not known. */
function useAnswer(words: string): SearchAnswer | null {
  const { api, ready } = useTab()
  const [answer, setAnswer] = useState<SearchAnswer | null>(null)
  useEffect(() => {
    let gone = false
    const timer = setTimeout(() => {
      void api.get(paths.searchSource(ready.project.id, words), searchAnswer).then((got) => {
        if (!gone) setAnswer(got.kind === 'ok' ? got.body : { entries: [], place: null })
      })
    }, TYPING_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [api, ready.project.id, words])
  return answer
}

type AskProps = { readonly words: string; readonly lead: string; readonly onAsked: () => void }

/** Lets what was typed wait as a question, which the lead is told of. */
function AskButton({ words, lead, onAsked }: AskProps) {
  const { api, ready, say } = useTab()
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    const asked = askRequest.safeParse({ question: words.trim() })
    if (!asked.success) {
      say({ text: nothingFound.tooLong })
      return
    }
    setBusy(true)
    const answer = await api.post(paths.questions(ready.project.id), asked.data, questionAnswer)
    setBusy(false)
    if (answer.kind !== 'ok') {
      say({ text: answer.kind === 'problem' ? answer.problem.text : problem.unreachable })
      return
    }
    say({ text: nothingFound.asked })
    onAsked()
  }
  return (
    <button type="button" className="button primary big" disabled={busy} onClick={() => void ask()}>
      {ready.project.lead.id === ready.start.me.id ? nothingFound.keep : nothingFound.ask(lead)}
    </button>
  )
}
