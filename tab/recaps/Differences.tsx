import { NUMBER_WORD, WORDS } from '#words/recaps'
import type { ReactNode } from 'react'
import { paths } from '../../bot/contract/paths'
import { recapComparison, type RecapComparisonJson, type RecapLine } from '../../bot/contract/recap'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { useEachRound } from '../data/useEachRound'
import { Rag } from '../look/Rag'
import { follow } from '../look/Nav'
import { CantLoadPage } from '../look/CantLoadPage'
import { RecapBones } from './RecapBones'
import {
  blockedWords,
  changeWords,
  goLiveWords,
  lateWords,
  slippedIn,
  slipWords,
  weekName,
} from './recapWords'

/** What differs between the recaps of two weeks. */
export function Differences({ week, other }: { readonly week: string; readonly other: string }) {
  const { project } = useTab().ready
  const path = paths.recapComparison(project.id, week, other)
  const { value, failed, retry } = useEachRound(path, recapComparison)
  if (!value) return failed ? <CantLoadPage what={WORDS.cantCompare} retry={retry} /> : <RecapBones />
  const { today } = project
  return (
    <div className="differences">
      <section className="overall-change">
        <h3>{WORDS.overall}</h3>
        <Colours from={value.overall.from} to={value.overall.to} />
        <p>{goLiveWords(value.goLive.from, value.goLive.to, today)}</p>
      </section>
      <section>
        <h3>{WORDS.colours}</h3>
        {value.colours.length === 0 ? (
          <p className="quiet">{WORDS.noColours}</p>
        ) : (
          <ul className="colour-changes">
            {value.colours.map(({ name, from, to }) => (
              <li key={name}>
                <span dir="auto">{name}</span> <Colours from={from} to={to} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Numbers comparison={value} />
      <Slipped comparison={value} />
      <Lines title={WORDS.newlyBlocked} lines={value.newlyBlocked.map(blockedLine)} />
      <Lines title={WORDS.noLongerBlocked} lines={value.noLongerBlocked.map(blockedLine)} />
      <Lines title={WORDS.newlyLate} lines={value.newlyLate.map(lateLine)} />
      <Lines title={WORDS.noLongerLate} lines={value.noLongerLate.map(lateLine)} />
    </div>
  )

  function lateLine({ item, title, owner, due, days }: RecapComparisonJson['newlyLate'][number]): LineProps {
    return { item, title, facts: lateWords(owner.name, due, days, today), why: null }
  }
}

function blockedLine({
  item,
  title,
  owner,
  days,
  waits,
  reason,
}: RecapComparisonJson['newlyBlocked'][number]): LineProps {
  return { item, title, facts: blockedWords(owner.name, days, waits?.name ?? null), why: reason }
}

type Colour = RecapLine['colour'] | null

function Colours({ from, to }: { readonly from: Colour; readonly to: Colour }) {
  return (
    <span className="colours">
      {from ? <Rag colour={from} /> : <span className="quiet">{WORDS.notThere}</span>}
      <span aria-hidden="true">→</span>
      {to ? <Rag colour={to} /> : <span className="quiet">{WORDS.notThere}</span>}
    </span>
  )
}

function Numbers({ comparison: { from, to, numbers } }: { readonly comparison: RecapComparisonJson }) {
  return (
    <section>
      <h3 id="numbers">{WORDS.numbers}</h3>
      <table className="numbers" aria-labelledby="numbers">
        <thead>
          <tr>
            <th scope="col">{WORDS.what}</th>
            {[weekName(from, to), weekName(to, from), WORDS.change].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ what, from: was, to: is }) => (
            <tr key={what} className={was === is ? 'same' : undefined}>
              <th scope="row">{NUMBER_WORD[what]}</th>
              <td className="number">{was ?? WORDS.none}</td>
              <td className="number">{is ?? WORDS.none}</td>
              <td className="number change">{changeWords(was, is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Slipped({ comparison: { from, to, slipped } }: { readonly comparison: RecapComparisonJson }) {
  return (
    <Lines
      title={slippedIn(to)}
      lines={slipped.map((line) => ({
        item: line.item,
        title: line.title,
        facts: slipWords(line, from),
        why: line.why,
      }))}
    />
  )
}

type LineProps = {
  readonly item: string
  readonly title: string
  readonly facts: string
  readonly why: string | null
}

function Lines({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly LineProps[]
}): ReactNode {
  const { query } = useAddress()
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="record-lines">
        {lines.map((line) => {
          const to = pathOf('items', query, { q: line.item })
          return (
            <li key={line.item}>
              <a className="link" href={to} onClick={(event) => follow(event, to)}>
                {line.item}
              </a>
              <span>
                <span dir="auto">{line.title}</span>
                {line.why && (
                  <small className="quiet" dir="auto">
                    {line.why}
                  </small>
                )}
              </span>
              <span className="quiet">{line.facts}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
