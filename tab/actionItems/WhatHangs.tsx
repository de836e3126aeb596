import { hangs } from '#words/itemPane'
import type { ItemDetail, ItemRow } from '../../bot/contract/item'
import { useTab } from '../data/tab'
import { Face } from '../look/icons'
import { hangsOf, type Hanging } from './hangs'
import { dueWords, troubleWords } from './itemWords'

type Props = {
  readonly item: ItemDetail
  readonly rows: readonly ItemRow[]
  readonly onOpen: (id: string) => void
}

/** What it waits for, the item itself, and what waits for it, each under what it waits for. */
export function WhatHangs({ item, rows, onOpen }: Props) {
  const { on, below } = hangsOf(item, rows)
  const goal = item.unblocks
  if (on.length === 0 && below.length === 0 && goal === null) return null
  return (
    <div className="section hangs">
      <h3>{hangs.head}</h3>
      {on.length > 0 && (
        <ul aria-label={hangs.on(item.id)} className="hangs-on">
          {on.map((row) => (
            <li key={row.id}>
              <Node row={row} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      <div className="hangs-node here">
        <Face name={item.owner.name} />
        <span dir="auto">
          <span className="quiet">{item.id}</span> <b>{item.title}</b>
        </span>
        <Trouble row={item} />
      </div>
      <ul aria-label={hangs.below(item.id)}>
        {below.map((hanging) => (
          <Branch key={hanging.item.id} hanging={hanging} onOpen={onOpen} />
        ))}
        {below.length === 0 && goal !== null && <Goal words={goal} />}
      </ul>
    </div>
  )
}

function Branch({ hanging, onOpen }: { readonly hanging: Hanging; readonly onOpen: Props['onOpen'] }) {
  const { item, then } = hanging
  return (
    <li>
      <Node row={item} onOpen={onOpen} />
      {(then.length > 0 || item.unblocks !== null) && (
        <ul>
          {then.map((next) => (
            <Branch key={next.item.id} hanging={next} onOpen={onOpen} />
          ))}
          {then.length === 0 && item.unblocks !== null && <Goal words={item.unblocks} />}
        </ul>
      )}
    </li>
  )
}

function Node({ row, onOpen }: { readonly row: ItemRow; readonly onOpen: Props['onOpen'] }) {
  return (
    <button type="button" className="hangs-node" onClick={() => onOpen(row.id)}>
      <Face name={row.owner.name} />
      <span dir="auto">
        <span className="quiet">{row.id}</span> {row.title}
      </span>
      <Trouble row={row} />
    </button>
  )
}

function Trouble({ row }: { readonly row: ItemRow }) {
  const { ready } = useTab()
  const trouble = troubleWords(row, ready.project)
  return trouble === null ? (
    <small>{dueWords(row, ready.project.today)}</small>
  ) : (
    <small className="strong">{trouble}</small>
  )
}

/** What somebody can start then, in their words. */
function Goal({ words }: { readonly words: string }) {
  return (
    <li>
      <div className="hangs-node goal">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M8 2.5 13.5 8 8 13.5 2.5 8z" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <span dir="auto">{words}</span>
      </div>
    </li>
  )
}
