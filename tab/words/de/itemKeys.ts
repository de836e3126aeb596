/* What each key does on the page of action items. */

export const KEYS = [
  ['↑ ↓ oder J K', 'nächste und vorige Aufgabe'],
  ['← →', 'auf dem Board zur Spalte daneben'],
  ['Enter oder O', 'öffnen'],
  ['Esc', 'Aufgabe schließen'],
  ['[ ]', 'bei offener Aufgabe: vorige und nächste'],
  ['/', 'suchen'],
  ['F', 'filtern'],
  ['C', 'neue Aufgabe'],
  ['A', 'Zuständige ändern'],
  ['M', 'weiterbringen; auf dem Board in eine andere Spalte'],
  ['L', 'Link kopieren'],
  ['Z', 'rückgängig'],
] as const
