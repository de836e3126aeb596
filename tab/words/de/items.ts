import type { ItemRow } from '../../../bot/contract/item'

/* The page of action items: as a list and as a board, and the small form that a move opens. */

type Status = ItemRow['status']

export const STATUS_WORD: Readonly<Record<Status, string>> = {
  open: 'Offen',
  inProgress: 'In Arbeit',
  blocked: 'Blockiert',
  done: 'Erledigt',
  cancelled: 'Abgesagt',
}
/** Inside a sentence. */
export const STATUS_INLINE: Readonly<Record<Status, string>> = {
  open: 'offen',
  inProgress: 'in Arbeit',
  blocked: 'blockiert',
  done: 'erledigt',
  cancelled: 'abgesagt',
}
export const SHOW_WORD = {
  list: 'Liste',
  board: 'Board',
  waits: 'Wer wartet',
}
export const VIEW_WORD = {
  open: 'Offen',
  mine: 'Meine',
  blocked: 'Blockiert',
  ended: 'Beendet',
}
/** On the board, where states are columns, a view only says whose cards they are. */
export const BOARD_VIEW_WORD = { open: 'Alle', mine: 'Meine' }
export const GROUP_WORD = {
  due: 'Woche',
  owner: 'Zuständig',
  state: 'Status',
  none: 'Nichts',
}
export const SORT_WORD = {
  no: 'Nr.',
  title: 'Was',
  owner: 'Zuständig',
  due: 'Fällig',
  moved: 'Verschoben',
  state: 'Status',
}
export const FILTER_WORD = {
  owner: 'Zuständig',
  state: 'Status',
  workstream: 'Teilprojekt',
  only: 'Nur',
}
export const ONLY_WORD = { late: 'Überfällig', forMe: 'Worauf ich warte' }

/** What a move's button says. Three dots: it asks for something first. */
export const moves = {
  done: 'Erledigt',
  start: 'Beginnen',
  goOn: 'Weitermachen',
  firstDate: 'Datum angeben…',
  newDate: 'Neues Datum…',
  block: 'Blockiert…',
  otherReason: 'Anderer Grund…',
  cancel: 'Absagen…',
  reopen: 'Wieder öffnen…',
}

export const facts = {
  noDate: 'ohne Datum',
  over: (days: number) => `${days} T überfällig`,
  /** 0 days: since today. */
  blocked: (days: number) => (days > 0 ? `blockiert ${days} T` : 'blockiert'),
  drift: (days: number) => (days < 0 ? `−${-days} T` : `+${days} T`),
  /** Beside who waits for it, if somebody does. */
  unblocks: (what: string, besideSomebody: boolean) => `${besideSomebody ? ', danach' : 'Danach'} ${what}`,
  for: (name: string) => `für ${name}`,
}

export const groups = {
  all: 'Alle',
  late: 'Überfällig',
  noDate: 'Ohne Datum',
  left: 'Nicht mehr im Team',
  thisWeek: (week: string) => `${week}, diese Woche`,
  week: (week: string, from: string, to: string) => `${week}, ${from} bis ${to}`,
  oldest: (count: number, days: number) => `${count}, höchstens ${days} T`,
  due: (count: number) => `${count} fällig`,
  someLate: (count: number, late: number) => `${count}, ${late} überfällig`,
  noWorkstream: 'Ohne Teilprojekt',
  otherWorkstream: 'Anderes Teilprojekt',
}

export const toolbar = {
  search: 'Aufgaben durchsuchen',
  views: 'Ansichten',
  showAs: 'Anzeigen als',
  columns: 'Spalten',
  groupBy: 'Gruppiert nach',
  takeOff: (filter: string) => `Filter „${filter}“ entfernen`,
  shown: (shown: number, of: number) => `${shown} von ${of}`,
  newItem: 'Neue Aufgabe',
  newItemShort: 'Neue Aufgabe',
}

export const list = {
  name: 'Aufgaben',
  whoWaits: 'Wer wartet',
  older: 'Ältere Aufgaben zeigen',
  region: (id: string) => `Aufgabe ${id}`,
  position: (at: number, of: number) => `${at} von ${of}`,
}

export const board = {
  name: 'Board',
  column: (name: string, count: number) => `${name}, ${count} ${count === 1 ? 'Aufgabe' : 'Aufgaben'}`,
  move: (id: string) => `${id} in eine andere Spalte`,
  moveTo: (id: string) => `Wohin mit ${id}?`,
  standsThere: 'Steht schon dort.',
  leave: 'Abbrechen',
}

