import type { HistoryLine, IssueDetail } from '../contract/issue'
import type { Links } from '../cards/reader'
import type { Change, FieldValue } from '../domain/history'
import { allowedMoves, type IssueState } from '../domain/issue'
import { listed } from '../domain/issueList'
import type { Person } from '../domain/person'
import { shortened } from '../domain/text'
import type { IssueView } from '../flows/outcome'

/** One issue with all that its pane shows. */
export function issueDetail(
  { issue, workstream, canChange, history }: IssueView,
  links: Pick<Links, 'conversation'>,
): IssueDetail {
  return {
    ...listed(issue),
    where: issue.where,
    details: issue.details,
    steps: issue.steps,
    happened: issue.happened,
    workaround: issue.workaround,
    reporter: person(issue.reporter),
    stateWhy: whyOf(issue.state),
    stateBy: byOf(issue.state),
    workstreamName: workstream,
    moves: allowedMoves(issue.state),
    conversation: issue.conversation && links.conversation(issue.conversation),
    canChange,
    history: (history ?? []).map(historyLine),
  }
}

/** History says that a long text was changed, not all of what it was: 20,000 characters twice a line would be much. */
const HISTORY_TEXT = 300

export function historyLine(change: Change): HistoryLine {
  return {
    ...change,
    by: person(change.by),
    fields: change.fields.map(({ field, from, to }) => ({ field, from: brief(from), to: brief(to) })),
  }
}

function brief(value: FieldValue): FieldValue {
  return typeof value === 'string' ? shortened(value, HISTORY_TEXT) : value
}

function whyOf(state: IssueState): string | null {
  switch (state.status) {
    case 'reopened':
    case 'deferred':
      return state.why
    case 'duplicate':
      return state.of
    default:
      return null
  }
}

function byOf(state: IssueState): Person | null {
  if (state.status === 'closed') return person(state.validatedBy)
  return state.status === 'deferred' ? person(state.acceptedBy) : null
}

/** Id and name alone, whatever else the record may come to hold. */
export function person({ id, name }: Person): Person {
  return { id, name }
}
