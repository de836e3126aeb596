/* The words of the dialog in which an issue is reported. */

export const NEW_ISSUE = 'Problem melden'

export function reportedBy(name: string, project: string): string {
  return `Gemeldet von ${name}, in ${project}`
}

export const ASKS = {
  title: 'Was ist falsch, in einer Zeile?',
  where: 'Wo im System?',
  happened: 'Wann ist es passiert?',
  steps: 'Wie lässt es sich nachstellen, Schritt für Schritt?',
  workaround: 'Wie geht die Arbeit solange weiter?',
  owner: 'Wer behebt es?',
  details: 'Sonst noch etwas?',
} as const

export const NO_ONE_YET = 'Noch niemand'
export const LOG_IT = 'Melden'
export const TITLE_MISSING = 'Bitte in einer Zeile sagen, was falsch ist.'
export const NOT_SAVED = 'So lässt sich das nicht speichern.'

/** The log before anybody found anything. */
export const NO_ISSUES = {
  title: 'Noch keine Probleme',
  text: 'Etwas stimmt nicht? Hier melden oder im Kanal schreiben. Gefragt wird nur, was fehlt: der Ort, die Schritte, wie schlimm es ist.',
  /** What one would write to the bot: its command is English. */
  example: 'issue Zahllauf zahlt eine Rechnung doppelt',
}

/** What each severity means, said where one chooses. */
export const SEVERITY_MEANS = {
  showStopper: 'nichts geht mehr',
  workaround: 'es geht auf anderem Weg',
  cosmetic: 'sieht falsch aus, geht',
} as const
