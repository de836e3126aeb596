import type { IssueId } from './ids'
import type { Language } from './language'
import type { Rag } from './rag'

/** How a language says the parts of a headline; a count is at least 1, `days` may be 0. */
export type HeadlineWords = {
  readonly showStoppers: (count: number) => string
  readonly showStopper: (issue: IssueId, days: number) => string
  /** `days`: how long the longest is blocked. */
  readonly severalBlocked: (count: number, days: number) => string
  readonly blocked: (name: string, days: number) => string
  readonly severalLate: (count: number) => string
  readonly late: (days: number) => string
  readonly goLiveMoved: (days: number) => string
  readonly moved: (count: number) => string
  readonly setBy: (colour: Rag, name: string) => string
  readonly someMoved: string
  readonly nothingOpen: string
  readonly onTrack: string
}

const COLOURS = { red: 'Red', amber: 'Amber', green: 'Green' } as const
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const forDays = (count: number) => (count > 0 ? ` for ${days(count)}` : '')

const FARBEN = { red: 'Rot', amber: 'Gelb', green: 'Grün' } as const
const tage = (count: number) => (count === 1 ? '1 Tag' : `${count} Tage`)
const seit = (count: number) => (count > 0 ? ` seit ${count === 1 ? '1 Tag' : `${count} Tagen`}` : '')
const aufgaben = (count: number) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`)

/** A headline is kept in the recap, so its words stand with its rule. */
export const HEADLINE_WORDS: Readonly<Record<Language, HeadlineWords>> = {
  en: {
    showStoppers: (count) => `${count} show-stoppers open`,
    showStopper: (issue, open) => `show-stopper ${issue} open${forDays(open)}`,
    severalBlocked: (count, longest) =>
      `${count} items blocked${longest > 0 ? `, one for ${days(longest)}` : ''}`,
    blocked: (name, since) => `${name} blocked${forDays(since)}`,
    severalLate: (count) => `${count} items late`,
    late: (by) => `1 item ${days(by)} late`,
    goLiveMoved: (by) => (by > 0 ? `go-live ${days(by)} later than first planned` : 'go-live moved later'),
    moved: (count) => `${count === 1 ? '1 item' : `${count} items`} moved`,
    setBy: (colour, name) => `${COLOURS[colour]}, set by ${name}`,
    someMoved: 'Some items were moved',
    nothingOpen: 'Nothing open',
    onTrack: 'All on track',
  },
  de: {
    showStoppers: (count) => `${count} blockierende Probleme offen`,
    showStopper: (issue, open) => `blockierendes Problem ${issue}${seit(open)} offen`,
    severalBlocked: (count, longest) =>
      `${aufgaben(count)} blockiert${longest > 0 ? `, eine${seit(longest)}` : ''}`,
    blocked: (name, since) => `${name}${seit(since)} blockiert`,
    severalLate: (count) => `${aufgaben(count)} überfällig`,
    late: (by) => `1 Aufgabe ${tage(by)} überfällig`,
    goLiveMoved: (by) =>
      by > 0 ? `Go-live ${tage(by)} später als zuerst geplant` : 'Go-live nach hinten verschoben',
    moved: (count) => `${aufgaben(count)} verschoben`,
    setBy: (colour, name) => `${FARBEN[colour]}, gesetzt von ${name}`,
    someMoved: 'Einige Aufgaben wurden verschoben',
    nothingOpen: 'Nichts offen',
    onTrack: 'Alles im Plan',
  },
}
