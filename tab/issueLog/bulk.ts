import type { IssueMove, IssueRow } from '../../bot/contract/issue'
import { movesFrom } from '../../bot/domain/issueMoves'

/* What several issues can be moved to at once, and which of them it does not fit. */

/** Moves of many: a duplicate is one issue's own, and triage is a severity. */
export const BULK_MOVES = [
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
    fits: rows.filter(({ status }) => movesFrom(status).includes(move)),
    misfits: rows.filter(({ status }) => !movesFrom(status).includes(move)),
  })).filter(({ fits }) => fits.length > 0)
}
