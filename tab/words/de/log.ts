/* The words of the log's list, from its first rows on. */

export const TABLE = 'Probleme'

/** Heads of the columns; what a record's fields are called wherever they are edited. */
export const COLUMN_NAME = {
  severity: 'Schwere',
  no: 'Nr.',
  title: 'Titel',
  state: 'Stand',
  owner: 'Zuständig',
  where: 'Ort',
  workstream: 'Teilprojekt',
  age: 'Alter',
  changed: 'Geändert',
} as const

export const AGE_NAME: Readonly<Record<string, string>> = {
  '0': 'Bis 2 Tage',
  '3': '3 bis 7 Tage',
  '8': '8 bis 14 Tage',
  '15': '15 bis 30 Tage',
  '31': 'Über 30 Tage',
}

/** An owner who is not on the team any more. */
export const SOMEBODY_WHO_LEFT = 'Nicht mehr im Team'
export const NO_WORKSTREAM = 'Kein Teilprojekt'
export const OTHER_WORKSTREAM = 'Anderes Teilprojekt'
export const NO_PLACE = 'Keine Angabe'

export const COLUMNS = 'Spalten'

/** The part of the page that shows one issue. */
export function issueRegion(id: string): string {
  return `Problem ${id}`
}

export const HOW_BAD = 'Wie schlimm ist es?'
