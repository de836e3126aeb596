import { listName, more as moreWords, nobodyWaits } from '#words/waiting'
import { useMemo } from 'react'
import type { ItemRow } from '../../bot/contract/item'
import { useTab } from '../data/tab'
import { Face } from '../look/icons'
import { Full } from '../look/states'
import { firstName } from '../look/words'
import { daysOver } from './itemList'
import { ItemShape, LateShape } from './ItemShape'
import { dueWords, troubleWords } from './itemWords'
import { longestChain, ringsIn, waitsIn, type Wait } from './waiting'
import { LABEL_LINE, LABEL_LINES, layOut, type PersonBox, type WaitArrow } from './waitLayout'
import { chainWords, itemWithTrouble, personFacts, ringWords, waitHead } from './waitWords'

type Props = {
  readonly rows: readonly ItemRow[]
  readonly open: string | null
  readonly onOpen: (id: string) => void
}

/** Who waits for whom: the longest chain in a sentence, a drawing, and the same as a list. */
export default function WaitPage({ rows, open, onOpen }: Props) {
  const { ready } = useTab()
  const { project } = ready
  const waits = useMemo(() => waitsIn(rows, project.today), [rows, project.today])
  if (waits.length === 0) return <Full icon={null} {...nobodyWaits} />
  const chain = longestChain(waits)
  const rings = ringsIn(waits)
  return (
    <div className="waits-page">
      <p className="chain" dir="auto">
        {chainWords(chain, project)}
      </p>
      {rings.map((ring) => (
        <p key={ring.map(({ id }) => id).join(' ')} className="quote blocked">
          {ringWords(ring)}
        </p>
      ))}
      <Picture waits={waits} chain={chain} open={open} onOpen={onOpen} />
      <ul className="wait-list" aria-label={listName}>
        {waits.map((wait) => (
          <li key={`${wait.who.id} ${wait.on.id}`}>
            <h2>
              <Face name={wait.who.name} /> {waitHead(wait)}
            </h2>
            <ul>
              {wait.items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className="wait-item"
                    aria-current={item.id === open ? 'true' : undefined}
                    onClick={() => onOpen(item.id)}
                  >
                    <ItemShape status={item.status} silent />
                    <span className="quiet">{item.id}</span>
                    <span className="wait-title" dir="auto">
                      {item.title}
                    </span>
                    <span className={troubleWords(item, project) === null ? 'quiet' : 'late'}>
                      {troubleWords(item, project) ?? dueWords(item, project.today)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PictureProps = {
  readonly waits: readonly Wait[]
  readonly chain: readonly Wait[]
  readonly open: string | null
  readonly onOpen: (id: string) => void
}

/** For the eye and the pointer alone: whoever reads by ear or keys has the list below, which says the same. */
function Picture({ waits, chain, open, onOpen }: PictureProps) {
  const { width, height, people, arrows } = useMemo(() => layOut(waits), [waits])
  return (
    <div className="wait-picture" aria-hidden="true" dir="ltr">
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }}>
        <defs>
          <marker
            id="wait-head"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="10"
            markerHeight="10"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" fill="context-stroke" />
          </marker>
        </defs>
        {arrows.map((arrow) => (
          <path
            key={`${arrow.wait.who.id} ${arrow.wait.on.id}`}
            className={chain.includes(arrow.wait) ? 'wait-line in-chain' : 'wait-line'}
            d={lineThrough(arrow)}
            markerEnd="url(#wait-head)"
          />
        ))}
        {arrows.map((arrow) => (
          <Label key={`${arrow.wait.who.id} ${arrow.wait.on.id}`} {...{ arrow, open, onOpen }} />
        ))}
        {people.map((box) => (
          <PersonNode key={box.person.id} box={box} waits={waits} />
        ))}
      </svg>
    </div>
  )
}

/** A smooth line through the points that the layout gave. */
function lineThrough({ points }: WaitArrow): string {
  const [start, ...rest] = points
  if (!start) return ''
  const curves = rest.map((point, index) => {
    const before = points[index] ?? start
    const middle = (before.x + point.x) / 2
    return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`
  })
  return `M${start.x} ${start.y}${curves.join('')}`
}

function PersonNode({ box, waits }: { readonly box: PersonBox; readonly waits: readonly Wait[] }) {
  const { person, x, y, width, height } = box
  const by = waits.filter(({ on }) => on.id === person.id).length
  const on = waits.filter(({ who }) => who.id === person.id).length
  return (
    <g transform={`translate(${x - width / 2} ${y - height / 2})`}>
      <rect className="wait-person" width={width} height={height} rx="4" />
      <text className="wait-name" x="12" y="18">
        {firstName(person.name)}
      </text>
      <text className="wait-facts" x="12" y="34">
        {personFacts(by, on)}
      </text>
    </g>
  )
}

type LabelProps = {
  readonly arrow: WaitArrow
  readonly open: string | null
  readonly onOpen: (id: string) => void
}

/** What the wait is about: each item with the shape and the words of its trouble. */
function Label({ arrow, open, onOpen }: LabelProps) {
  const { ready } = useTab()
  const { project } = ready
  const { x, y, width, height } = arrow.label
  const { items } = arrow.wait
  const more = items.length - LABEL_LINES
  return (
    <g transform={`translate(${x - width / 2} ${y - height / 2})`}>
      <rect className="wait-label" width={width} height={height} rx="4" />
      {items.slice(0, LABEL_LINES).map((item, index) => (
        <g
          key={item.id}
          className={item.id === open ? 'wait-line-item open' : 'wait-line-item'}
          transform={`translate(0 ${3 + index * LABEL_LINE})`}
          onClick={() => onOpen(item.id)}
        >
          <title>{item.title}</title>
          <rect width={width} height={LABEL_LINE} rx="4" />
          <svg x="6" y="2" width="16" height="16" overflow="visible">
            {item.status !== 'blocked' && daysOver(item, project.today) > 0 ? (
              <LateShape />
            ) : (
              <ItemShape status={item.status} silent />
            )}
          </svg>
          <text x="28" y="14" className={troubleWords(item, project) === null ? undefined : 'strong'}>
            {itemWithTrouble(item, project)}
          </text>
        </g>
      ))}
      {more > 0 && (
        <text className="wait-facts" x="28" y={17 + LABEL_LINES * LABEL_LINE}>
          {moreWords(more)}
        </text>
      )}
    </g>
  )
}
