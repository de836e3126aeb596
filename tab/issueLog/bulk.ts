import type { IssueMove, IssueRow } from '../../bot/contract/issue'
import { movesFrom } from '../../bot/domain/issueMoves'

/* What several issues can be moved to at once, and which of them it does not fit. */

/** Moves of many: a duplicate is one issue's own. */
export const BULK_MOVES = [
  'triage',
  'fix',
  'retest',
  'close',
  'defer',
  'reopen',
] as const satisfies readonly IssueMove[]
export type BulkMove = (typeof BULK_MOVES)[number]

export type Fit = {
  readonly move: BulkMove
  readonly fits: readonly IssueRow[]
  readonly misfits: readonly IssueRow[]
}

/** For each move that fits any of them: which it fits and which not. */
export function fitsOf(rows: readonly IssueRow[]): readonly Fit[] {
  return BULK_MOVES.map((move) => ({
    move,
    fits: rows.filter((row) => doesFit(row, move)),
    misfits: rows.filter((row) => !doesFit(row, move)),
  })).filter(({ fits }) => fits.length > 0)
}

/** Triage is the first step of a new one; ranking anew is a change of the severity alone. */
function doesFit({ status, severity }: IssueRow, move: BulkMove): boolean {
  return movesFrom(status).includes(move) && (move !== 'triage' || status === 'new' || severity === null)
}
