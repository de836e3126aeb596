import { board } from '#words/items'
import { useEffect, useRef } from 'react'
import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { moveTo, type BoardMove } from './boardMoves'
import type { BoardGroup } from './itemQuery'
import { groupWords, hindranceWords } from './itemWords'

type Props = {
  readonly row: ItemRow
  readonly columns: readonly string[]
  readonly group: BoardGroup
  readonly project: ProjectFacts
  readonly onMove: (move: BoardMove) => void
  readonly close: () => void
}

/** The columns that a card can go to, and of the others why not: by keys and by one finger. */
export function MoveToDialog({ row, columns, group, project, onMove, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="move-to">
      <form method="dialog">
        <h2 id="move-to">{board.moveTo(row.id)}</h2>
        <p className="quiet" dir="auto">
          {row.title}
        </p>
        <ul className="move-list">
          {columns.map((key) => {
            const move = moveTo(row, group, key, project.today)
            const name = groupWords(group, key, project, [row])
            return (
              <li key={key}>
                {move.kind === 'change' || move.kind === 'ask' ? (
                  <button
                    type="button"
                    className="button big"
                    onClick={() => {
                      dialog.current?.close()
                      onMove(move)
                    }}
                  >
                    {move.kind === 'ask' ? `${name}…` : name}
                  </button>
                ) : (
                  <span>
                    <b>{name}</b>{' '}
                    <span className="quiet">
                      {move.kind === 'same'
                        ? board.standsThere
                        : hindranceWords(move.because, row, project.lead.name)}
                    </span>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <div className="dialog-buttons">
          <button type="submit" className="button big">
            {board.leave}
          </button>
        </div>
      </form>
    </dialog>
  )
}
