import { list } from '#words/items'
import { note, pane, waits } from '#words/itemPane'
import { Chat16Regular } from '@fluentui/react-icons/headless/svg/chat'
import { useEffect } from 'react'
import type { ItemDetail, ItemRow } from '../../bot/contract/item'
import { useTab } from '../data/tab'
import { useDetail } from '../data/useDetail'
import { BothValues } from '../look/BothValues'
import { EditableText } from '../look/EditableText'
import { History } from '../look/History'
import { RecordPane } from '../look/RecordPane'
import { dateWords, dayOf, firstName } from '../look/words'
import type { ItemChanging } from './changing'
import { DelayLedger } from './DelayLedger'
import { ItemFacts } from './ItemFacts'
import { changesIn, historyWords } from './itemHistory'
import { ItemMoves } from './ItemMoves'
import { keptWords, wantedWords } from './itemWords'
import { WhatHangs } from './WhatHangs'

type Props = {
  readonly id: string
  readonly row: ItemRow | undefined
  readonly rows: readonly ItemRow[]
  readonly position: string
  readonly changing: ItemChanging
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
  /** Told once everything is there to be pressed. */
  readonly onShown: () => void
}

/** One item with its moves, facts, delay, what hangs on it and its history, beside the list. */
export default function ItemPane({ id, row, position, changing, onStep, onClose, ...rest }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, row?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={row?.title ?? detail?.title}
      words={{ ...pane, region: list.region(id) }}
      link={{ page: 'items', shows: { item: id } }}
    >
      {detail && <Detail key={id} item={detail} changing={changing} {...rest} />}
    </RecordPane>
  )
}

type DetailProps = Pick<Props, 'changing' | 'rows' | 'onOpen' | 'onShown'> & { readonly item: ItemDetail }

function Detail({ item, changing, rows, onOpen, onShown }: DetailProps) {
  const { ready, say } = useTab()
  const { members, today } = ready.project
  useEffect(onShown, [onShown])
  const contested = changing.conflict?.id === item.id ? changing.conflict : null
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? pane.somebody
  const waiting = waitsWords(item)
  return (
    <>
      {contested && (
        <BothValues
          last={contested.last}
          changes={changesIn(contested.last, today)}
          yours={wantedWords(contested.yours, nameOf, today)}
          theirs={keptWords(contested.yours, item, today)}
          onKeep={changing.keepTheirs}
          onSave={() => void changing.send(item, contested.yours, item.version)}
        />
      )}
      {/* Who may change nothing here finds nothing else to stand on, and still scrolls. */}
      <div className="pane-body" tabIndex={0}>
        <h2 dir="auto">
          <EditableText
            label={pane.title}
            value={item.title}
            canEdit={item.canChange}
            oneLine
            save={(title) => {
              void changing.send(item, { kind: 'edit', title }).then((sent) => {
                if (sent.kind === 'kept') say({ text: sent.why })
              })
            }}
          />
        </h2>
        {waiting !== null && (
          <p className="waits" dir="auto">
            {waiting}
          </p>
        )}
        <ItemMoves item={item} changing={changing} quiet={contested !== null} />
        <StateNote item={item} />
        <ItemFacts item={item} changing={changing} contested={contested} />
        <DelayLedger item={item} />
        <WhatHangs item={item} rows={rows} onOpen={onOpen} />
        {item.conversation !== null && (
          <p className="section">
            <a className="link" href={item.conversation} target="_blank" rel="noreferrer">
              <Chat16Regular aria-hidden /> {pane.conversation}
            </a>
          </p>
        )}
        <History lines={item.history} wordsOf={(line) => historyWords(line, today)} />
      </div>
    </>
  )
}

/** Who waits for it, and for what. */
function waitsWords({ for: who, unblocks }: ItemDetail): string | null {
  if (who === null) return unblocks === null ? null : waits.unblocks(unblocks)
  return unblocks === null ? waits.someone(firstName(who.name)) : waits.forWhat(firstName(who.name), unblocks)
}

/** Why it stands still or has ended. */
function StateNote({ item }: { readonly item: ItemDetail }) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  const { status, since, reason, needs, endedBy } = item
  if (since === null) return null
  const day = dateWords(dayOf(since, zone), today)
  const isBlocked = status === 'blocked'
  const { strong, said } = isBlocked
    ? note.blocked(day, needs && firstName(needs.name), reason ?? '')
    : note.ended(status === 'done', day, endedBy && firstName(endedBy.name), reason)
  return (
    <p className={isBlocked ? 'quote blocked' : 'quote'} dir="auto">
      <b>{strong}</b>
      {said}
    </p>
  )
}
