import type { IssueDetail, IssueRow } from '../../bot/contract/issue'
import { useDetail } from '../data/useDetail'
import { EditableText } from '../look/EditableText'
import { History } from '../look/History'
import { RecordPane } from '../look/RecordPane'
import {
  BACK,
  CONVERSATION,
  DETAILS,
  NEXT,
  NO_DETAILS,
  NO_STEPS,
  NO_WORKAROUND,
  PREVIOUS,
  STEPS,
  WORKAROUND,
} from '#words/issuePane'
import { COLUMN_NAME, issueRegion } from '#words/log'
import type { Changing } from './changing'
import { CommentField } from './CommentField'
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

const WORDS = { back: BACK, previous: PREVIOUS, next: NEXT }

/** One issue with its moves, facts and history, beside the list; on a phone a page of its own. */
export default function IssuePane({ id, row, position, changing, onStep, onClose }: Props) {
  const detail = changing.details.get(id)
  const found = useDetail(id, row?.version, detail?.version, changing.load)
  return (
    <RecordPane
      {...{ id, position, found, onStep, onClose }}
      title={row?.title ?? detail?.title}
      words={{ ...WORDS, region: issueRegion(id) }}
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
            label={COLUMN_NAME.title}
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
            <h3>{WORKAROUND}</h3>
            <EditableText
              label={WORKAROUND}
              value={issue.workaround}
              empty={NO_WORKAROUND}
              canEdit={issue.canChange}
              save={edit('workaround')}
            />
          </div>
        )}
        <div className="section">
          <h3>{STEPS}</h3>
          <EditableText
            label={STEPS}
            value={issue.steps}
            empty={NO_STEPS}
            canEdit={issue.canChange}
            save={edit('steps')}
          />
        </div>
        {(issue.details !== '' || issue.canChange) && (
          <div className="section">
            <h3>{DETAILS}</h3>
            <EditableText
              label={DETAILS}
              value={issue.details}
              empty={NO_DETAILS}
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
