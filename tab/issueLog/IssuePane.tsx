import type { IssueDetail, IssueRow } from '../../bot/contract/issue'
import { useDetail } from '../data/useDetail'
import { EditableText } from '../look/EditableText'
import { History } from '../look/History'
import { RecordPane } from '../look/RecordPane'
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

const WORDS = { back: 'Back to the list', previous: 'Previous issue', next: 'Next issue' }

/** One issue with its moves, facts and history, beside the list; on a phone a page of its own. */
export default function IssuePane({ id, row, position, changing, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, row?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={row?.title ?? detail?.title}
      words={{ ...WORDS, region: `Issue ${id}` }}
      link={{ page: 'issues', shows: { issue: id } }}
    >
      {detail && <Detail key={id} issue={detail} changing={changing} />}
    </RecordPane>
  )
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
