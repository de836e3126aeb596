import { facts } from '#words/items'
import { fact } from '#words/itemPane'
import { useState } from 'react'
import { personId, workstreamId } from '../../bot/contract/common'
import type { ItemChangeJson, ItemDetail } from '../../bot/contract/item'
import { useTab } from '../data/tab'
import { EditableText } from '../look/EditableText'
import { Face } from '../look/icons'
import { dateWords, momentWords } from '../look/words'
import { AskDialog } from './AskDialog'
import type { Conflict, ItemChanging } from './changing'
import { daysOver, isOpenItem } from './itemList'

type Props = {
  readonly item: ItemDetail
  readonly changing: ItemChanging
  readonly contested: Conflict | null
}

/** Whose it is, for whom, what it unblocks, when and where it belongs: each changed where it stands. */
export function ItemFacts({ item, changing, contested }: Props) {
  const { ready, say } = useTab()
  const { project } = ready
  const { canChange } = item
  const mark = (field: string) =>
    contested?.last.fields.some((change) => change.field === field) ? ' contested' : ''
  const save = (change: ItemChangeJson) => {
    void changing.send(item, change).then((sent) => {
      if (sent.kind === 'kept') say({ text: sent.why })
    })
  }
  return (
    <dl className="facts">
      <dt>{fact.owner}</dt>
      <dd>
        <Face name={item.owner.name} />
        {canChange && isOpenItem(item) ? (
          <PersonSelect
            id="pane-owner"
            label={fact.owner}
            chosen={item.owner}
            mark={mark('owner')}
            onChoose={(id) => id !== '' && save({ kind: 'own', owner: personId.parse(id) })}
          />
        ) : (
          item.owner.name
        )}
      </dd>
      <dt>{fact.whoWaits}</dt>
      <dd>
        <Face name={item.for?.name ?? null} />
        {canChange ? (
          <PersonSelect
            label={fact.whoWaits}
            chosen={item.for}
            nobody={fact.nobody}
            mark={mark('for')}
            onChoose={(id) => save({ kind: 'edit', for: id === '' ? null : personId.parse(id) })}
          />
        ) : (
          (item.for?.name ?? fact.nobody)
        )}
      </dd>
      <dt>{fact.unblocks}</dt>
      <dd>
        <EditableText
          label={fact.unblocks}
          value={item.unblocks ?? ''}
          canEdit={canChange}
          oneLine
          save={(unblocks) => save({ kind: 'edit', unblocks })}
        />
      </dd>
      <dt>{fact.due}</dt>
      <dd>
        <Due item={item} changing={changing} mark={mark('due')} />
      </dd>
      {project.workstreams.length > 0 && (
        <>
          <dt>{fact.workstream}</dt>
          <dd>
            {canChange ? (
              <select
                className={`frameless${mark('workstream')}`}
                aria-label={fact.workstream}
                value={item.workstream ?? ''}
                onChange={({ target }) =>
                  save({
                    kind: 'edit',
                    workstream: target.value === '' ? null : workstreamId.parse(target.value),
                  })
                }
              >
                <option value="">{fact.none}</option>
                {project.workstreams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            ) : (
              (item.workstreamName ?? fact.none)
            )}
          </dd>
        </>
      )}
      <dt>{fact.addedBy}</dt>
      <dd>
        <Face name={item.createdBy.name} />
        {item.createdBy.name} <small>{momentWords(item.createdAt, project.zone, project.today)}</small>
      </dd>
    </dl>
  )
}

type DueProps = Pick<Props, 'item' | 'changing'> & { readonly mark: string }

/** The date opens the form that asks for the new one and why. */
function Due({ item, changing, mark }: DueProps) {
  const { ready } = useTab()
  const { today } = ready.project
  const [asking, setAsking] = useState(false)
  const over = daysOver(item, today)
  const words = item.due === null ? fact.noDate : dateWords(item.due, today)
  return (
    <>
      {item.canChange && isOpenItem(item) ? (
        <button
          type="button"
          className={`frameless${mark}`}
          aria-label={fact.changeDue(words)}
          onClick={() => setAsking(true)}
        >
          {words}
        </button>
      ) : (
        words
      )}
      {over > 0 && <small className="late">{facts.over(over)}</small>}
      {asking && (
        <AskDialog
          asking={{ for: 'move', to: null }}
          row={item}
          project={ready.project}
          send={(change) => changing.send(item, change)}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}

type PersonProps = {
  readonly id?: string
  readonly label: string
  readonly chosen: ItemDetail['for']
  /** The word for nobody, where that can be chosen. */
  readonly nobody?: string
  readonly mark: string
  readonly onChoose: (id: string) => void
}

function PersonSelect({ id, label, chosen, nobody, mark, onChoose }: PersonProps) {
  const { ready } = useTab()
  const { members } = ready.project
  const left = chosen && !members.some((member) => member.id === chosen.id) ? chosen : null
  return (
    <select
      id={id}
      className={`frameless${mark}`}
      aria-label={label}
      value={chosen?.id ?? ''}
      onChange={({ target }) => onChoose(target.value)}
    >
      {nobody !== undefined && <option value="">{nobody}</option>}
      {left && <option value={left.id}>{left.name}</option>}
      {members.map((member) => (
        <option key={member.id} value={member.id}>
          {member.name}
        </option>
      ))}
    </select>
  )
}
