/* What each key does on the source of truth. */

export const KEYS = [
  ['J K', 'nächster und voriger Eintrag'],
  ['Enter oder O', 'öffnen'],
  ['Esc', 'Eintrag schließen'],
  ['[ ]', 'bei offenem Eintrag: voriger und nächster'],
  ['/', 'suchen'],
  ['C', 'neuer Eintrag'],
  ['M', 'was damit zu tun ist'],
  ['L', 'Link kopieren'],
  ['Z', 'rückgängig'],
] as const
