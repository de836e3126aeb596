import type { IssueChangeJson, IssueDetail } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { BothValues, shortened } from '../look/BothValues'
import { capital, firstName, MOVE_WORD, SEVERITY_WORD, severityOf, STATUS_WORD } from '../look/words'
import type { Changing, Conflict } from './changing'
import { fieldName, valueWords } from './historyWords'

type Props = { readonly conflict: Conflict; readonly issue: IssueDetail; readonly changing: Changing }

/** Somebody changed the issue first. */
export function ConflictNotice({ conflict, issue, changing }: Props) {
  const { ready } = useTab()
  const { last, yours } = conflict
  const members = ready.project.members
  return (
    <BothValues
      last={last}
      changes={last.fields
        .filter(({ field }) => field !== 'timesReopened')
        .map(({ field, from, to }) => ({
          what: capital(fieldName(field)),
          from: valueWords(field, from),
          to: valueWords(field, to),
        }))}
      yours={wantedWords(yours, (id) => members.find((member) => member.id === id)?.name ?? 'somebody')}
      theirs={keptWords(yours, issue)}
      onKeep={changing.keepTheirs}
      onSave={() => void changing.send(issue, yours, issue.version)}
    />
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
