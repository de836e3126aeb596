/* The words around all pages: the page row, and what fills the window when there is no page to show. */

export const PAGE_NAME = {
  issues: 'Issues',
  overview: 'Overview',
  items: 'Action items',
  source: 'Source of truth',
  recaps: 'Recaps',
  'my-card': 'My card',
} as const

export const PAGES = 'Pages'
export const ALL_PROJECTS = 'All projects'
export const UNDO = 'Undo'

/** `week`: "Week 47". */
export function pausedLine(week: string): string {
  return `${week} · paused`
}

export function answersLine(week: string, answered: number, asked: number): string {
  return `${week} · ${answered} of ${asked} have answered`
}

export const OUTAGE = {
  title: 'The log can’t be reached',
  text: 'Nothing is lost. Try again in a moment.',
}

export const PAGE_BROKEN = {
  title: 'This page can’t be shown right now',
  text: 'Nothing is lost. There may be a newer version of it, which comes with reloading.',
  reload: 'Reload',
}

/** While nothing can be reached and the loaded list stays. */
export const LOST = {
  loadedAt: (time: string) => `You see what was loaded at ${time}.`,
  kept: (id: string) => `Your change to ${id} is kept here and not yet saved.`,
  nextTry: (time: string) => `Next try at ${time}`,
  tryNow: 'Try now',
}
