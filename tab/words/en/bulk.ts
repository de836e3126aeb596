import { statusInline, type STATUS_WORD } from './common'

/* The words of triage: several issues at once, and cells that are edited where they stand. */

/** `name`: of a column. */
export function cellOf(name: string, id: string): string {
  return `${name} of ${id}`
}

export const CHANGE_SELECTED = 'Change what is selected'
export const MOVE_TO = 'Move to'
export const CLEAR = 'Clear'

export function selected(count: number): string {
  return `${count} selected`
}

export function selectAll(count: number): string {
  return `Select all ${count}`
}

export const BULK_MOVE_WORD = {
  triage: 'Triaged…',
  fix: 'In progress',
  retest: 'Ready for retest',
  close: 'Closed, it works',
  defer: 'Deferred…',
  reopen: 'Reopened…',
} as const

export function triageTitle(count: number): string {
  return count === 1 ? 'Triage 1 issue' : `Triage ${count} issues`
}

export function triage(count: number): string {
  return count === 1 ? 'Triage it' : `Triage ${count}`
}

/** Who fixes several, when each keeps who has it. */
export const OWNERS_STAY = 'As it is now'

export const WHY_WORD = {
  defer: 'Under which circumstances is this accepted?',
  reopen: 'Why does it come back?',
} as const

export const WHY_MISSING = 'Say why; it stays with the issue.'

/** A move that fits all that are selected. */
export function fitsAll(all: number): string {
  return all === 1 ? 'fits' : `fits all ${all}`
}

/** `misfits`: some of those it doesn't fit; `others`: how many more there are. */
export function fitsSome(fits: number, all: number, misfits: readonly string[], others: number): string {
  const named = misfits.join(', ')
  return `fits ${fits} of ${all}: ${others > 0 ? `${named}, and ${others} more` : named}`
}

/** `isEarly`: it has not come so far yet. */
export function misfit(id: string, status: keyof typeof STATUS_WORD, isEarly: boolean): string {
  return `${id} is ${isEarly ? 'only ' : ''}${statusInline(status)}`
}

export function changed(count: number): string {
  return count === 1 ? `${count} issue changed` : `${count} issues changed`
}

/** `why`: the reason of the first that was not saved, a sentence. */
export function othersStayed(why: string, others: number): string {
  return `${why} ${others} more stayed as they were.`
}

export function takenBack(count: number, kept: number): string {
  const back = count === 1 ? `${count} issue is as it was` : `${count} issues are as they were`
  return kept === 0 ? back : `${back}; ${kept} changed since and stayed`
}

export function progress(done: number, all: number): string {
  return `${done} of ${all} saved`
}

/** A long log offers what it can read page by page; this says so beside the filters. */
export const LONG_LOG_NOTE =
  'Over 1,000 issues here: filter by severity and one of the others, or search by words.'
