import { personId, workstreamId } from '../../bot/contract/common'
import { severity as severityShape, type IssueDetail } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { useTab } from '../data/tab'
import { EditableText } from '../look/EditableText'
import { Face, SeverityShape } from '../look/icons'
import { NO_ONE, severityInline, SEVERITY_WORD } from '#words/common'
import { HAPPENED, NONE, rankedSince, REPORTED_BY } from '#words/issuePane'
import { COLUMN_NAME } from '#words/log'
import { dateWords, dayOf, momentWords, severityOf, type SeverityKey } from '../look/words'
import type { Changing, Conflict } from './changing'

type Props = {
  readonly issue: IssueDetail
  readonly changing: Changing
  readonly contested: Conflict | null
}

const RANKED: readonly SeverityKey[] = ['showStopper', 'workaround', 'cosmetic']

/** Severity, owner and the rest, each changed where it stands. */
export function IssueFacts({ issue, changing, contested }: Props) {
  const { ready } = useTab()
  const { project } = ready
  const mark = (field: string) =>
    contested?.last.fields.some((change) => change.field === field) ? ' contested' : ''
  const text = (field: 'where' | 'happened') => (value: string) =>
    void changing.send(issue, { kind: 'edit', [field]: value })
  return (
    <dl className="facts">
      <dt>{COLUMN_NAME.severity}</dt>
      <dd>
        <SeverityShape severity={severityOf(issue)} />
        <SeveritySelect issue={issue} changing={changing} className={`frameless${mark('severity')}`} />
        <small>{severitySince(issue, project)}</small>
      </dd>
      <dt>{COLUMN_NAME.owner}</dt>
      <dd>
        <Face name={issue.owner?.name ?? null} />
        <OwnerSelect issue={issue} changing={changing} className={`frameless${mark('owner')}`} />
      </dd>
      {project.workstreams.length > 0 && (
        <>
          <dt>{COLUMN_NAME.workstream}</dt>
          <dd>
            <WorkstreamSelect issue={issue} changing={changing} />
          </dd>
        </>
      )}
      <dt>{REPORTED_BY}</dt>
      <dd>
        <Face name={issue.reporter.name} />
        {issue.reporter.name} <small>{momentWords(issue.createdAt, project.zone, project.today)}</small>
      </dd>
      <dt>{HAPPENED}</dt>
      <dd>
        <EditableText
          label={HAPPENED}
          value={issue.happened}
          canEdit={issue.canChange}
          oneLine
          save={text('happened')}
        />
      </dd>
      <dt>{COLUMN_NAME.where}</dt>
      <dd>
        <EditableText
          label={COLUMN_NAME.where}
          value={issue.where}
          canEdit={issue.canChange}
          oneLine
          save={text('where')}
        />
      </dd>
    </dl>
  )
}

type SelectProps = { readonly issue: IssueDetail; readonly changing: Changing; readonly className?: string }

/** Ranking a new one is its triage; later it is a change of the severity alone. Both are open to every member. */
function SeveritySelect({ issue, changing, className = 'frameless' }: SelectProps) {
  return (
    <select
      id="pane-severity"
      className={className}
      aria-label={COLUMN_NAME.severity}
      value={severityOf(issue)}
      onChange={(event) => {
        const severity = severityShape.parse(event.target.value)
        const change =
          issue.status === 'new'
            ? ({ kind: 'triage', severity, owner: null } as const)
            : ({ kind: 'edit', severity } as const)
        void changing.send(issue, change)
      }}
    >
      {issue.severity === null && <option value="none">{SEVERITY_WORD.none}</option>}
      {RANKED.map((key) => (
        <option key={key} value={key}>
          {SEVERITY_WORD[key]}
        </option>
      ))}
    </select>
  )
}

function OwnerSelect({ issue, changing, className = 'frameless' }: SelectProps) {
  const { ready } = useTab()
  const { members } = ready.project
  const left = issue.owner && !members.some(({ id }) => id === issue.owner?.id) ? issue.owner : null
  return (
    <select
      id="pane-owner"
      className={className}
      aria-label={COLUMN_NAME.owner}
      value={issue.owner?.id ?? ''}
      onChange={(event) => {
        const owner = event.target.value === '' ? null : personId.parse(event.target.value)
        void changing.send(issue, { kind: 'edit', owner })
      }}
    >
      <option value="">{NO_ONE}</option>
      {left && <option value={left.id}>{left.name}</option>}
      {members.map((member) => (
        <option key={member.id} value={member.id}>
          {member.name}
        </option>
      ))}
    </select>
  )
}

function WorkstreamSelect({ issue, changing }: SelectProps) {
  const { ready } = useTab()
  if (!issue.canChange) return <>{issue.workstreamName ?? NONE}</>
  return (
    <select
      className="frameless"
      aria-label={COLUMN_NAME.workstream}
      value={issue.workstream ?? ''}
      onChange={(event) => {
        const workstream = event.target.value === '' ? null : workstreamId.parse(event.target.value)
        void changing.send(issue, { kind: 'edit', workstream })
      }}
    >
      <option value="">{NONE}</option>
      {ready.project.workstreams.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** "since Wed 18 Nov, was show-stopper": only when it was ranked otherwise before. */
function severitySince(issue: IssueDetail, { zone, today }: ProjectFacts): string {
  for (const line of issue.history.toReversed()) {
    const change = line.fields.find(({ field }) => field === 'severity')
    if (!change) continue
    const was = RANKED.find((key) => key === change.from)
    return was ? rankedSince(dateWords(dayOf(line.at, zone), today), severityInline(was)) : ''
  }
  return ''
}
