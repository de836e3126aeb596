import { personId, workstreamId } from '../../bot/contract/common'
import { severity as severityShape, type IssueDetail } from '../../bot/contract/issue'
import type { ProjectFacts } from '../../bot/contract/session'
import { useTab } from '../data/tab'
import { EditableText } from '../look/EditableText'
import { Face, SeverityShape } from '../look/icons'
import { dateWords, dayOf, momentWords, severityOf, SEVERITY_WORD, type SeverityKey } from '../look/words'
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
      <dt>Severity</dt>
      <dd>
        <SeverityShape severity={severityOf(issue)} />
        <SeveritySelect issue={issue} changing={changing} className={`frameless${mark('severity')}`} />
        <small>{severitySince(issue, project)}</small>
      </dd>
      <dt>Owner</dt>
      <dd>
        <Face name={issue.owner?.name ?? null} />
        <OwnerSelect issue={issue} changing={changing} className={`frameless${mark('owner')}`} />
      </dd>
      {project.workstreams.length > 0 && (
        <>
          <dt>Workstream</dt>
          <dd>
            <WorkstreamSelect issue={issue} changing={changing} />
          </dd>
        </>
      )}
      <dt>Reported by</dt>
      <dd>
        <Face name={issue.reporter.name} />
        {issue.reporter.name} <small>{momentWords(issue.createdAt, project.zone, project.today)}</small>
      </dd>
      <dt>Happened</dt>
      <dd>
        <EditableText
          label="Happened"
          value={issue.happened}
          canEdit={issue.canChange}
          oneLine
          save={text('happened')}
        />
      </dd>
      <dt>Where</dt>
      <dd>
        <EditableText
          label="Where"
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
      aria-label="Severity"
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
      aria-label="Owner"
      value={issue.owner?.id ?? ''}
      onChange={(event) => {
        const owner = event.target.value === '' ? null : personId.parse(event.target.value)
        void changing.send(issue, { kind: 'edit', owner })
      }}
    >
      <option value="">No one</option>
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
  if (!issue.canChange) return <>{issue.workstreamName ?? 'None'}</>
  return (
    <select
      className="frameless"
      aria-label="Workstream"
      value={issue.workstream ?? ''}
      onChange={(event) => {
        const workstream = event.target.value === '' ? null : workstreamId.parse(event.target.value)
        void changing.send(issue, { kind: 'edit', workstream })
      }}
    >
      <option value="">None</option>
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
    return was
      ? `since ${dateWords(dayOf(line.at, zone), today)}, was ${SEVERITY_WORD[was].toLowerCase()}`
      : ''
  }
  return ''
}
