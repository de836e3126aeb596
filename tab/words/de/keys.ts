/* The dialog with all keys, and what they do in the log. */

export const KEYS = 'Tasten'
export const LETTERS_ACT = 'Buchstaben wirken in der Liste'

/** Without "[ ]": a German keyboard has them only together with keys that belong to Teams; J and K do the same. */
export const LOG_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ oder J K', 'nächstes und voriges Problem'],
  ['Enter oder O', 'öffnen'],
  ['Esc', 'die Einzelheiten schließen, dann die Auswahl aufheben'],
  ['X oder Leertaste', 'auswählen'],
  ['Umschalt ↑ ↓', 'mehrere auswählen'],
  ['/', 'suchen'],
  ['F', 'filtern'],
  ['C', 'Problem melden'],
  ['A', 'Zuständige ändern, bei allen ausgewählten'],
  ['S', 'Schwere ändern'],
  ['M', 'Stand ändern'],
  ['E', 'Titel ändern'],
  ['L', 'Link kopieren'],
  ['Z', 'rückgängig machen'],
]
