import { EMPTY, WORDS } from '#words/overview'
import { overview, type OverviewJson } from '../../bot/contract/overview'
import { paths } from '../../bot/contract/paths'
import { useTab } from '../data/tab'
import { useEachRound } from '../data/useEachRound'
import { PageSkeleton } from '../look/PageSkeleton'
import { CantLoadPage } from '../look/CantLoadPage'
import { Full } from '../look/states'
import { AgeChart } from './AgeChart'
import { Hatch } from './chartParts'
import { OpenChart } from './OpenChart'
import '../look/print.css'
import './overview.css'
import { OverviewHead } from './OverviewHead'
import { Owners } from './Owners'
import { allOpen } from './overviewWords'
import { FlowChart, SlipsChart } from './WeekCharts'
import { Workstreams } from './Workstreams'

/** Where the project stands now and how it came there, each number beside what it is measured against. */
export default function OverviewPage() {
  const { ready } = useTab()
  const { value, failed, retry } = useEachRound(paths.overview(ready.project.id), overview)
  if (!value)
    return failed ? <CantLoadPage what={WORDS.page} retry={retry} /> : <PageSkeleton page="overview" />
  if (isEmpty(value)) return <NothingYet />
  return (
    <div className="overview" role="region" aria-label={WORDS.page} tabIndex={0}>
      <Hatch />
      <OverviewHead {...value} />
      <Workstreams workstreams={value.workstreams} />
      <div className="figures">
        <OpenChart days={value.days} />
        <FlowChart weeks={value.weeks} />
        <SlipsChart weeks={value.weeks} />
        <AgeChart ages={value.ages} oldest={value.oldest} />
        <Owners {...value} />
      </div>
    </div>
  )
}

/** Nothing was ever written down, so that everything would be a row of zeros. */
function isEmpty({ days, weeks, loads }: OverviewJson): boolean {
  const hadIssues = days.some(({ open }) => allOpen(open) > 0)
  const moved = weeks.some(({ opened, closed, slips }) => opened + closed + slips.first + slips.again > 0)
  return !hadIssues && !moved && loads.length === 0
}

function NothingYet() {
  return (
    <Full icon={null} title={EMPTY.title} text={EMPTY.text}>
      <p className="example">
        <b>@Plumbline</b> {EMPTY.example}
      </p>
    </Full>
  )
}
