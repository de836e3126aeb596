import { useState } from 'react'
import type { ItemChangeJson, ItemDetail } from '../../bot/contract/item'
import { ITEM_MOVES, type ItemMove } from '../../bot/domain/itemMoves'
import { useTab } from '../data/tab'
import { MoveRow } from '../look/MoveRow'
import { AskDialog } from './AskDialog'
import type { Asking } from './boardMoves'
import type { ItemChanging } from './changing'
import { hindranceWords, moveWord } from './itemWords'

type Props = {
  readonly item: ItemDetail
  readonly changing: ItemChanging
  /** Another region has the primary button now. */
  readonly quiet: boolean
}

/** Only what may be done next, the usual one first; whom to ask for who may not. */
export function ItemMoves({ item, changing, quiet }: Props) {
  const { ready, say } = useTab()
  const [asking, setAsking] = useState<Asking | null>(null)
  if (!item.canChange)
    return <p className="quiet">{hindranceWords('notYours', item, ready.project.lead.name)}</p>
  const send = (change: ItemChangeJson) => changing.send(item, change)
  const start = (move: ItemMove) => {
    if (move === 'done' || move === 'start') {
      void send({ kind: move }).then((sent) => {
        if (sent.kind === 'kept') say({ text: sent.why })
      })
    } else setAsking(move === 'move' ? { for: 'move', to: null } : { for: move })
  }
  return (
    <>
      <MoveRow
        moves={ITEM_MOVES[item.status].map((move) => ({
          key: move,
          word: moveWord(move, item),
          onPress: () => start(move),
        }))}
        quiet={quiet}
      />
      {asking && (
        <AskDialog
          asking={asking}
          row={item}
          project={ready.project}
          send={send}
          close={() => setAsking(null)}
        />
      )}
    </>
  )
}
