import { board, facts, STATUS_WORD } from '#words/items'
import { ArrowRight16Regular } from '@fluentui/react-icons/headless/svg/arrow-right'
import { useState, type KeyboardEvent } from 'react'
import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { Face } from '../look/icons'
import { firstName } from '../look/words'
import { moveTo, type BoardMove } from './boardMoves'
import { daysOver, groupKey, LATE } from './itemList'
import type { BoardGroup } from './itemQuery'
import { ItemShape, LateShape } from './ItemShape'
import { dueWords, groupWords, hindranceWords } from './itemWords'

type Props = {
  readonly columns: readonly string[]
  readonly rows: readonly ItemRow[]
  readonly group: BoardGroup
  readonly project: ProjectFacts
  readonly focused: string | null
  readonly open: string | null
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
  /** Opens the list of columns that the card may go to. */
  readonly onMoveMenu: (row: ItemRow) => void
  readonly onMove: (row: ItemRow, move: BoardMove) => void
}

/** The items as cards in columns. A card goes to another column by drag, by its button, or by keys. */
export function ItemBoard(props: Props) {
  const { columns, rows, group, project } = props
  const [dragged, setDragged] = useState<ItemRow | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const cards = (key: string) => rows.filter((row) => groupKey(row, group, project.today) === key)
  return (
    <div
      className="board"
      role="group"
      aria-label={board.name}
      onKeyDown={(event) => walk(event, columns, cards, props)}
    >
      {columns.map((key) => {
        const there = cards(key)
        const name = groupWords(group, key, project, there)
        const move = dragged && moveTo(dragged, group, key, project.today)
        const hindrance = move?.kind === 'no' ? move.because : null
        return (
          <section
            key={key}
            className={`column${over === key && move ? ` over-${move.kind}` : ''}${hindrance ? ' shut' : ''}`}
            aria-label={board.column(name, there.length)}
            onDragOver={(event) => {
              if (!dragged) return
              event.preventDefault()
              // Also where it can't stay: letting it go there says why.
              event.dataTransfer.dropEffect = 'move'
              setOver(key)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && move) props.onMove(dragged, move)
              setDragged(null)
            }}
          >
            <h2>
              {group === 'owner' && <Face name={name} />}
              {group === 'state' && <StateOf status={key} />}
              <span className={key === LATE && there.length > 0 ? 'late' : undefined}>{name}</span>
              <span className="quiet">{there.length}</span>
            </h2>
            {hindrance && dragged && (
              <p className="quiet shut-why">{hindranceWords(hindrance, dragged, project.lead.name)}</p>
            )}
            <ul>
              {there.map((row) => (
                <Card
                  key={row.id}
                  row={row}
                  {...props}
                  onDrag={(on) => {
                    setDragged(on ? row : null)
                    setOver(null)
                  }}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function StateOf({ status }: { readonly status: string }) {
  const known = Object.keys(STATUS_WORD).find((one): one is ItemRow['status'] => one === status)
  return known ? <ItemShape status={known} silent /> : null
}

type CardProps = Props & { readonly row: ItemRow; readonly onDrag: (on: boolean) => void }

function Card({ row, group, project, focused, open, onFocus, onOpen, onMoveMenu, onDrag }: CardProps) {
  const late = daysOver(row, project.today) > 0
  return (
    <li
      className={row.id === open ? 'card open' : 'card'}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', row.id)
        event.dataTransfer.effectAllowed = 'move'
        onDrag(true)
      }}
      onDragEnd={() => onDrag(false)}
    >
      <button
        type="button"
        id={`row-${row.id}`}
        className="card-open"
        tabIndex={row.id === focused ? 0 : -1}
        aria-current={row.id === open ? 'true' : undefined}
        onFocus={() => onFocus(row.id)}
        onClick={() => onOpen(row.id)}
      >
        <span className="card-head">
          <span className="quiet">{row.id}</span>
          {group !== 'state' && <ItemShape status={row.status} />}
        </span>
        <span className="card-title" dir="auto">
          {row.title}
        </span>
        <span className="card-facts">
          {group !== 'owner' && (
            <span className="who">
              <Face name={row.owner.name} /> {firstName(row.owner.name)}
            </span>
          )}
          {row.for && <span className="quiet">{facts.for(firstName(row.for.name))}</span>}
          <span className={late ? 'late due' : 'due'}>
            {late && <LateShape />}
            {dueWords(row, project.today)}
          </span>
        </span>
      </button>
      <button
        type="button"
        className="icon-button card-move"
        tabIndex={row.id === focused ? 0 : -1}
        aria-label={board.move(row.id)}
        onClick={() => onMoveMenu(row)}
      >
        <ArrowRight16Regular />
      </button>
    </li>
  )
}

/** Arrows go from card to card: down the column, and to the nearest card of the column beside it. */
function walk(
  event: KeyboardEvent,
  columns: readonly string[],
  cardsOf: (key: string) => readonly ItemRow[],
  { focused, onFocus, group, project, rows }: Props,
): void {
  const side = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const row = rows.find(({ id }) => id === focused)
  if (side === 0 || !row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const here = groupKey(row, group, project.today)
  const by = getComputedStyle(event.currentTarget).direction === 'rtl' ? -side : side
  const at = cardsOf(here).findIndex(({ id }) => id === row.id)
  for (let index = columns.indexOf(here) + by; index >= 0 && index < columns.length; index += by) {
    const there = cardsOf(columns[index] ?? '')
    const next = there[Math.min(at, there.length - 1)]
    if (!next) continue
    event.preventDefault()
    onFocus(next.id)
    document.getElementById(`row-${next.id}`)?.focus()
    return
  }
}
