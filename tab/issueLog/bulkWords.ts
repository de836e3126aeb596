import type { IssueRow } from '../../bot/contract/issue'
import { changed, fitsAll, fitsSome, misfit, othersStayed } from '#words/bulk'
import type { Fit } from './bulk'

/* What is said of several issues that are changed at once. */

const MOST_NAMED = 2

/** `fits 2 of 3: I-21 is only triaged`; `fits all 3` without anybody left. */
export function fitWords({ move, fits, misfits }: Fit): string {
  const all = fits.length + misfits.length
  if (misfits.length === 0) return fitsAll(all)
  const named = misfits.slice(0, MOST_NAMED).map((row) => misfitWords(row, move))
  return fitsSome(fits.length, all, named, misfits.length - named.length)
}

function misfitWords({ id, status }: IssueRow, move: Fit['move']): string {
  return misfit(id, status, move !== 'triage' && (status === 'new' || status === 'triaged'))
}

/** How it ended for all: what was saved, what was not and why. */
export function savedWords(
  saved: number,
  refused: readonly { readonly id: string; readonly why: string }[],
): string {
  const [first] = refused
  if (!first) return changed(saved)
  const others = refused.length - 1
  const why = others > 0 ? othersStayed(first.why, others) : first.why
  return saved === 0 ? why : `${changed(saved)}. ${why}`
}

export { takenBack as takenBackWords } from '#words/bulk'