/** Why a card can't be brought to a column. */
export const hindrance = {
  notYours: (id: string, owner: string, lead: string) =>
    `${id} ändern kann nur ${owner}, wer sie angelegt hat, oder ${lead}.`,
  ended: (id: string, status: string) => `${id} ist ${status}: bitte erst wieder öffnen.`,
  backToOpen: (id: string) => `An ${id} wurde schon gearbeitet: einfach zurück auf offen geht nicht.`,
  pastWeek: 'Diese Woche ist vorbei. Bitte ein Datum ab heute wählen.',
  withoutDate: 'Ein Datum lässt sich verschieben, aber nicht wegnehmen. Das erste bleibt.',
}

/** What was just done. */
export const done = {
  saved: (id: string) => `${id} gespeichert`,
  added: (id: string) => `${id} angelegt`,
  handedTo: (id: string, name: string) => `${id} ist jetzt bei ${name}`,
  due: (id: string, date: string) => `${id} ist fällig ${date}`,
  openAgain: (id: string) => `${id} ist wieder offen`,
  is: (id: string, status: string) => `${id}: ${status}`,
  asItWas: (id: string) => `${id} ist wie zuvor`,
}

/** What would have been saved, and what stands now in its place. */
export const both = {
  otherDate: 'ein anderes Datum',
  noDate: 'kein Datum',
  nobody: 'niemand',
  otherWorkstream: 'ein anderes Teilprojekt',
  theirs: 'das andere',
}

/** Why it was not saved. No id: the item has none yet. */
export const refused = {
  past: 'Dieser Tag ist vorbei. Bitte ein Datum ab heute wählen.',
  needs: (id: string | null, missing: string) =>
    id === null ? `Es fehlt noch ${missing}.` : `Bei ${id} fehlt noch ${missing}.`,
  gap: {
    why: 'ein Grund',
    date: 'ein Datum',
    reason: 'ein Grund',
    owner: 'wer zuständig ist',
    title: 'ein Titel',
  },
  changedFirst: (id: string | null) => `Jemand hat ${id ?? 'sie'} inzwischen geändert.`,
  asItWas: (id: string | null) => `${id ?? 'Sie'} ist wie zuvor`,
  unreachable: 'Die Aufgaben sind nicht erreichbar. Ihre Eingabe ist noch da; bitte nochmals versuchen.',
  reference: (text: string, reference: string) => `${text} Referenz ${reference}`,
  cannotSave: 'So lässt sich das nicht speichern.',
}

/** What a view says when it is empty. */
export const NOTHING_FITS = {
  open: 'Nichts ist offen',
  mine: 'Für Sie ist nichts offen',
  blocked: 'Nichts ist blockiert',
  ended: 'Noch nichts ist beendet',
}

export const empty = {
  title: 'Niemand schuldet jemandem etwas',
  text: 'Eine Aufgabe ist, was jemand liefern muss, damit jemand anderes weitermachen kann. Hier anlegen, oder im Kanal:',
  example: 'action Preisliste senden @Megan for @Alex by Friday unblocks Lasttest',
  nothingFits: 'Nichts passt',
  takeOff: 'Filter entfernen',
  cantLoad: 'Die Aufgaben lassen sich gerade nicht laden',
  cantLoadText: 'Nichts ist verloren. Sie kommen von selbst, sobald der Dienst antwortet.',
  tryAgain: 'Nochmals versuchen',
}

/** The small form that a move opens. */
export const ask = {
  title: {
    block: (id: string) => `${id} ist blockiert`,
    cancel: (id: string) => `${id} absagen`,
    reopen: (id: string) => `${id} wieder öffnen`,
    firstDate: (id: string) => `Ein Datum für ${id}`,
    newDate: (id: string) => `Ein neues Datum für ${id}`,
  },
  label: {
    block: 'Was steht im Weg?',
    cancel: 'Warum entfällt sie?',
    reopen: 'Was ist noch zu tun?',
    move: 'Warum? Der Grund bleibt bei der Aufgabe stehen',
  },
  button: {
    block: 'Als blockiert melden',
    cancel: 'Aufgabe absagen',
    reopen: 'Wieder öffnen',
    move: 'Datum speichern',
  },
  missing: {
    block: 'Bitte sagen, was im Weg steht: wer helfen kann, muss es wissen.',
    cancel: 'Bitte einen Grund angeben; er bleibt bei der Aufgabe.',
    reopen: 'Bitte einen Grund angeben; er bleibt bei der Aufgabe.',
    move: 'Bitte einen Grund angeben; er bleibt bei der Aufgabe.',
    date: 'Bitte einen Tag wählen.',
  },
  newDate: 'Das neue Datum',
  whoseHelp: 'Wessen Hilfe würde es lösen?',
  nobodyParticular: 'Niemand Bestimmtes',
  leave: 'Abbrechen',
}
