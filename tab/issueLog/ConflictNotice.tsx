import type { IssueChangeJson, IssueDetail } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { BothValues, shortened } from '../look/BothValues'
import { SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { fieldName } from '#words/issueHistory'
import { NO_ONE_INLINE, OTHER_VALUE, SOMEBODY, THEIRS, wantedMove } from '#words/issuePane'
import { firstName, severityOf } from '../look/words'
import type { Changing, Conflict } from './changing'
import { valueWords } from './historyWords'

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
          what: fieldName(field),
          from: valueWords(field, from),
          to: valueWords(field, to),
        }))}
      yours={wantedWords(yours, (id) => members.find((member) => member.id === id)?.name ?? SOMEBODY)}
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
        return change.owner === null ? NO_ONE_INLINE : firstName(nameOf(change.owner))
      if (change.severity !== undefined) return SEVERITY_WORD[change.severity ?? 'none']
      const text =
        change.title ?? change.where ?? change.steps ?? change.workaround ?? change.details ?? change.happened
      return text === undefined ? OTHER_VALUE : shortened(text)
    }
    case 'triage':
      return change.owner === null
        ? SEVERITY_WORD[change.severity ?? 'none']
        : firstName(nameOf(change.owner))
    default:
      return wantedMove(change.kind)
  }
}

/** What stands now in the place of what was wanted. */
function keptWords(change: IssueChangeJson, issue: IssueDetail): string {
  if (change.kind === 'edit' && change.owner !== undefined) {
    return issue.owner ? firstName(issue.owner.name) : NO_ONE_INLINE
  }
  if (change.kind === 'triage' || (change.kind === 'edit' && change.severity !== undefined)) {
    return SEVERITY_WORD[severityOf(issue)]
  }
  return change.kind === 'edit' ? THEIRS : STATUS_WORD[issue.status]
}
