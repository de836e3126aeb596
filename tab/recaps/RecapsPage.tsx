import { answered, empty, WORDS } from '#words/recaps'
import { paths } from '../../bot/contract/paths'
import { recapList, type RecapLine } from '../../bot/contract/recap'
import { useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { useEachRound } from '../data/useEachRound'
import { Rag } from '../look/Rag'
import { follow } from '../look/Nav'
import { PageSkeleton } from '../look/PageSkeleton'
import { CantLoadPage } from '../look/CantLoadPage'
import { Full } from '../look/states'
import { weekWords } from '../look/words'
import { CompareBar, CompareWith, type Way } from './CompareBar'
import { Differences } from './Differences'
import { Posted } from './Posted'
import { RagStrip } from './RagStrip'
import { weekName } from './recapWords'
import '../look/print.css'
import './recaps.css'

/** The posted recaps, newest first: one of them, or two compared. */
export default function RecapsPage() {
  const { ready } = useTab()
  const { query } = useAddress()
  const { value: list, failed, retry } = useEachRound(paths.recaps(ready.project.id), recapList)
  if (!list) {
    return failed ? <CantLoadPage what={WORDS.cantLoadList} retry={retry} /> : <PageSkeleton page="recaps" />
  }
  const newest = list.rows[0]
  if (!newest) return <NoRecap />
  const week = weekIn(query.get('week')) ?? newest.week
  const against = weekIn(query.get('with'))
  const other = against === week ? null : against
  return (
    <div className="recaps">
      <div className="recap-list">
        <RagStrip rows={list.rows} chosen={week} />
        {list.rows.map((line) => (
          <Line key={line.week} line={line} isChosen={line.week === week} isOther={line.week === other} />
        ))}
      </div>
      <div className="recap-page">
        <CompareWith rows={list.rows} week={week} other={other} />
        {other === null ? (
          <Posted key={week} week={week} />
        ) : (
          <Compared week={week} other={other} way={query.get('view') === 'side' ? 'side' : 'differences'} />
        )}
      </div>
    </div>
  )
}

function NoRecap() {
  return (
    <Full icon={null} title={empty.title} text={empty.text}>
      <p className="example">
        <b>@Plumbline</b> recap now
      </p>
    </Full>
  )
}

type Weeks = { readonly week: string; readonly other: string; readonly way: Way }

function Compared({ week, other, way }: Weeks) {
  // Their names are ordered as their weeks are.
  const [from, to] = week < other ? [week, other] : [other, week]
  return (
    <>
      <CompareBar from={from} to={to} way={way} />
      {way === 'differences' ? (
        <Differences week={week} other={other} />
      ) : (
        <div className="side-by-side">
          {[from, to].map((one) => (
            <section key={one} aria-label={weekName(one, from)}>
              <h3>{weekName(one, one === from ? to : from)}</h3>
              <Posted week={one} isBeside />
            </section>
          ))}
        </div>
      )}
    </>
  )
}

type LineProps = { readonly line: RecapLine; readonly isChosen: boolean; readonly isOther: boolean }

function Line({ line, isChosen, isOther }: LineProps) {
  const { search } = useAddress()
  const to = withQuery(search, { week: line.week, with: null, view: null })
  return (
    <a
      className={isOther ? 'recap-line is-other' : 'recap-line'}
      href={to}
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => follow(event, to)}
    >
      <b>{weekWords(line.week)}</b>
      <Rag colour={line.colour} />
      <span className="headline" dir="auto">
        {line.headline}
      </span>
      <small className="quiet">
        {line.answered ? answered(line.answered.answered, line.answered.asked) : ''}
      </small>
    </a>
  )
}

/** A week as an address names one. */
function weekIn(text: string | null): string | null {
  return text !== null && /^\d{4}-W\d\d$/.test(text) ? text : null
}
