import type { OwedJson } from '../../bot/contract/mine'
import { quoted, SEVERITY_WORD } from '#words/common'
import { blocked, due as dueOn, ISSUE, issueStands, late as lateBy, NO_DATE, waits } from '#words/mine'
import { ageDays, dateWords, daysBetween, firstName } from '../look/words'

/* What is said of a record that is one's own. */

/** Whether it needs somebody now. */
export function isTrouble(owed: OwedJson): boolean {
  if (owed.record === 'issue') return owed.severity === 'showStopper'
  return owed.status === 'blocked' || (owed.due !== null && owed.due < owed.today)
}

/** How it stands, in a few words. */
export function standWords(owed: OwedJson): string {
  if (owed.record === 'issue') {
    return issueStands(SEVERITY_WORD[owed.severity ?? 'none'], ageDays(owed.createdAt, owed.zone, owed.today))
  }
  const { due, today, status } = owed
  const late = due !== null && due < today ? lateBy(daysBetween(due, today)) : null
  if (status === 'blocked') return blocked(late)
  return late ?? (due === null ? NO_DATE : dueOn(dateWords(due, today)))
}

/** Who waits, or why it stands still. */
export function besideWords(owed: OwedJson): string {
  if (owed.record === 'issue') return ISSUE
  if (owed.reason !== null) return quoted(owed.reason)
  return owed.for ? waits(firstName(owed.for.name)) : ''
}
