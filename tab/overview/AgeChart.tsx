import { OPEN_WORD, WORDS, yardstick } from '#words/overview'
import { scaleBand, scaleLinear } from 'd3-scale'
import type { AgeBandJson, OverviewJson } from '../../bot/contract/overview'
import { go, pathOf, useAddress } from '../data/address'
import { follow } from '../look/Nav'
import { HEIGHT, INSET, LEAST, useWidth } from './chartParts'
import { Figure } from './Figure'
import { ageLabel, ageWords, allOpen, OPEN_KEYS } from './overviewWords'
import { useAgePath } from './SeverityLegend'

type Props = Pick<OverviewJson, 'ages' | 'oldest'>

/** How old the open issues are, by severity; each number leads to them. */
export function AgeChart({ ages, oldest }: Props) {
  const pathTo = useAgePath()
  return (
    <Figure
      title={WORDS.ages}
      yardstick={oldest && <Oldest oldest={oldest} />}
      table={{
        heads: [WORDS.age, WORDS.all, ...OPEN_KEYS.map((key) => OPEN_WORD[key])],
        rows: ages.map((band) => ({
          key: ageWords(band),
          cells: [
            ageWords(band),
            { count: allOpen(band.open), to: pathTo(band) },
            ...OPEN_KEYS.map((key) => ({ count: band.open[key], to: pathTo(band, key) })),
          ],
        })),
      }}
      nothing={oldest ? null : WORDS.noAges}
      legend={null}
    >
      <Drawing ages={ages} />
    </Figure>
  )
}

function Oldest({ oldest }: { readonly oldest: NonNullable<Props['oldest']> }) {
  const { query } = useAddress()
  const to = pathOf('issues', query, { issue: oldest.issue })
  return (
    <>
      <a className="link" href={to} onClick={(event) => follow(event, to)}>
        {oldest.issue}
      </a>{' '}
      {yardstick.oldest(oldest.days)}
    </>
  )
}

function Drawing({ ages }: { readonly ages: readonly AgeBandJson[] }) {
  const { ref, width } = useWidth()
  const pathTo = useAgePath()
  const x = scaleBand(ages.map(ageWords), [INSET.left, width - INSET.right]).padding(0.25)
  const most = Math.max(...ages.map(({ open }) => allOpen(open)), LEAST)
  const y = scaleLinear([0, most], [HEIGHT - INSET.bottom, INSET.top])
  const shown = Math.min(x.bandwidth(), 44)
  return (
    <div className="chart" ref={ref}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <line className="chart-zero" x1={INSET.left} x2={width - INSET.right} y1={y(0)} y2={y(0)} />
        {ages.map((age) => {
          const middle = (x(ageWords(age)) ?? 0) + x.bandwidth() / 2
          return (
            <g key={age.from} transform={`translate(${middle} 0)`}>
              {OPEN_KEYS.map((key, index) => {
                const from = OPEN_KEYS.slice(0, index).reduce((sum, one) => sum + age.open[one], 0)
                const height = y(from) - y(from + age.open[key])
                return height > 0 ? (
                  <rect
                    key={key}
                    className={`band area area-${key} edge-${key}`}
                    x={-shown / 2}
                    y={y(from + age.open[key])}
                    width={shown}
                    height={height}
                    onClick={() => go(pathTo(age, key))}
                  />
                ) : null
              })}
              {allOpen(age.open) > 0 && (
                <text
                  className="chart-count band"
                  y={y(allOpen(age.open)) - 4}
                  textAnchor="middle"
                  onClick={() => go(pathTo(age))}
                >
                  {allOpen(age.open)}
                </text>
              )}
              <text className="chart-scale" y={HEIGHT - 5} textAnchor="middle">
                {ageLabel(age)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
