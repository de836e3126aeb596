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
import { keptWords, waitsWords, wantedWords } from './itemWords'
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

const WORDS = { back: 'Back to the list', previous: 'Previous item', next: 'Next item' }

/** One item with its moves, facts, delay, what hangs on it and its history, beside the list. */
export default function ItemPane({ id, row, position, changing, onStep, onClose, ...rest }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, row?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={row?.title ?? detail?.title}
      words={{ ...WORDS, region: `Action item ${id}` }}
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
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'somebody'
  const waits = waitsWords(item)
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
      <div className="pane-body">
        <h2 dir="auto">
          <EditableText
            label="Title"
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
        {waits !== null && (
          <p className="waits" dir="auto">
            {waits}
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
              <Chat16Regular aria-hidden /> Where it was talked about
            </a>
          </p>
        )}
        <History lines={item.history} wordsOf={(line) => historyWords(line, today)} />
      </div>
    </>
  )
}

/** Why it stands still or has ended. */
function StateNote({ item }: { readonly item: ItemDetail }) {
  const { ready } = useTab()
  const { zone, today } = ready.project
  const { status, since, reason, needs, endedBy } = item
  if (since === null) return null
  const day = dateWords(dayOf(since, zone), today)
  if (status === 'blocked') {
    return (
      <p className="quote blocked" dir="auto">
        <b>
          Blocked since {day}
          {needs && `, needs ${firstName(needs.name)}`}
          {': '}
        </b>
        “{reason}”
      </p>
    )
  }
  return (
    <p className="quote" dir="auto">
      <b>
        {status === 'done' ? 'Done' : 'Not needed'} since {day}
        {endedBy && `, said ${firstName(endedBy.name)}`}
      </b>
      {reason !== null && `: “${reason}”`}
    </p>
  )
}
