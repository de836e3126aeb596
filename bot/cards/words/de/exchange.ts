import { zahl, liste, figure } from './say'
import type { exchange as en } from '../en/exchange'

export const exchange: typeof en = {
  asWorkbook: 'Die Einträge als Arbeitsmappe',
  sheets:
    'Probleme, Aufgaben, Verschiebungen, Wochenberichte und Projektwissen: je ein Blatt, oder je als CSV.',
  holds: 'Probleme, Aufgaben, Verschiebungen, Wochenberichte und Projektwissen.',
  tooManyRecords: 'Das sind zu viele Einträge für eine Arbeitsmappe',
  takeAsCsv: 'Als CSV gibt es sie auf der Registerkarte.',
  notArrived: 'Die Datei kam nicht an',
  typeAgain: 'Nochmals mit export versuchen oder von der Registerkarte holen.',
  fromTab: 'Auf der Registerkarte lässt sie sich herunterladen.',
  typeExport: 'In unserem Chat export schreiben, dann sende ich es dort, oder von der Registerkarte holen.',
  bring: 'Eine Liste mit Problemen oder Aufgaben einlesen',
  sendFile: 'Die Datei in unserem Chat senden oder auf die Registerkarte ziehen. Excel und CSV, bis 20 MB.',
  showFirst: 'Ich zeige zuerst, was ich daraus lese. Vorher ändert sich nichts.',
  noRow: 'Noch lässt sich keine Zeile einlesen',
  canComeIn: (rows: number): string => `${zahl(rows, 'Zeile lässt', 'Zeilen lassen')} sich einlesen`,
  new: 'Neu',
  knownAlready: 'Bekannt',
  leftOut: 'Ausgelassen',
  notKept: 'Hier nicht geführt',
  others: (count: number, names: readonly string[]): string => `${figure(count)}: ${liste(names, 3)}`,
  figure: (count: number): string => figure(count),
  importRows: (rows: number): string => `${zahl(rows, 'Zeile', 'Zeilen')} einlesen`,
  changeReading: 'Zuordnung ändern',
  toLookAt: 'Bitte ansehen',
  row: (row: number): string => `Zeile ${row}`,
  moreOnTab: (count: number): string => `und ${figure(count)} weitere auf der Registerkarte`,
  sheetLeftOut: (name: string): string => `${name}: ausgelassen`,
  sheetRead: (name: string, issues: boolean, row: number, read: readonly string[], cut: boolean): string =>
    `${name}: ${issues ? 'Probleme' : 'Aufgaben'}, Überschriften in Zeile ${row}: ${liste(read, 8)}${cut ? '. Davon die ersten 20.000 Zeilen' : ''}`,
  nothingNew: 'Nichts Neues in dieser Datei',
  areIn: (rows: number): string => `${zahl(rows, 'Zeile ist', 'Zeilen sind')} eingelesen`,
  soFar: (done: number, all: number): string => `Bisher ${figure(done)} von ${zahl(all, 'Zeile', 'Zeilen')}`,
  halted: (done: number): string => `Nach ${zahl(done, 'Zeile', 'Zeilen')} stehen geblieben`,
  upToDate: 'Aktualisiert',
  asItWas: 'Unverändert',
  goesOn: 'Es geht von selbst weiter.',
  staysIn: 'Bereits Eingelesenes bleibt. „Weiter“ liest den Rest ein.',
  restFollows: 'Bereits Eingelesenes bleibt. Der Rest folgt bald von selbst.',
  goOn: 'Weiter',
  howFar: 'Wie weit ist es',
  seeLeftOut: 'Ausgelassenes ansehen',
  underWay: 'Es läuft schon',
  notTaken: 'Diese Datei ließ sich nicht einlesen',
  refusal: {
    notASheet:
      'Diese Liste kann ich nicht lesen. Bitte eine Excel-Arbeitsmappe (.xlsx) oder CSV-Datei senden.',
    macros:
      'Diese Arbeitsmappe enthält Makros, deshalb öffne ich sie nicht. Bitte als .xlsx ohne Makros speichern und senden.',
    externalLinks:
      'Diese Arbeitsmappe ist mit anderen Dateien verknüpft. In Excel unter Daten, Verknüpfungen bearbeiten lösen, speichern und neu senden.',
    locked:
      'Diese Datei hat ein Kennwort. In Excel unter Datei, Informationen, Arbeitsmappe schützen entfernen und neu senden.',
    oldExcel: 'Das ist eine ältere Arbeitsmappe. Bitte als Excel-Arbeitsmappe (.xlsx) speichern und senden.',
    tooMuch:
      'In dieser Datei ist weit mehr als eine Liste. Bitte die Zeilen in eine neue Arbeitsmappe kopieren und senden.',
    tooBig:
      'Diese Datei ist größer als 20 MB. Bitte teilen, oder Bilder und Blätter entfernen, die nicht nötig sind.',
    damaged: 'Diese Datei lässt sich nicht ganz lesen. Bitte öffnen, neu speichern und nochmals senden.',
    noRecords:
      'Ich habe darin keine Liste mit Problemen oder Aufgaben gefunden. Sie braucht eine Zeile mit Überschriften: einen Titel und eine weitere, etwa Status oder Zuständig.',
    gone: 'Diese Datei ist nicht mehr da: Dateien bleiben 3 Tage. Bitte neu senden.',
    unreachable: 'Ich konnte diese Datei nicht von Teams holen. Bitte nochmals senden.',
    alreadyRun:
      'Diese Datei wird schon eingelesen oder wurde in einem anderen Fenster geändert. Bitte neu ansehen.',
    unknownChoice: 'Etwas Gewähltes gibt es nicht mehr. Bitte neu wählen.',
  },
  noTitle: 'Es fehlt der Titel.',
  tooLong: (length: number, most: number): string =>
    `Es sind ${figure(length)} Zeichen; ${figure(most)} passen.`,
  noOwner: 'Eine Aufgabe braucht jemanden, der zuständig ist.',
  ownerUnknown: (name: string): string => `${name} ist nicht in diesem Team. Bitte sagen, wer gemeint ist.`,
  badDate: (value: string): string => `„${value}“ ist kein Datum.`,
  ambiguousDate: (value: string): string =>
    `„${value}“ ist zweideutig. Bitte sagen, ob Tag oder Monat zuerst kommt.`,
  unknownWord: (value: string): string => `„${value}“ kenne ich nicht. Bitte sagen, was es heißt.`,
  ofWhat: 'Bei „doppelt“ fehlt, von welchem Problem.',
  brokenFormula: (value: string): string => `„${value}“ kommt von einer kaputten Formel.`,
  sameAsRow: (row: number): string => `Dasselbe wie Zeile ${row}.`,
  changedSince: (record: string): string =>
    `${record} wurde hier nach dem Export geändert. Bitte neu exportieren und dort ändern.`,
  goneRecord: (record: string): string => `${record} ist nicht in diesem Projekt.`,
  keptInDetails: (value: string): string => `„${value}“ ist hier unbekannt und bleibt in den Details.`,
  valueLeftOut: (value: string): string => `„${value}“ ist hier unbekannt und wird ausgelassen.`,
  onlyOne: (owner: string): string => `Nur eine Person ist zuständig: ${owner}.`,
  noReason: 'Für diesen Stand fehlt der Grund.',
}
