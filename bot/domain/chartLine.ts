import type { Change } from './history'
import { isIssueId, isItemId, type ItemId } from './ids'
import type { Issue } from './issue'
import { stepOf, type IssueStep } from './issueSteps'
import { slipChanges, type Slip } from './slips'
import type { Instant } from './time'

/** What one change means to charts over time, so that they need neither the change nor its record. */
export type ChartLine =
  | { readonly of: 'issue'; readonly version: number; readonly step: IssueStep }
  /** `back`: moments of moves that this change took back. */
  | {
      readonly of: 'item'
      readonly item: ItemId
      readonly slips: readonly Slip[]
      readonly back: readonly Instant[]
    }
  /** Nothing that a chart counts. */
  | { readonly of: 'nothing' }

/** The line of a change, from the change and its issue as it is after it; null where they don't tell. */
export function chartLineOf(change: Change, issue: Issue | null): ChartLine | null {
  if (change.record === 'project') return NOTHING
  if (isItemId(change.record)) {
    const { slips, back } = slipChanges(change.record, change)
    return slips.length + back.length === 0 ? NOTHING : { of: 'item', item: change.record, slips, back }
  }
  if (!isIssueId(change.record)) return NOTHING
  if (issue?.version !== change.version) return null
  const step = stepOf(change.record, change, issue)
  return step ? { of: 'issue', version: change.version, step } : NOTHING
}

const NOTHING: ChartLine = { of: 'nothing' }
