import { goLive as goLiveSays, WORDS } from '#words/overview'
import { Print16Regular } from '@fluentui/react-icons/headless/svg/print'
import type { OverviewJson } from '../../bot/contract/overview'
import { useTab } from '../data/tab'
import { Rag } from '../look/Rag'
import { dateWords } from '../look/words'
import { Evidence } from './Evidence'
import { goLiveYardstick, verdictWords } from './overviewWords'
import { PastStrip } from './PastStrip'

type Props = Pick<OverviewJson, 'headline' | 'overall' | 'goLive'>

/** The project's colour with what it rests on, in one line that the recap would say too; and the go-live. */
export function OverviewHead({ headline, overall, goLive }: Props) {
  const words = verdictWords(overall)
  return (
    <div className="overview-head">
      <Rag colour={overall.colour} />
      <div className="overview-line">
        <h2 dir="auto">{headline}</h2>
        <Evidence evidence={overall.evidence} />
        <div className="overview-before">
          <PastStrip past={overall.past} />
          {words !== '' && (
            <p className="quiet" dir="auto">
              {words}
            </p>
          )}
        </div>
      </div>
      {goLive && <GoLive goLive={goLive} />}
      <button type="button" className="button not-phone not-print" onClick={() => print()}>
        <Print16Regular /> {WORDS.print}
      </button>
    </div>
  )
}

function GoLive({ goLive }: { readonly goLive: NonNullable<OverviewJson['goLive']> }) {
  const { today } = useTab().ready.project
  const { date, driftDays, daysLeft } = goLive
  return (
    <dl className="go-live">
      <dt>{WORDS.goLive}</dt>
      <dd>
        <b>{dateWords(date, today)}</b>{' '}
        <span className={driftDays > 0 ? 'late' : 'quiet'}>{goLiveSays.drift(driftDays)}</span>
        <br />
        <span className="quiet">
          {goLiveSays.daysLeft(daysLeft)} · {goLiveYardstick(goLive, today)}
        </span>
      </dd>
    </dl>
  )
}
