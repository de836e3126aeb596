import type { IssueRow } from '../../../bot/contract/issue'

/* What every page says: states, dates and ages. */

/** How dates and numbers are written. */
export const LOCALE = 'en-GB'

/** "Fri, 4 Sept" as the product writes it: "Fri 4 Sep". */
export function withoutClutter(date: string): string {
  return date.replace(',', '').replace('Sept', 'Sep')
}

export const SEVERITY_WORD: Record<NonNullable<IssueRow['severity']> | 'none', string> = {
  showStopper: 'Show-stopper',
  workaround: 'Workaround',
  cosmetic: 'Cosmetic',
  none: 'Not triaged',
}

export const STATUS_WORD: Record<IssueRow['status'], string> = {
  new: 'New',
  triaged: 'Triaged',
  inProgress: 'In progress',
  readyForRetest: 'Ready for retest',
  reopened: 'Reopened',
  closed: 'Closed',
  deferred: 'Deferred',
  duplicate: 'Duplicate',
}

/** A state inside a sentence: "in progress". */
export function statusInline(status: IssueRow['status']): string {
  return STATUS_WORD[status].toLowerCase()
}

export function severityInline(severity: keyof typeof SEVERITY_WORD): string {
  return SEVERITY_WORD[severity].toLowerCase()
}

export const NO_ONE = 'No one'
export const SAVE = 'Save'
export const CANCEL = 'Cancel'
export const CLOSE = 'Close'
export const SEARCH = 'Search'
export const FILTER = 'Filter'
export const TRY_AGAIN = 'Try again'

/** `1 issue`, `2 issues`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export function quoted(text: string): string {
  return `“${text}”`
}

/** Where one is in a list. */
export function ofAll(count: number, all: number): string {
  return `${count} of ${all}`
}

/** By which an error is found in the service's log. */
export function reference(number: string): string {
  return `Reference ${number}`
}

export const ago = {
  now: 'now',
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
}

/** How many days something is old. */
export function age(days: number): string {
  return days === 0 ? 'today' : `${days} d`
}

export function week(number: number): string {
  return `Week ${number}`
}
