import { LOCALE } from './common'

/* The words of the dialog by which records go out and come in. */

const figures = new Intl.NumberFormat(LOCALE)

export function number(count: number): string {
  return figures.format(count)
}

function rows(count: number): string {
  return count === 1 ? `${number(count)} Zeile` : `${number(count)} Zeilen`
}

export const WORDS = {
  title: 'Importieren und exportieren',
  out: 'Die Einträge herausholen',
  outHow: 'Eine Arbeitsmappe mit je einem Blatt, oder je als CSV.',
  workbook: 'Arbeitsmappe',
  cantLoad: 'Die Datei lässt sich nicht laden. Bitte gleich nochmals versuchen.',
  into: 'Eine Liste einlesen',
  intoHow:
    'Eine Excel-Arbeitsmappe oder CSV-Datei hierher ziehen oder auswählen. Nichts ändert sich, bevor Sie gesehen haben, was daraus wird.',
  choose: 'Datei wählen',
  reading: 'Die Datei wird gelesen',
  unreachable: 'Der Dienst ist nicht erreichbar. Bitte gleich nochmals versuchen.',
  another: 'Andere Datei',
  readAs: 'So wird sie gelesen',
  take: 'Dieses Blatt nehmen',
  holds: 'Die Zeilen sind',
  columns: 'Spalten',
  meanings: 'Wörter',
  people: 'Personen',
  order: 'Datumsangaben wie 3/4/2022',
  orderAsk: 'Manche Datumsangaben sind zweideutig. Bitte sagen, was zuerst kommt.',
  notTaken: 'Auslassen',
  say: 'Bitte wählen',
  nobody: 'Niemand von hier',
  problems: 'Anzusehen',
  sheet: 'Blatt',
  row: 'Zeile',
  column: 'Spalte',
  what: 'Was',
  cell: 'Zelle',
  sample: 'Die ersten Zeilen, wie sie hereinkämen',
  restFollows: 'Bereits Eingelesenes bleibt. Der Rest folgt meist binnen einer Minute von selbst.',
  goOn: 'Weiter',
  save: 'Liste speichern',
  saved: 'ausgelassen.csv',
  leftOut: 'Was ausgelassen wurde',
} as const

export const SHEETS = {
  issues: 'Probleme',
  items: 'Aufgaben',
  delays: 'Verschiebungen',
  recaps: 'Wochenberichte',
  source: 'Projektwissen',
} as const

export const KINDS = { issues: 'Probleme', items: 'Aufgaben' } as const

export const FIELD = {
  key: 'Plumbline-Schlüssel',
  number: 'Eigene Nummer',
  title: 'Titel',
  details: 'Einzelheiten',
  where: 'Ort',
  steps: 'Schritte',
  happened: 'Zeitpunkt',
  severity: 'Schwere',
  workaround: 'Umweg',
  owner: 'Zuständig',
  for: 'Für',
  unblocks: 'Danach möglich',
  workstream: 'Teilprojekt',
  status: 'Stand',
  why: 'Grund',
  due: 'Fällig',
  raised: 'Gemeldet am',
  ended: 'Geschlossen am',
  reporter: 'Gemeldet von',
  category: 'Art der Zeile',
} as const

export const ITEM_STATES = {
  open: 'Offen',
  inProgress: 'In Arbeit',
  blocked: 'Blockiert',
  done: 'Erledigt',
  cancelled: 'Abgesagt',
} as const

export const ORDERS = {
  '': 'Aus den Angaben erkannt',
  dayFirst: 'Tag zuerst: 3. April',
  monthFirst: 'Monat zuerst: 4. März',
} as const

/** What a row can come to. */
export const FACT = {
  fresh: 'Neu',
  known: 'Bekannt, wird aktualisiert',
  wrong: 'Fehlerhaft, ausgelassen',
  /** `category`: a kind of row that has no place here, as the file calls it. */
  other: (category: string) => `${category}, nicht hier`,
  without: 'Blätter ohne Einträge',
  updated: 'Aktualisiert',
  unchanged: 'Unverändert',
  skipped: 'Ausgelassen',
} as const

export function importButton(count: number): string {
  return `${rows(count)} einlesen`
}

export const NO_ROW = 'Noch keine Zeile lesbar'

export function canComeIn(count: number): string {
  return `${rows(count)} ${count === 1 ? 'kann' : 'können'} herein`
}

/** `cut`: there are more rows than one import takes. */
export function sheetHead(name: string, count: number, cut: boolean, header: number): string {
  const end = cut ? ', davon die ersten 20.000,' : ''
  return `${name}: ${rows(count)}${end} unter den Überschriften in Zeile ${header}`
}

export function soFar(done: number, all: number): string {
  return `Bisher ${number(done)} von ${rows(all)}`
}

export function halted(done: number): string {
  return `Stehen geblieben nach ${rows(done)}`
}

export const NOTHING_NEW = 'Nichts Neues in dieser Datei'

export function cameIn(count: number): string {
  return `${rows(count)} ${count === 1 ? 'ist' : 'sind'} eingelesen`
}

export function moreProblems(count: number): string {
  return `und ${number(count)} weitere`
}

export function onlyTheLead(name: string): string {
  return `Einlesen können ${name} (Projektleitung) und wer das Team verwaltet.`
}
