import { useState } from 'react'
import type { EntryDetail, EntryLine } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { useDetail } from '../data/useDetail'
import { BothValues } from '../look/BothValues'
import { History } from '../look/History'
import { Face } from '../look/icons'
import { RecordPane } from '../look/RecordPane'
import { counted, momentWords } from '../look/words'
import type { EntryChanging } from './changing'
import { editOf } from './entryEdit'
import { EntryForm } from './EntryForm'
import { EntryMoves } from './EntryMoves'
import { EntryText } from './EntryText'
import { changesIn, entryHistoryWords, everyWords, KIND_WORD, wantedWords, writerWords } from './entryWords'
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

const WORDS = { back: 'Back to the page', previous: 'Previous entry', next: 'Next entry' }

/** One entry with what can be done to it, its facts and history, beside the page; on a phone a page of its own. */
export function EntryPane({ id, line, position, changing, editing, onEdit, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, line?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={line?.title ?? detail?.title}
      words={{ ...WORDS, region: `Entry ${id}` }}
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
  const nameOf = (id: string) => project.members.find((member) => member.id === id)?.name ?? 'somebody'
  const offers = changing.offers?.id === entry.id ? changing.offers.questions : []
  return (
    <>
      {contested && (
        <BothValues
          last={contested.last}
          changes={changesIn(contested.last)}
          yours={wantedWords(contested.yours, nameOf)}
          theirs="theirs"
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
        <div className="pane-body">
          <h2 dir="auto">{entry.title}</h2>
          {entry.removed ? (
            <p className="trust">It no longer stands on the page.</p>
          ) : (
            <TrustMark entry={entry} />
          )}
          <EntryMoves
            {...{ entry, changing }}
            quiet={contested !== null}
            onEdit={() => onEdit(true)}
            onRemoved={onClose}
          />
          {entry.content.kind === 'empty' ? (
            <p className="quiet">
              {writerWords(entry.owner, { lead: project.lead, me: ready.start.me })} A link will do, or a few
              lines.
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
  const save = async (change: ReturnType<typeof editOf>): Promise<string | null> => {
    if (!change) {
      end()
      return null
    }
    const sent = await changing.send(opened, change)
    if (sent.kind === 'saved') end()
    return sent.kind === 'kept' ? sent.why : null
  }
  return (
    <EntryForm
      entry={opened}
      submit="Save"
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
      <dt>Owner</dt>
      <dd>
        <Face name={owner?.name ?? null} /> {owner?.name ?? 'Nobody yet'}
      </dd>
      <dt>Stands under</dt>
      <dd>{KIND_WORD[kind]}</dd>
      <dt>Checked</dt>
      <dd>{everyWords(reviewDays)}</dd>
      {verified && freshness.kind !== 'verified' && (
        <>
          <dt>Last verified</dt>
          <dd>
            {verified.by.name}{' '}
            <small>{momentWords(verified.at, ready.project.zone, ready.project.today)}</small>
          </dd>
        </>
      )}
      {reads && (
        <>
          <dt>Read by</dt>
          <dd>
            {reads.read} of {counted(reads.of, 'person', 'people')}
            {reads.mine && <small>you have read it</small>}
          </dd>
        </>
      )}
    </dl>
  )
}
