/* The words around the log's list: toolbar, empty states, and how a change ended. */

export const SEARCH_ISSUES = 'Probleme durchsuchen'
export const NEW_ISSUE = 'Melden'
export const EXCHANGE = 'Import, Export'

export const VIEWS_NAME = 'Ansichten'
export const VIEW_NAME = {
  open: 'Offen',
  mine: 'Meine',
  retest: 'Zum Test',
  all: 'Alle',
} as const

export const GROUP_BY = 'Gruppen'
export const GROUP_NAME = {
  severity: 'Schwere',
  workstream: 'Teilprojekt',
  owner: 'Zuständig',
  state: 'Stand',
  none: 'Keine',
} as const

export const SORT = 'Sortiert'
export const SORT_NAME = {
  no: 'Nummer',
  title: 'Titel',
  severity: 'Schwere',
  state: 'Stand',
  owner: 'Zuständig',
  where: 'Ort',
  age: 'Alter',
  changed: 'Geändert',
} as const
export const LONG_SORT_NAME = {
  age: 'Das Schlimmste, dann das Älteste',
  no: 'Neueste zuerst',
  changed: 'Zuletzt geändert zuerst',
} as const

export function takeOffFilter(name: string): string {
  return `Filter ${name} entfernen`
}

/** What waits on top of the list. */
export function showNew(count: number): string {
  return count === 1 ? '1 neues Problem zeigen' : `${count} neue Probleme zeigen`
}

/** Below the rows when a search found more than can be shown. */
export function onlyNewest(count: number): string {
  return `Das sind die ${count} neuesten. Ein weiteres Wort grenzt sie ein.`
}

export const SHOW_MORE = 'Mehr zeigen'

/** "bis 16 T". */
export function oldest(days: number): string {
  return `bis ${days} T`
}

export function ownerless(count: number): string {
  return `${count} nicht vergeben`
}

export function select(id: string): string {
  return `${id} auswählen`
}

/* Nothing to list. */

export const NOTHING_IN = {
  open: 'Nichts ist offen',
  mine: 'Für Sie ist nichts offen',
  retest: 'Nichts wartet auf einen Test',
  all: 'Keine Probleme',
} as const

export const NOTHING_FITS = 'Nichts passt'
export const TAKE_OFF = 'Filter entfernen'

export function logged(id: string): string {
  return `${id} gemeldet`
}
