import type { IssueRow } from '../../bot/contract/issue'

/** Whether there is still something to do about it. */
export function isOpen(row: Pick<IssueRow, 'status'>): boolean {
  return row.status !== 'closed' && row.status !== 'deferred' && row.status !== 'duplicate'
}
