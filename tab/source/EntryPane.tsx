import { KIND_WORD } from '#words/source'
import { change, fact, pane } from '#words/sourceEntry'
import { useState } from 'react'
import type { EntryDetail, EntryLine } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { useDetail } from '../data/useDetail'
import { BothValues } from '../look/BothValues'
import { History } from '../look/History'
import { Face } from '../look/icons'
import { RecordPane } from '../look/RecordPane'
import { momentWords } from '../look/words'
import type { EntryChanging } from './changing'
import { editOf } from './entryEdit'
import { EntryForm } from './EntryForm'
import { EntryMoves } from './EntryMoves'
import { EntryText } from './EntryText'
import { changesIn, entryHistoryWords, everyWords, wantedWords, writerWords } from './entryWords'
import { Offers } from './Offers'
import { TrustMark } from './TrustMark'

type Props = {
  readonly id: string
  readonly line: EntryLine | undefined
  readonly position: string
  readonly changing: EntryChanging
  readonly editing: boolean
  readonly onEdit: (on: boolean) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** One entry with what can be done to it, its facts and history, beside the page; on a phone a page of its own. */
export function EntryPane({ id, line, position, changing, editing, onEdit, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, line?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={line?.title ?? detail?.title}
      words={{ ...pane, region: pane.region(id) }}
      link={{ page: 'source', shows: { entry: id } }}
    >
      {detail && <Detail key={id} {...{ changing, editing, onEdit, onClose }} entry={detail} />}
    </RecordPane>
  )
}

type DetailProps = Pick<Props, 'changing' | 'editing' | 'onEdit' | 'onClose'> & {
  readonly entry: EntryDetail
}

function Detail({ entry, changing, editing, onEdit, onClose }: DetailProps) {
  const { ready } = useTab()
  const { project } = ready
  const contested = changing.conflict?.id === entry.id ? changing.conflict : null
  const nameOf = (id: string) => project.members.find((member) => member.id === id)?.name ?? pane.somebody
  const offers = changing.offers?.id === entry.id ? changing.offers.questions : []
  return (
    <>
      {contested && (
        <BothValues
          last={contested.last}
          changes={changesIn(contested.last)}
          yours={wantedWords(contested.yours, nameOf)}
          theirs={change.theirs}
          onKeep={() => {
            changing.keepTheirs()
            onEdit(false)
          }}
          onSave={() => {
            void changing.send(entry, contested.yours).then(({ kind }) => kind === 'saved' && onEdit(false))
          }}
        />
      )}
      {editing && entry.canChange ? (
        <div className="pane-body">
          <h2 className="hidden">{entry.title}</h2>
          <Editing {...{ entry, changing }} end={() => onEdit(false)} />
        </div>
      ) : (
        // Who may change nothing here finds nothing else to stand on, and still scrolls.
        <div className="pane-body" tabIndex={0}>
          <h2 dir="auto">{entry.title}</h2>
          {entry.removed ? <p className="trust">{pane.notOnPage}</p> : <TrustMark entry={entry} />}
          <EntryMoves
            {...{ entry, changing }}
            quiet={contested !== null}
            onEdit={() => onEdit(true)}
            onRemoved={onClose}
          />
          {entry.content.kind === 'empty' ? (
            <p className="quiet">
              {writerWords(entry.owner, { lead: project.lead, me: ready.start.me })} {pane.linkWillDo}
            </p>
          ) : (
            <EntryText content={entry.content} />
          )}
          <Offers entry={entry} questions={offers} onSettled={changing.endOffer} />
          <Facts entry={entry} />
          {entry.history.length > 0 && <History lines={entry.history} wordsOf={entryHistoryWords} />}
        </div>
      )}
    </>
  )
}

type EditingProps = {
  readonly entry: EntryDetail
  readonly changing: EntryChanging
  readonly end: () => void
}

/** The form stays with the version that it was opened with: a change that comes meanwhile is shown, not overwritten. */
function Editing({ entry, changing, end }: EditingProps) {
  const [opened] = useState(entry)
  const save = async (edit: ReturnType<typeof editOf>): Promise<string | null> => {
    if (!edit) {
      end()
      return null
    }
    const sent = await changing.send(opened, edit)
    if (sent.kind === 'saved') end()
    return sent.kind === 'kept' ? sent.why : null
  }
  return (
    <EntryForm
      entry={opened}
      submit={pane.save}
      onSubmit={(typed) => save(editOf(opened, typed))}
      onCancel={() => {
        changing.keepTheirs()
        end()
      }}
    />
  )
}

function Facts({ entry }: { readonly entry: EntryDetail }) {
  const { ready } = useTab()
  const { owner, kind, reviewDays, reads, verified, freshness } = entry
  return (
    <dl className="facts">
      <dt>{fact.owner}</dt>
      <dd>
        <Face name={owner?.name ?? null} /> {owner?.name ?? fact.nobody}
      </dd>
      <dt>{fact.under}</dt>
      <dd>{KIND_WORD[kind]}</dd>
      <dt>{fact.checked}</dt>
      <dd>{everyWords(reviewDays)}</dd>
      {verified && freshness.kind !== 'verified' && (
        <>
          <dt>{fact.lastVerified}</dt>
          <dd>
            {verified.by.name}{' '}
            <small>{momentWords(verified.at, ready.project.zone, ready.project.today)}</small>
          </dd>
        </>
      )}
      {reads && (
        <>
          <dt>{fact.readBy}</dt>
          <dd>
            {fact.read(reads.read, reads.of)}
            {reads.mine && <small>{fact.youRead}</small>}
          </dd>
        </>
      )}
    </dl>
  )
}
