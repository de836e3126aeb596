import { facts } from '#words/items'
import { delay } from '#words/itemPane'
import type { ItemDetail } from '../../bot/contract/item'
import type { PlainDate } from '../../bot/domain/time'
import { useTab } from '../data/tab'
import { daysBetween, dayOf, firstName, shortDate } from '../look/words'
import { daysOver, laterBy, mondayOf } from './itemList'

/** The first date, each move with who and why, and how far it drifted: as a picture, and as the table behind it. */
export function DelayLedger({ item }: { readonly item: ItemDetail }) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  if (item.first === null || item.due === null) return null
  const over = daysOver(item, today)
  const behind = over > 0 ? daysBetween(item.first, today) : item.drift
  if (item.ledger.length === 0 && over === 0) return null
  const sum = delay.sum(behind, item.moves)
  return (
    <div className="section delay">
      <h3>
        {delay.head}
        <span className="delay-sum">
          <b>{sum.strong}</b>
          {sum.rest}
        </span>
      </h3>
      <DelayPicture item={item} first={item.first} due={item.due} today={today} over={over} />
      <table>
        <caption className="hidden">{delay.everyDate(item.id)}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{delay.saidOn}</th>
            <th scope="col">{delay.date}</th>
            <th scope="col">{delay.whoAndWhy}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{shortDate(dayOf(item.createdAt, zone))}</td>
            <td>{delay.first(shortDate(item.first))}</td>
            <td>{firstName(item.createdBy.name)}</td>
          </tr>
          {item.ledger.map(({ from, to, by, at, why }) => (
            <tr key={at}>
              <td>{shortDate(dayOf(at, zone))}</td>
              <td>
                <b>{delay.move(shortDate(from), shortDate(to))}</b>
              </td>
              <td dir="auto">{delay.said(firstName(by.name), why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const WIDTH = 388
const LINE = 56
const EDGE = 14

type PictureProps = {
  readonly item: ItemDetail
  readonly first: PlainDate
  readonly due: PlainDate
  readonly today: PlainDate
  readonly over: number
}

/** Time as a line: a ring where it was due at first, an arc for each move, and in red what is over. */
function DelayPicture({ item, first, due, today, over }: PictureProps) {
  const dates = [first, ...item.ledger.map(({ to }) => to), ...(over > 0 ? [today] : [])].toSorted()
  const from = laterBy(dates[0] ?? first, -3)
  const until = laterBy(dates.at(-1) ?? due, 4)
  const days = daysBetween(from, until)
  const x = (date: PlainDate) => EDGE + (daysBetween(from, date) / days) * (WIDTH - 2 * EDGE)
  return (
    <svg className="delay-picture" viewBox={`0 0 ${WIDTH} 84`} aria-hidden="true">
      <line className="axis" x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
      {mondays(from, until).map((monday) => (
        <g key={monday}>
          <line className="axis" x1={x(monday)} x2={x(monday)} y1={LINE} y2={LINE + 4} />
          <text className="tick" x={x(monday)} y={LINE + 18} textAnchor="middle">
            {shortDate(monday)}
          </text>
        </g>
      ))}
      {item.ledger.map(({ from: was, to, at }) => {
        const [left, right] = [x(was), x(to)]
        const height = Math.min(30, 10 + Math.abs(right - left) / 4)
        return (
          <g key={at}>
            <path
              className="arc"
              d={`M${left} ${LINE} C${left} ${LINE - height} ${right} ${LINE - height} ${right} ${LINE}`}
            />
            <text
              className="arc-word"
              x={(left + right) / 2}
              y={LINE - height * 0.75 - 4}
              textAnchor="middle"
            >
              {facts.drift(daysBetween(was, to))}
            </text>
            <circle className="dot" cx={right} cy={LINE} r="4" />
          </g>
        )
      })}
      {over > 0 && (
        <g className="over">
          <line className="over-line" x1={x(due)} x2={x(today)} y1={LINE} y2={LINE} />
          <line x1={x(today)} x2={x(today)} y1={LINE - 26} y2={LINE + 2} />
          <text
            x={x(today) + (x(today) > WIDTH - 110 ? -4 : 4)}
            y={LINE - 18}
            textAnchor={x(today) > WIDTH - 110 ? 'end' : 'start'}
          >
            {delay.todayOver(over)}
          </text>
        </g>
      )}
      <circle className="ring" cx={x(first)} cy={LINE} r="5" />
    </svg>
  )
}

/** At most five Mondays, evenly apart. */
function mondays(from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const first = mondayOf(laterBy(from, 6))
  const weeks = Math.max(0, Math.floor(daysBetween(first, until) / 7))
  const every = Math.max(1, Math.ceil((weeks + 1) / 5))
  return Array.from({ length: Math.floor(weeks / every) + 1 }, (_, index) =>
    laterBy(first, 7 * every * index),
  ).filter((monday) => monday <= until)
}
