import { OPEN_WORD, WORDS } from '#words/overview'
import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { DayJson } from '../../bot/contract/overview'
import type { PlainDate } from '../../bot/domain/time'
import { go } from '../data/address'
import { dateWords, shortDate } from '../look/words'
import { Ground, HEIGHT, INSET, LEAST, useWidth } from './chartParts'
import { Figure, type TableData } from './Figure'
import { allOpen, OPEN_KEYS, openYardstick, type OpenKey } from './overviewWords'
import { SeverityLegend, useSeverityPath } from './SeverityLegend'

type Days = { readonly days: readonly DayJson[] }

/** How many issues were open at the end of each day, the worst on the ground. Counts move in steps. */
export function OpenChart({ days }: Days) {
  const now = days.at(-1)
  const isFlat = days.every(({ open }) => allOpen(open) === 0)
  return (
    <Figure
      title={WORDS.openIssues}
      yardstick={openYardstick(days)}
      table={openTable(days)}
      nothing={isFlat ? WORDS.noIssues : null}
      legend={now && <SeverityLegend open={now.open} />}
    >
      <Drawing days={days} />
    </Figure>
  )
}

function openTable(days: readonly DayJson[]): TableData {
  const today = days.at(-1)?.date
  return {
    heads: [WORDS.day, WORDS.all, ...OPEN_KEYS.map((key) => OPEN_WORD[key])],
    rows: days.toReversed().map(({ date, open }) => ({
      key: date,
      cells: [dateWords(date, today ?? date), allOpen(open), ...OPEN_KEYS.map((key) => open[key])],
    })),
  }
}

type Point = { readonly from: number; readonly to: number }

function Drawing({ days }: Days) {
  const { ref, width } = useWidth()
  const pathTo = useSeverityPath()
  const x = scaleLinear([0, days.length], [INSET.left, width - INSET.right])
  const most = Math.max(...days.map(({ open }) => allOpen(open)), LEAST)
  const y = scaleLinear([0, most], [HEIGHT - INSET.bottom, INSET.top]).nice(3)
  const shape = area<Point>(
    (_, index) => x(index),
    (one) => y(one.from),
    (one) => y(one.to),
  ).curve(curveStepAfter)
  const edge = line<Point>(
    (_, index) => x(index),
    (one) => y(one.to),
  ).curve(curveStepAfter)
  return (
    <div className="chart" ref={ref}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <Ground y={y} width={width} />
        {OPEN_KEYS.toReversed().map((key) => {
          const points = band(days, key)
          if (points.every(({ from, to }) => from === to)) return null
          return (
            <g key={key} className="band" onClick={() => go(pathTo(key))}>
              <path className={`area area-${key}`} d={shape(points) ?? ''} />
              <path className={`edge edge-${key}`} d={edge(points) ?? ''} />
            </g>
          )
        })}
        <DayLabels days={days} x={x} />
      </svg>
    </div>
  )
}

/** A severity's share of each day, on top of what is worse; the last day has a width too. */
function band(days: readonly DayJson[], key: OpenKey): readonly Point[] {
  const below = OPEN_KEYS.slice(0, OPEN_KEYS.indexOf(key))
  const points = days.map(({ open }) => {
    const from = below.reduce((sum, one) => sum + open[one], 0)
    return { from, to: from + open[key] }
  })
  return [...points, ...points.slice(-1)]
}

const LABEL_PX = 56

/** The first day, Mondays as they fit, and today. */
function DayLabels({ days, x }: Days & { readonly x: (day: number) => number }) {
  const end = x(days.length)
  const labels: { date: PlainDate; at: number }[] = []
  days.forEach(({ date }, index) => {
    const at = x(index)
    const isMonday = new Date(`${date}T00:00:00Z`).getUTCDay() === 1
    const isFree = at - (labels.at(-1)?.at ?? -LABEL_PX) >= LABEL_PX && end - at >= LABEL_PX + 24
    if ((index === 0 || isMonday) && isFree) labels.push({ date, at })
  })
  return (
    <g className="chart-scale">
      {labels.map(({ date, at }) => (
        <text key={date} x={at} y={HEIGHT - 5}>
          {shortDate(date)}
        </text>
      ))}
      <text x={end} y={HEIGHT - 5} textAnchor="end">
        {WORDS.today}
      </text>
    </g>
  )
}
