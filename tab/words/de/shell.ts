/* The words around all pages: the page row, and what fills the window when there is no page to show. */

export const PAGE_NAME = {
  issues: 'Probleme',
  overview: 'Überblick',
  items: 'Aufgaben',
  source: 'Projektwissen',
  recaps: 'Wochenberichte',
  'my-card': 'Meine Karte',
} as const

export const PAGES = 'Seiten'
export const ALL_PROJECTS = 'Alle Projekte'
export const UNDO = 'Rückgängig'

/** `week`: "Woche 47". */
export function pausedLine(week: string): string {
  return `${week} · pausiert`
}

export function answersLine(week: string, answered: number, asked: number): string {
  return `${week} · ${answered} von ${asked} ${answered === 1 ? 'hat' : 'haben'} geantwortet`
}

export const OUTAGE = {
  title: 'Plumbline ist nicht erreichbar',
  text: 'Nichts ist verloren. Bitte gleich nochmals versuchen.',
}

export const PAGE_BROKEN = {
  title: 'Diese Seite lässt sich gerade nicht zeigen',
  text: 'Nichts ist verloren. Vielleicht gibt es eine neuere Fassung: sie kommt mit dem Neuladen.',
  reload: 'Neu laden',
}

/** While nothing can be reached and the loaded list stays. */
export const LOST = {
  loadedAt: (time: string) => `Sie sehen den Stand von ${time}.`,
  kept: (id: string) => `Ihre Änderung an ${id} ist hier aufgehoben und noch nicht gespeichert.`,
  nextTry: (time: string) => `Nächster Versuch ${time}`,
  tryNow: 'Jetzt versuchen',
}
