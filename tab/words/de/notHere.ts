/* The words where the service answered, with something other than what was looked for. */

export const NO_ACCESS = {
  title: 'Für dieses Konto gibt es hier nichts',
  text: 'Fehlt hier ein Projekt? Wer das Team verwaltet, kann Sie aufnehmen. Dann bitte nochmals versuchen.',
}

export const NO_LONGER_OPEN = {
  title: 'Dieses Projekt lässt sich nicht mehr öffnen',
  text: 'Es wurde gelöscht, oder Sie sind nicht mehr im Team. Wer das Team verwaltet, weiß mehr und kann Sie wieder aufnehmen.',
  toMine: 'Zu meinen Projekten',
}

export const PAGE_NOT_LOADED = {
  /** `what`: what the page shows, as "Ihre Karte". */
  title: (what: string) => `Gerade nicht verfügbar: ${what}`,
  text: 'Nichts ist verloren. Es wird von selbst wieder versucht, oder sofort:',
}

export const CHOOSE_PROJECT = {
  title: 'Projekt wählen',
  text: 'Bei diesen sind Sie im Team.',
}

export const NO_PROJECT = {
  title: 'Hier gibt es noch kein Projekt',
  text: 'Eingerichtet wird es im Kanal, mit einer Karte: Name, Kunde, Go-live und die Zeiten der Woche.',
}
