import { Add16Regular } from '@fluentui/react-icons/headless/svg/add'
import { Print16Regular } from '@fluentui/react-icons/headless/svg/print'
import { useState } from 'react'
import { paths } from '../../bot/contract/paths'
import { anchorAnswer, type SourcePage } from '../../bot/contract/source'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { Rag } from '../look/icons'
import { follow } from '../look/Nav'
import { counted, dateWords, weekWords } from '../look/words'
import { UNREACHABLE } from './changing'
import { pageWords } from './entryWords'

type HeadProps = { readonly page: SourcePage; readonly reload: () => void; readonly onNew: () => void }

/** What this page is, how much of it one may trust, and how the project stands. */
export function SourceHead({ page, reload, onNew }: HeadProps) {
  const { ready } = useTab()
  const { query } = useAddress()
  const { rag, week } = page.colour
  const recap = pathOf('recaps', query, week === null ? {} : { week })
  const waiting = page.questions.length
  return (
    <header className="source-head">
      <div className="source-title">
        <h2>How this project runs</h2>
        <button type="button" className="button not-phone" onClick={() => print()}>
          <Print16Regular /> Print
        </button>
        <button type="button" className="button not-phone" onClick={onNew}>
          <Add16Regular /> Add entry
        </button>
      </div>
      <p className="only-print">
        {ready.project.name}, {dateWords(ready.project.today, ready.project.today)}
      </p>
      <p className="quiet">{pageWords(page.entries)}</p>
      <p className="quiet source-facts">
        <span>
          <Rag colour={rag} />{' '}
          {week === null ? (
            'as it stands now'
          ) : (
            <>
              in the recap of{' '}
              <a className="link" href={recap} onClick={(event) => follow(event, recap)}>
                {weekWords(week).toLowerCase()}
              </a>
            </>
          )}
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
            {counted(waiting, 'question waits', 'questions wait')} for an answer
          </a>
        )}
        {!page.anchored && <AnchorButton reload={reload} />}
      </p>
    </header>
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
      say({ text: 'The channel gets its card in a moment' })
      reload()
      return
    }
    setAsked(false)
    say({ text: answer.kind === 'problem' ? answer.problem.text : UNREACHABLE })
  }
  return (
    <button type="button" className="link" disabled={asked} onClick={() => void post()}>
      Put its card in the channel
    </button>
  )
}
