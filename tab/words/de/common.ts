import type { IssueMove, IssueRow } from '../../../bot/contract/issue'
import type { RecapLine } from '../../../bot/contract/recap'

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

/** What a move's button says. Three dots: it asks for something first. */
export const MOVE_WORD: Record<IssueMove, string> = {
  triage: 'Einordnen…',
  fix: 'In Arbeit',
  retest: 'Zum Test',
  close: 'Schließen, es geht',
  defer: 'Zurückstellen…',
  reopen: 'Wieder öffnen…',
  duplicate: 'Doppelt…',
}

export const RAG_WORD: Record<RecapLine['colour'], string> = {
  red: 'Hilfe nötig',
  amber: 'Gelb',
  green: 'Grün',
}

/** In strips, where there is no room for a word. Two of the colours begin alike. */
export const RAG_LETTER: Record<RecapLine['colour'], string> = { red: 'R', amber: 'Ge', green: 'Gr' }

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

/** The same as a part of a sentence. */
export const agoInline = {
  now: 'gerade eben',
  minutes: (count: number) => `vor ${count} min`,
  hours: (count: number) => `vor ${count} h`,
  /** `day`: "Do 14:02" or "12. Nov.". */
  on: (day: string) => `am ${day}`,
}

/** How many days something is old. */
export function age(days: number): string {
  return days === 0 ? 'heute' : `${days} T`
}

export function week(number: number): string {
  return `Woche ${number}`
}
