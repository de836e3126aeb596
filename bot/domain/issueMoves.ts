import type { IssueMove, IssueStatus } from './issue'

/**
 * The moves of each state, the likeliest first. A retest that fails is a reopening; triage stays possible while
 * the issue is open, because the severity may turn out to be another. In a file of its own: the tab reads it, too.
 */
const MOVES: Readonly<Record<IssueStatus, readonly IssueMove[]>> = {
  new: ['triage', 'duplicate', 'defer'],
  triaged: ['fix', 'defer', 'duplicate', 'triage'],
  inProgress: ['retest', 'defer', 'duplicate', 'triage'],
  readyForRetest: ['close', 'reopen', 'defer', 'duplicate', 'triage'],
  reopened: ['fix', 'defer', 'duplicate', 'triage'],
  closed: ['reopen'],
  deferred: ['reopen'],
  duplicate: ['reopen'],
}

/** What can be done next to an issue of this status, the likeliest first. */
export function movesFrom(status: IssueStatus): readonly IssueMove[] {
  return MOVES[status]
}
