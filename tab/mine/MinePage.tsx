import { Warning16Regular } from '@fluentui/react-icons/headless/svg/warning'
import { useCallback, useEffect, useState } from 'react'
import { mine as mineShape, type Mine, type OwedJson } from '../../bot/contract/mine'
import { paths } from '../../bot/contract/paths'
import { tabPath, type Place } from '../../bot/contract/places'
import { asRead } from '../data/address'
import type { Api } from '../data/api'
import { SeverityShape } from '../look/icons'
import { Full } from '../look/states'
import { severityOf, weekWords } from '../look/words'
import { TRY_AGAIN } from '#words/common'
import {
  CARD_LINK,
  CARDS,
  cardWaits,
  FAILED,
  HEAD,
  LIST,
  NO_PROJECT,
  NOTHING,
  sum,
  unreachable as notReached,
} from '#words/mine'
import { besideWords, isTrouble, standWords } from './mineWords'
import './mine.css'

const EVERY_MS = 30_000

type Loaded = { readonly kind: 'loading' | 'failed' } | { readonly kind: 'loaded'; readonly mine: Mine }

/** What is one's own over all projects: cards that wait for an answer, then items and issues, latest trouble first. */
export function MinePage({ api }: { readonly api: Api }) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  const load = useCallback(async () => {
    const answer = await api.get(paths.mine, mineShape)
    if (answer.kind === 'ok') setLoaded({ kind: 'loaded', mine: answer.body })
    // What was there stays: it is at most some minutes old, and each link tells what stands now.
    else setLoaded((was) => (was.kind === 'loaded' ? was : { kind: 'failed' }))
  }, [api])
  useEffect(() => {
    void load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [load])
  return (
    <main className="main mine" aria-busy={loaded.kind === 'loading'}>
      {loaded.kind === 'loading' && <Skeleton />}
      {loaded.kind === 'failed' && (
        <>
          <h1 className="hidden">{HEAD}</h1>
          <Full icon={null} title={FAILED.title} text={FAILED.text}>
            <button type="button" className="button primary big" onClick={() => void load()}>
              {TRY_AGAIN}
            </button>
          </Full>
        </>
      )}
      {loaded.kind === 'loaded' && <Everything mine={loaded.mine} />}
    </main>
  )
}

function Everything({ mine }: { readonly mine: Mine }) {
  const { owed, cards, projects, unreachable } = mine
  const isEmpty = owed.length === 0 && cards.length === 0
  return (
    <>
      <h1 className={isEmpty ? 'hidden' : undefined}>{HEAD}</h1>
      {unreachable > 0 && (
        <p className="mine-note" role="status">
          <Warning16Regular aria-hidden /> {notReached(unreachable)}
        </p>
      )}
      {isEmpty && <Full icon={null} {...(projects === 0 && unreachable === 0 ? NO_PROJECT : NOTHING)} />}
      {cards.length > 0 && (
        <ul className="mine-cards" aria-label={CARDS}>
          {cards.map(({ project, week, items }) => (
            <li key={project.id}>
              <span dir="auto">{cardWaits(weekWords(week), project.name, items)}</span>
              <a className="button primary" href={addressOf(project.id, { page: 'mine' })}>
                {CARD_LINK}
              </a>
            </li>
          ))}
        </ul>
      )}
      {owed.length > 0 && (
        <>
          <p className="quiet">{sum(owed.length, projects)}</p>
          <ul className="mine-list" aria-label={LIST}>
            {owed.map((one) => (
              <li key={`${one.project.id} ${one.id}`}>
                <Line owed={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Line({ owed }: { readonly owed: OwedJson }) {
  return (
    <a className="mine-line" href={addressOf(owed.project.id, { page: 'record', id: owed.id })}>
      <span className="quiet mine-no">
        {owed.record === 'issue' && <SeverityShape severity={severityOf(owed)} />}
        {owed.id}
      </span>
      <span className="mine-title" dir="auto">
        {owed.title}
      </span>
      <span className={isTrouble(owed) ? 'mine-stand late' : 'mine-stand'}>{standWords(owed)}</span>
      <span className="quiet mine-beside" dir="auto">
        {besideWords(owed)}
      </span>
      <span className="quiet mine-where" dir="auto">
        {owed.project.name}, {owed.project.customer}
      </span>
    </a>
  )
}

/** In this very frame, in the theme and language that its address asked for. */
function addressOf(project: string, place: Place): string {
  return asRead(tabPath(project, place), new URLSearchParams(location.search))
}

function Skeleton() {
  return (
    <>
      <h1>{HEAD}</h1>
      <div className="mine-list" aria-hidden="true">
        {[62, 80, 54, 70, 46].map((width) => (
          <div key={width} className="mine-line">
            <span className="bone" style={{ width: `${width}%` }} />
          </div>
        ))}
      </div>
    </>
  )
}
