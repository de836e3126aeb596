import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left'
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/headless/svg/chevron-up'
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import { useEffect, useState } from 'react'
import type { IssueDetail, IssueRow } from '../../bot/contract/issue'
import { pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { EditableText } from '../look/EditableText'
import { History } from '../look/History'
import type { Changing } from './changing'
import { CommentField } from './CommentField'
import { CONVERSATION } from './paneWords'
import { ConflictNotice } from './ConflictNotice'
import { historyWords } from './historyWords'
import { IssueFacts } from './IssueFacts'
import { Moves } from './Moves'
import { StatePath } from './StatePath'

type Props = {
  readonly id: string
  readonly row: IssueRow | undefined
  readonly position: string
  readonly changing: Changing
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** One issue with its moves, facts and history, beside the list; on a phone a page of its own. */
export default function IssuePane({ id, row, position, changing, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, row, changing)
  return (
    <section className="pane" aria-label={`Issue ${id}`}>
      <div className="pane-head">
        <button
          type="button"
          className="icon-button only-phone"
          aria-label="Back to the list"
          onClick={onClose}
        >
          <ArrowLeft20Regular />
        </button>
        <span className="quiet">
          <span className="pane-id">{id}</span>
          {position && ` · ${position}`}
        </span>
        <span className="spacer" />
        <button type="button" className="icon-button" aria-label="Previous issue" onClick={() => onStep(-1)}>
          <ChevronUp20Regular />
        </button>
        <button type="button" className="icon-button" aria-label="Next issue" onClick={() => onStep(1)}>
          <ChevronDown20Regular />
        </button>
        <CopyLink id={id} title={row?.title ?? detail?.title ?? id} />
        <button type="button" className="icon-button not-phone" aria-label="Close" onClick={onClose}>
          <Dismiss20Regular />
        </button>
      </div>
      {detail ? (
        <Detail key={id} issue={detail} changing={changing} />
      ) : (
        <div className="pane-body" aria-busy={found === 'loading'}>
          {found === 'gone' && <p>There is no {id} in this project.</p>}
          {found === 'unreachable' && <p>{id} can’t be loaded right now.</p>}
          {found === 'loading' && row && <h2 dir="auto">{row.title}</h2>}
          {found === 'loading' && <span className="bone" style={{ width: '80%' }} />}
          {found === 'loading' && <span className="bone" style={{ width: '60%' }} />}
        </div>
      )}
    </section>
  )
}

type Found = 'loading' | 'loaded' | 'gone' | 'unreachable'

/** Loads the record when it opens, and again when its row shows a newer version. */
function useDetail(id: string, row: IssueRow | undefined, { details, load }: Changing): Found {
  const [found, setFound] = useState<Found>('loading')
  const known = details.get(id)?.version ?? 0
  const isOld = known === 0 || (row !== undefined && row.version > known)
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

function Detail({ issue, changing }: { readonly issue: IssueDetail; readonly changing: Changing }) {
  const { conflict } = changing
  const contested = conflict?.id === issue.id ? conflict : null
  const edit = (field: 'title' | 'details' | 'steps' | 'workaround') => (text: string) =>
    void changing.send(issue, { kind: 'edit', [field]: text })
  return (
    <>
      {contested && <ConflictNotice conflict={contested} issue={issue} changing={changing} />}
      <div className="pane-body">
        <h2 dir="auto">
          <EditableText
            label="Title"
            value={issue.title}
            canEdit={issue.canChange}
            oneLine
            save={edit('title')}
          />
        </h2>
        <StatePath issue={issue} />
        <Moves issue={issue} changing={changing} quiet={contested !== null} />
        <IssueFacts issue={issue} changing={changing} contested={contested} />
        {(issue.severity === 'workaround' || issue.workaround !== '') && (
          <div className="quote">
            <h3>Workaround</h3>
            <EditableText
              label="Workaround"
              value={issue.workaround}
              empty="How does work go on meanwhile?"
              canEdit={issue.canChange}
              save={edit('workaround')}
            />
          </div>
        )}
        <div className="section">
          <h3>How to reproduce</h3>
          <EditableText
            label="How to reproduce"
            value={issue.steps}
            empty="No steps yet"
            canEdit={issue.canChange}
            save={edit('steps')}
          />
        </div>
        {(issue.details !== '' || issue.canChange) && (
          <div className="section">
            <h3>What happened</h3>
            <EditableText
              label="What happened"
              value={issue.details}
              empty="Nothing more was said"
              canEdit={issue.canChange}
              save={edit('details')}
            />
          </div>
        )}
        {issue.conversation !== null && (
          <p className="section conversation">
            <a href={issue.conversation} target="_blank" rel="noreferrer">
              {CONVERSATION}
            </a>
          </p>
        )}
        <CommentField id={issue.id} changing={changing} />
        <History lines={issue.history} wordsOf={historyWords} />
      </div>
    </>
  )
}

function CopyLink({ id, title }: { readonly id: string; readonly title: string }) {
  const { host, say } = useTab()
  const { query } = useAddress()
  const copy = async () => {
    await navigator.clipboard.writeText(
      host.linkTo(pathOf('issues', query, { issue: id }), id, `${id} ${title}`),
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
