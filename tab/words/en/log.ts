/* The words of the log's list, from its first rows on. */

export const TABLE = 'Issues'

/** Heads of the columns; what a record's fields are called wherever they are edited. */
export const COLUMN_NAME = {
  severity: 'Severity',
  no: 'No.',
  title: 'Title',
  state: 'State',
  owner: 'Owner',
  where: 'Where',
  workstream: 'Workstream',
  age: 'Age',
  changed: 'Last change',
} as const

export const AGE_NAME: Readonly<Record<string, string>> = {
  '0': 'Up to 2 days',
  '3': '3 to 7 days',
  '8': '8 to 14 days',
  '15': '15 to 30 days',
  '31': 'Over 30 days',
}

/** An owner who is not on the team any more. */
export const SOMEBODY_WHO_LEFT = 'Somebody who left'
export const NO_WORKSTREAM = 'No workstream'
export const OTHER_WORKSTREAM = 'Another workstream'
export const NO_PLACE = 'Not said'

export const COLUMNS = 'Columns'

/** The part of the page that shows one issue. */
export function issueRegion(id: string): string {
  return `Issue ${id}`
}

export const HOW_BAD = 'How bad is it'
