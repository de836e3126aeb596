import { WORDS } from '#words/overview'
import { scaleBand, scaleLinear } from 'd3-scale'
import type { WeekJson } from '../../bot/contract/overview'
import { weekWords } from '../look/words'
import { HEIGHT, INSET, LEAST, useWidth } from './chartParts'
import { Figure } from './Figure'
import { flowYardstick, slipsYardstick, weekNumber } from './overviewWords'

type Weeks = { readonly weeks: readonly WeekJson[] }

/** What was opened in each week above the ground, what was closed below it. */
export function FlowChart({ weeks }: Weeks) {
  const isFlat = weeks.every(({ opened, closed }) => opened + closed === 0)
  return (
    <Figure
      title={WORDS.flow}
      yardstick={flowYardstick(weeks)}
      table={{
        heads: [WORDS.week, WORDS.opened, WORDS.reopened, WORDS.closed],
        rows: weeks.toReversed().map(({ week, opened, reopened, closed }) => ({
          key: week,
          cells: [weekWords(week), opened, reopened, closed],
        })),
      }}
      nothing={isFlat ? WORDS.noFlow : null}
      legend={
        <Legend
          of={[
            ['opened', WORDS.opened, null],
            ['closed', WORDS.closed, WORDS.closedMeans],
          ]}
        />
      }
    >
      <Flow weeks={weeks} />
    </Figure>
  )
}

function Flow({ weeks }: Weeks) {
  const { ref, width } = useWidth()
  const x = weekScale(weeks, width)
  const up = Math.max(...weeks.map(({ opened }) => opened), LEAST)
  const down = Math.max(...weeks.map(({ closed }) => closed), 2)
  const y = scaleLinear([-down, up], [HEIGHT - INSET.bottom - 14, INSET.top])
  return (
    <div className="chart" ref={ref}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <line className="chart-zero" x1={INSET.left} x2={width - INSET.right} y1={y(0)} y2={y(0)} />
        {weeks.map(({ week, opened, closed }) => (
          <g key={week} transform={`translate(${x(week) ?? 0} 0)`}>
            <Bar kind="opened" width={x.bandwidth()} from={y(opened)} to={y(0)} />
            <Bar kind="closed" width={x.bandwidth()} from={y(0) + 1} to={y(-closed) + 1} />
            <Count of={opened} x={x.bandwidth() / 2} y={y(opened) - 4} />
            <Count of={closed} x={x.bandwidth() / 2} y={y(-closed) + 13} />
          </g>
        ))}
        <WeekLabels weeks={weeks} x={x} />
      </svg>
    </div>
  )
}

/** How many dates were moved to a later one in each week; those that had been moved before stand on top. */
export function SlipsChart({ weeks }: Weeks) {
  const isFlat = weeks.every(({ slips }) => slips.first + slips.again === 0)
  return (
    <Figure
      title={WORDS.slips}
      yardstick={slipsYardstick(weeks)}
      table={{
        heads: [WORDS.week, WORDS.all, WORDS.firstMove, WORDS.furtherMove, WORDS.days],
        rows: weeks.toReversed().map(({ week, slips }) => ({
          key: week,
          cells: [weekWords(week), slips.first + slips.again, slips.first, slips.again, slips.days],
        })),
      }}
      nothing={isFlat ? WORDS.noSlips : null}
      legend={
        <Legend
          of={[
            ['again', WORDS.furtherMove, null],
            ['first', WORDS.firstMove, null],
          ]}
        />
      }
    >
      <Slips weeks={weeks} />
    </Figure>
  )
}

function Slips({ weeks }: Weeks) {
  const { ref, width } = useWidth()
  const x = weekScale(weeks, width)
  const most = Math.max(...weeks.map(({ slips }) => slips.first + slips.again), LEAST)
  const y = scaleLinear([0, most], [HEIGHT - INSET.bottom, INSET.top])
  return (
    <div className="chart" ref={ref}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <line className="chart-zero" x1={INSET.left} x2={width - INSET.right} y1={y(0)} y2={y(0)} />
        {weeks.map(({ week, slips: { first, again } }) => (
          <g key={week} transform={`translate(${x(week) ?? 0} 0)`}>
            <Bar kind="first" width={x.bandwidth()} from={y(first)} to={y(0)} />
            <Bar kind="again" width={x.bandwidth()} from={y(first + again)} to={y(first)} />
            <Count of={first + again} x={x.bandwidth() / 2} y={y(first + again) - 4} />
          </g>
        ))}
        <WeekLabels weeks={weeks} x={x} />
      </svg>
    </div>
  )
}

function weekScale(weeks: readonly WeekJson[], width: number) {
  return scaleBand(
    weeks.map(({ week }) => week),
    [INSET.left, width - INSET.right],
  )
    .paddingInner(0.35)
    .paddingOuter(0.2)
}

type Span = { readonly kind: string; readonly width: number; readonly from: number; readonly to: number }

function Bar({ kind, width, from, to }: Span) {
  // A few weeks' bars would be as wide as walls.
  const shown = Math.min(width, 28)
  return to > from ? (
    <rect
      className={`bar-of bar-${kind}`}
      x={(width - shown) / 2}
      y={from}
      width={shown}
      height={to - from}
    />
  ) : null
}

function Count({ of, x, y }: { readonly of: number; readonly x: number; readonly y: number }) {
  return of > 0 ? (
    <text className="chart-count" x={x} y={y} textAnchor="middle">
      {of}
    </text>
  ) : null
}

function WeekLabels({ weeks, x }: Weeks & { readonly x: ReturnType<typeof weekScale> }) {
  return weeks.map(({ week }, index) => (
    <text
      key={week}
      className={index === weeks.length - 1 ? 'chart-scale chart-this' : 'chart-scale'}
      x={(x(week) ?? 0) + x.bandwidth() / 2}
      y={HEIGHT - 5}
      textAnchor="middle"
    >
      {weekNumber(week)}
    </text>
  ))
}

type LegendRows = readonly (readonly [kind: string, word: string, means: string | null])[]

function Legend({ of }: { readonly of: LegendRows }) {
  return (
    <ul className="legend">
      {of.map(([kind, word, means]) => (
        <li key={kind} title={means ?? undefined}>
          <span className={`swatch bar-${kind}`} aria-hidden="true" /> {word}
        </li>
      ))}
    </ul>
  )
}
