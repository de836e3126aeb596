import { WORDS } from '#words/recaps'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import { Print20Regular } from '@fluentui/react-icons/headless/svg/print'
import type { RecapLine } from '../../bot/contract/recap'
import { go, pathOf, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { follow } from '../look/Nav'
import { Action } from './RecapActions'
import { comparisonName, weekName } from './recapWords'

export type Way = 'differences' | 'side'

type Choice = { readonly rows: readonly RecapLine[]; readonly week: string; readonly other: string | null }

/** Chooses the week to compare with. */
export function CompareWith({ rows, week, other }: Choice) {
  const { search } = useAddress()
  const others = rows.filter((row) => row.week !== week)
  if (others.length === 0) return null
  const isListed = others.some((row) => row.week === other)
  return (
    <label className="compare-with">
      {WORDS.compareWith}{' '}
      <select
        className="plain-select"
        value={other ?? ''}
        onChange={(event) =>
          go(withQuery(search, { with: event.target.value, view: other ? viewIn(search) : null }))
        }
      >
        <option value="">{WORDS.compareHint}</option>
        {other !== null && !isListed && <option value={other}>{weekName(other, week)}</option>}
        {others.map((row) => (
          <option key={row.week} value={row.week}>
            {weekName(row.week, week)}
          </option>
        ))}
      </select>
    </label>
  )
}

function viewIn(search: string): string | null {
  return new URLSearchParams(search).get('view')
}

type Bar = { readonly from: string; readonly to: string; readonly way: Way }

/** Over a comparison: which weeks, in which way, and how to leave it. */
export function CompareBar({ from, to, way }: Bar) {
  const { search, query } = useAddress()
  const { host, say } = useTab()
  const ways: readonly [Way, string, string][] = [
    ['differences', WORDS.differences, withQuery(search, { view: null })],
    ['side', WORDS.sideBySide, withQuery(search, { view: 'side' })],
  ]
  const link = async () => {
    const path = pathOf('recaps', query, { week: to, with: from, ...(way === 'side' && { view: 'side' }) })
    await navigator.clipboard.writeText(host.linkTo(path, `recap:${to}:${from}`, comparisonName(from, to)))
    say({ text: WORDS.linkCopied })
  }
  const alone = withQuery(search, { with: null, view: null })
  return (
    <div className="compare-bar">
      <h2>{comparisonName(from, to)}</h2>
      <nav className="views" aria-label={WORDS.ways}>
        {ways.map(([name, word, path]) => (
          <a
            key={name}
            href={path}
            aria-current={name === way ? 'true' : undefined}
            onClick={(event) => follow(event, path)}
          >
            {word}
          </a>
        ))}
      </nav>
      <span className="spacer" />
      <Action name={WORDS.printBoth} short={WORDS.printShort} onClick={() => print()}>
        <Print20Regular />
      </Action>
      <Action
        name={WORDS.copyLinkToComparison}
        short={WORDS.copyLinkToComparison}
        onClick={() => {
          link().catch(() => say({ text: WORDS.linkNotCopied }))
        }}
      >
        <Link20Regular />
      </Action>
      <a className="button" href={alone} onClick={(event) => follow(event, alone)}>
        {WORDS.stop}
      </a>
    </div>
  )
}
