/* The words of the pages on which a tab is added to a channel and taken off. */

export const ADD = {
  heading: 'Plumbline zu diesem Kanal hinzufügen',
  text: 'Die Registerkarte zeigt dem Team das Projekt dieses Kanals, und alles andere ist einen Klick entfernt.',
  opens: 'Was sie öffnet',
  name: 'Wie sie heißt',
  nameMissing: 'Bitte einen Namen angeben.',
  nameFirst: 'Bitte zuerst einen Namen angeben.',
  notAdded: 'Die Registerkarte ließ sich nicht hinzufügen. Bitte nochmals versuchen.',
} as const

/** The name that a tab has unless somebody gives it another. */
export const USUAL_NAME = {
  issues: 'Problemliste',
  source: 'Projektwissen',
  overview: 'Überblick',
  items: 'Aufgaben',
  recaps: 'Wochenberichte',
  'my-card': 'Meine Karte',
} as const

export const PAGE_SAYS = {
  issues: 'was falsch ist, wie schlimm, und wer es behebt',
  source: 'wie dieses Projekt läuft',
  overview: 'wo das Projekt steht, und wie es dahin kam',
  items: 'wer was für wen liefert, und bis wann',
  recaps: 'was jede Woche berichtet wurde',
  'my-card': 'für alle die eigene Wochenkarte',
} as const

export const REMOVAL = {
  heading: 'Diese Registerkarte abnehmen',
  title: 'Nur die Registerkarte geht',
  text: 'Probleme, Aufgaben, Wochenberichte und der ganze Verlauf bleiben, und die Woche läuft im Kanal weiter. Um sie wieder anzuheften, schreiben Sie: @Plumbline pin',
} as const

export const NOT_IN_TEAMS = {
  title: 'Diese Seite gehört zu Teams',
  text: 'In Teams den Kanal öffnen, neben seinen Registerkarten + wählen und dann Plumbline. Hier lässt sich die Registerkarte selbst öffnen.',
  open: 'Plumbline öffnen',
} as const
