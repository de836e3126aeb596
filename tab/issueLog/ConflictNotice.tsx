import { Warning20Regular } from '@fluentui/react-icons/headless/svg/warning'
import type { IssueChangeJson, IssueDetail } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { agoWords, firstName, MOVE_WORD, SEVERITY_WORD, severityOf, STATUS_WORD } from '../look/words'
import type { Changing, Conflict } from './changing'
import { fieldName, valueWords } from './historyWords'

type Props = { readonly conflict: Conflict; readonly issue: IssueDetail; readonly changing: Changing }

/** Somebody was first: who, when, both values. Theirs stands unless one says otherwise. */
export function ConflictNotice({ conflict, issue, changing }: Props) {
  const { ready } = useTab()
  const { last, yours } = conflict
  const members = ready.project.members
  const ago = agoWords(
    last.at,
    Math.max(Date.parse(ready.start.now), Date.parse(last.at)),
    ready.project.zone,
  )
  const wanted = wantedWords(yours, (id) => members.find((member) => member.id === id)?.name ?? 'somebody')
  return (
    <div className="notice" role="alert">
      <Warning20Regular />
      <div>
        <h3>
          {firstName(last.by.name)} changed this {ago === 'now' ? 'just now' : `${ago} ago`}
        </h3>
        <p>
          {last.fields
            .filter(({ field }) => field !== 'timesReopened')
            .map(({ field, from, to }) => (
              <span key={field}>
                {capital(fieldName(field))} was <b>{valueWords(field, from)}</b>, now it is{' '}
                <b>{valueWords(field, to)}</b>.{' '}
              </span>
            ))}
          {last.why && `“${last.why}”. `}
          You chose <b>{wanted}</b>; that is not saved.
        </p>
        <div className="moves-inline">
          <button type="button" className="button primary" onClick={changing.keepTheirs}>
            Keep {keptWords(yours, issue)}
          </button>{' '}
          <button
            type="button"
            className="button"
            onClick={() => void changing.send(issue, yours, issue.version)}
          >
            Save mine: {wanted}
          </button>
        </div>
      </div>
    </div>
  )
}

/** What would have been saved, in a few words. */
function wantedWords(change: IssueChangeJson, nameOf: (id: string) => string): string {
  switch (change.kind) {
    case 'edit': {
      if (change.owner !== undefined)
        return change.owner === null ? 'no one' : firstName(nameOf(change.owner))
      if (change.severity !== undefined) return SEVERITY_WORD[change.severity ?? 'none']
      const text =
        change.title ?? change.where ?? change.steps ?? change.workaround ?? change.details ?? change.happened
      return text === undefined ? 'another value' : shortened(text)
    }
    case 'triage':
      return change.owner === null
        ? SEVERITY_WORD[change.severity ?? 'none']
        : firstName(nameOf(change.owner))
    default:
      return MOVE_WORD[change.kind].replace('…', '')
  }
}

/** What stands now in the place of what was wanted. */
function keptWords(change: IssueChangeJson, issue: IssueDetail): string {
  if (change.kind === 'edit' && change.owner !== undefined) {
    return issue.owner ? firstName(issue.owner.name) : 'no one'
  }
  if (change.kind === 'triage' || (change.kind === 'edit' && change.severity !== undefined)) {
    return SEVERITY_WORD[severityOf(issue)]
  }
  return change.kind === 'edit' ? 'theirs' : STATUS_WORD[issue.status]
}

function shortened(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 59)}…”` : `“${text}”`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
