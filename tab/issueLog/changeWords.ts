import type { IssueAnswer, IssueChangeJson, IssueDetail } from '../../bot/contract/issue'
import {
  asItWas,
  closed,
  notFromThere,
  nowIs,
  saved as savedNow,
  somebodyWasFirst,
  stillNeeds,
} from '#words/change'

/* How a change of an issue ended. */

/** What is said of a change that was saved. */
export function doneWords(id: string, change: IssueChangeJson, issue: IssueDetail): string {
  switch (change.kind) {
    case 'close':
      return closed(id)
    case 'edit':
      return savedNow(id)
    default:
      return nowIs(id, issue.status)
  }
}

/** What is said of a change that was to be taken back. */
export function undoneWords(id: string, body: IssueAnswer): string {
  return body.kind === 'saved' ? asItWas(id) : refusalWords(id, body)
}

/** Why one was not. */
export function refusalWords(id: string, body: IssueAnswer): string {
  switch (body.kind) {
    case 'refused':
      return body.text
    case 'moveNotAllowed':
      return notFromThere(id, body.issue.status)
    case 'missing':
      return stillNeeds(id, body.missing)
    case 'changedMeanwhile':
      return somebodyWasFirst(id)
    case 'saved':
    case 'unchanged':
      return asItWas(id)
  }
}
