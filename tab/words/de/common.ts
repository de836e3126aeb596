import type { IssueRow } from '../../../bot/contract/issue'

/* What every page says: states, dates and ages. */

/** How dates and numbers are written. */
export const LOCALE = 'de-DE'

/** "Fr., 4. Sept." as a table has room for it: "Fr 4. Sept.". */
export function withoutClutter(date: string): string {
  return date.replace(/^(\p{L}{2})\.?,? /u, '$1 ')
}

export const SEVERITY_WORD: Record<NonNullable<IssueRow['severity']> | 'none', string> = {
  showStopper: 'Blockierend',
  workaround: 'Mit Umweg',
  cosmetic: 'Kosmetisch',
  none: 'Ohne Schwere',
}

export const STATUS_WORD: Record<IssueRow['status'], string> = {
  new: 'Neu',
  triaged: 'Eingeordnet',
  inProgress: 'In Arbeit',
  readyForRetest: 'Bereit zum Test',
  reopened: 'Wieder offen',
  closed: 'Geschlossen',
  deferred: 'Zurückgestellt',
  duplicate: 'Doppelt',
}

/** A state inside a sentence: "in Arbeit". */
export function statusInline(status: IssueRow['status']): string {
  return small(STATUS_WORD[status])
}

export function severityInline(severity: keyof typeof SEVERITY_WORD): string {
  return small(SEVERITY_WORD[severity])
}

/** Only the first letter: "bereit zum Test". */
function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export const NO_ONE = 'Niemand'
export const SAVE = 'Speichern'
export const CANCEL = 'Abbrechen'
export const CLOSE = 'Schließen'
export const SEARCH = 'Suchen'
export const FILTER = 'Filter'
export const TRY_AGAIN = 'Nochmals versuchen'

/** `1 Problem`, `2 Probleme`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export function quoted(text: string): string {
  return `„${text}“`
}

/** Where one is in a list. */
export function ofAll(count: number, all: number): string {
  return `${count} von ${all}`
}

/** By which an error is found in the service's log. */
export function reference(number: string): string {
  return `Referenz ${number}`
}

export const ago = {
  now: 'jetzt',
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
}

/** How many days something is old. */
export function age(days: number): string {
  return days === 0 ? 'heute' : `${days} T`
}

export function week(number: number): string {
  return `Woche ${number}`
}
