import { page as says, problem } from '#words/source'
import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Print16Regular } from '@fluentui/react-icons/headless/svg/print'
import { useState } from 'react'
import { paths } from '../../bot/contract/paths'
import { anchorAnswer, type SourcePage } from '../../bot/contract/source'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { Rag } from '../look/Rag'
import { follow } from '../look/Nav'
import { dateWords } from '../look/words'
import { pageWords } from './entryWords'

type HeadProps = { readonly page: SourcePage; readonly reload: () => void; readonly onNew: () => void }

/** What this page is, how much of it one may trust, and how the project stands. */
export function SourceHead({ page, reload, onNew }: HeadProps) {
  const { ready } = useTab()
  const { rag, week } = page.colour
  const waiting = page.questions.length
  return (
    <header className="source-head">
      <div className="source-title">
        <h2>{says.head}</h2>
        <button type="button" className="button not-phone" onClick={() => print()}>
          <Print16Regular /> {says.print}
        </button>
        <button type="button" className="button not-phone" onClick={onNew}>
          <Add16Regular /> {says.addEntry}
        </button>
      </div>
      <p className="only-print">
        {ready.project.name}, {dateWords(ready.project.today, ready.project.today)}
      </p>
      <p className="quiet">{pageWords(page.entries)}</p>
      <p className="quiet source-facts">
        <span>
          <Rag colour={rag} /> {week === null ? says.asItStands : <InRecap week={week} />}
        </span>
        {waiting > 0 && (
          <a
            className="link to-questions"
            href="#open-questions"
            onClick={(event) => {
              event.preventDefault()
              document.getElementById('open-questions')?.focus()
            }}
          >
            {says.questionsWait(waiting)}
          </a>
        )}
        {!page.anchored && <AnchorButton reload={reload} />}
      </p>
    </header>
  )
}

/** Which recap says the colour; its week leads to it. */
function InRecap({ week }: { readonly week: string }) {
  const { query } = useAddress()
  const to = pathOf('recaps', query, { week })
  const [before, link] = says.inRecap(Number(week.slice(-2)))
  return (
    <>
      {before}{' '}
      <a className="link" href={to} onClick={(event) => follow(event, to)}>
        {link}
      </a>
    </>
  )
}

/** The channel has no card of this page yet: anybody may put it there. */
function AnchorButton({ reload }: { readonly reload: () => void }) {
  const { api, ready, say } = useTab()
  const [asked, setAsked] = useState(false)
  const post = async () => {
    setAsked(true)
    const answer = await api.post(paths.anchor(ready.project.id), {}, anchorAnswer)
    if (answer.kind === 'ok') {
      say({ text: says.cardComes })
      reload()
      return
    }
    setAsked(false)
    say({ text: answer.kind === 'problem' ? answer.problem.text : problem.unreachable })
  }
  return (
    <button type="button" className="link" disabled={asked} onClick={() => void post()}>
      {says.putCard}
    </button>
  )
}
