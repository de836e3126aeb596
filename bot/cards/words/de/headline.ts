import type { HeadlineWords } from '../../../domain/headline'
import { zahl } from './say'
import { states } from './states'

const tage = (count: number) => zahl(count, 'Tag', 'Tage')
const seit = (count: number) => (count > 0 ? ` seit ${zahl(count, 'Tag', 'Tagen')}` : '')
const aufgaben = (count: number) => zahl(count, 'Aufgabe', 'Aufgaben')

export const headline: HeadlineWords = {
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
  setBy: (colour, name) => `${states.rag[colour]}, gesetzt von ${name}`,
  someMoved: 'Einige Aufgaben wurden verschoben',
  nothingOpen: 'Nichts offen',
  onTrack: 'Alles im Plan',
}
