import type { IssueRow } from '../../bot/contract/issue'
import { STATUS_WORD } from '../look/words'
import type { BulkMove, Fit } from './bulk'
import type { EditedField } from './IssueTable'

/* The words of triage: several issues at once, and cells that are edited where they stand. */

export const FIELD_NAME: Record<EditedField, string> = {
  title: 'Title',
  severity: 'Severity',
  owner: 'Owner',
  where: 'Where',
  workstream: 'Workstream',
}

export const BULK_MOVE_WORD: Record<BulkMove, string> = {
  fix: 'In progress',
  retest: 'Ready for retest',
  close: 'Closed, it works',
  defer: 'Deferred…',
  reopen: 'Reopened…',
}

export const WHY_WORD: Record<'defer' | 'reopen', string> = {
  defer: 'Under which circumstances is this accepted?',
  reopen: 'Why does it come back?',
}

const MOST_NAMED = 2

/** `fits 2 of 3: I-21 is only triaged`; `fits all 3` without anybody left. */
export function fitWords({ fits, misfits }: Fit): string {
  const all = fits.length + misfits.length
  if (misfits.length === 0) return all === 1 ? 'fits' : `fits all ${all}`
  return `fits ${fits.length} of ${all}: ${namedMisfits(misfits)}`
}

function namedMisfits(misfits: readonly IssueRow[]): string {
  const named = misfits.slice(0, MOST_NAMED).map(misfitWords).join(', ')
  const others = misfits.length - MOST_NAMED
  return others > 0 ? `${named}, and ${others} more` : named
}

function misfitWords({ id, status }: IssueRow): string {
  const isEarly = status === 'new' || status === 'triaged'
  return `${id} is ${isEarly ? 'only ' : ''}${STATUS_WORD[status].toLowerCase()}`
}

const plural = new Intl.PluralRules('en')

/** How it ended for all: what was saved, what was not and why. */
export function savedWords(
  saved: number,
  refused: readonly { readonly id: string; readonly why: string }[],
): string {
  const done = plural.select(saved) === 'one' ? `${saved} issue changed` : `${saved} issues changed`
  const [first] = refused
  if (!first) return done
  const others = refused.length - 1
  const why = others > 0 ? `${first.why} ${others} more stayed as they were.` : first.why
  return saved === 0 ? why : `${done}. ${why}`
}

export function takenBackWords(count: number, kept: number): string {
  const back =
    plural.select(count) === 'one' ? `${count} issue is as it was` : `${count} issues are as they were`
  return kept === 0 ? back : `${back}; ${kept} changed since and stayed`
}

export function progressWords(done: number, all: number): string {
  return `${done} of ${all} saved`
}
