import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left'
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/headless/svg/chevron-up'
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import { useEffect, useState } from 'react'
import type { EntryDetail, EntryLine } from '../../bot/contract/source'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { BothValues } from '../look/BothValues'
import { History } from '../look/History'
import { Face } from '../look/icons'
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

/** One entry with what can be done to it, its facts and history, beside the page; on a phone a page of its own. */
export function EntryPane({ id, line, position, changing, editing, onEdit, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, line, changing)
  return (
    <section className="pane" aria-label={`Entry ${id}`}>
      <div className="pane-head">
        <button
          type="button"
          className="icon-button only-phone"
          aria-label="Back to the page"
          onClick={onClose}
        >
          <ArrowLeft20Regular />
        </button>
        <span className="quiet">
          <span className="pane-id">{id}</span>
          {position && ` · ${position}`}
        </span>
        <span className="spacer" />
        <button type="button" className="icon-button" aria-label="Previous entry" onClick={() => onStep(-1)}>
          <ChevronUp20Regular />
        </button>
        <button type="button" className="icon-button" aria-label="Next entry" onClick={() => onStep(1)}>
          <ChevronDown20Regular />
        </button>
        <CopyLink id={id} title={line?.title ?? detail?.title ?? id} />
        <button type="button" className="icon-button not-phone" aria-label="Close" onClick={onClose}>
          <Dismiss20Regular />
        </button>
      </div>
      {detail ? (
        <Detail key={id} {...{ changing, editing, onEdit, onClose }} entry={detail} />
      ) : (
        <div className="pane-body" aria-busy={found === 'loading'}>
          {found === 'gone' && <p>There is no {id} in this project.</p>}
          {found === 'unreachable' && <p>{id} can’t be loaded right now.</p>}
          {found === 'loading' && line && <h2 dir="auto">{line.title}</h2>}
          {found === 'loading' && <span className="bone" style={{ width: '80%' }} />}
          {found === 'loading' && <span className="bone" style={{ width: '60%' }} />}
        </div>
      )}
    </section>
  )
}

type Found = 'loading' | 'loaded' | 'gone' | 'unreachable'

/** Loads the entry when it opens, and again when the page shows a newer version. */
function useDetail(id: string, line: EntryLine | undefined, { details, load }: EntryChanging): Found {
  const [found, setFound] = useState<Found>('loading')
  const known = details.get(id)?.version ?? -1
  const isOld = line === undefined ? known < 0 : line.version > known
  useEffect(() => {
    if (!isOld) return undefined
    let left = false
    setFound('loading')
    void load(id).then((end) => {
      if (!left) setFound(end)
    })
    return () => {
      left = true
    }
  }, [id, isOld, load])
  return found
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

function CopyLink({ id, title }: { readonly id: string; readonly title: string }) {
  const { host, say } = useTab()
  const { query } = useAddress()
  const copy = async () => {
    await navigator.clipboard.writeText(
      host.linkTo(pathOf('source', query, { entry: id }), id, `${id} ${title}`),
    )
    say({ text: `Link to ${id} copied` })
  }
  return (
    <button
      type="button"
      className="icon-button"
      data-copy-link
      aria-label={`Copy a link to ${id}`}
      onClick={() => {
        copy().catch(() => say({ text: 'The browser didn’t let the link be copied' }))
      }}
    >
      <Link20Regular />
    </button>
  )
}
