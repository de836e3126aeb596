import { zahl, liste, formOf } from './say'
import type { states as en } from '../en/states'

export const states: typeof en = {
  item: {
    open: 'offen',
    inProgress: 'in Arbeit',
    blocked: 'blockiert',
    done: 'erledigt',
    cancelled: 'abgesagt',
  },
  issue: {
    new: 'neu',
    triaged: 'eingeordnet',
    inProgress: 'in Arbeit',
    readyForRetest: 'bereit zum Test',
    reopened: 'wieder offen',
    closed: 'geschlossen',
    deferred: 'zurückgestellt',
    duplicate: 'doppelt',
  },
  move: {
    triage: 'Einordnen',
    fix: 'In Arbeit',
    retest: 'Zum Test',
    close: 'Schließen',
    defer: 'Zurückstellen',
    reopen: 'Wieder öffnen',
    duplicate: 'Doppelt',
  },
  moveInline: {
    triage: 'einordnen',
    fix: 'in Arbeit nehmen',
    retest: 'zum Test geben',
    close: 'schließen',
    defer: 'zurückstellen',
    reopen: 'wieder öffnen',
    duplicate: 'als doppelt vermerken',
  },
  severity: {
    showStopper: 'Blockierend',
    workaround: 'Mit Umweg',
    cosmetic: 'Kosmetisch',
  },
  severityInline: {
    showStopper: 'blockierend',
    workaround: 'mit Umweg',
    cosmetic: 'kosmetisch',
  },
  notRated: 'Ohne Schwere',
  notRatedInline: 'ohne Schwere',
  meaning: {
    showStopper: 'nichts geht mehr',
    workaround: 'es geht auf anderem Weg',
    cosmetic: 'sieht falsch aus, geht',
  },
  rag: {
    red: 'Rot',
    amber: 'Gelb',
    green: 'Grün',
  },
  showStopperOpen: (issue: string, days: number): string =>
    `${issue} blockiert die Arbeit${days > 0 ? `, seit ${zahl(days, 'Tag', 'Tagen')}` : ''}`,
  itemBlocked: (item: string, days: number): string =>
    `${item}${days > 0 ? ` seit ${zahl(days, 'Tag', 'Tagen')}` : ''} blockiert`,
  itemsLate: (late: number, open: number, worst: number): string =>
    `${late} von ${zahl(open, 'Aufgabe', 'Aufgaben')} überfällig, höchstens ${zahl(worst, 'Tag', 'Tage')}`,
  itemsSlipped: (slipped: number, open: number): string =>
    `${slipped} von ${zahl(open, 'Aufgabe', 'Aufgaben')} diese Woche verschoben`,
  itemMoved: (item: string, times: number): string => `${item} ${zahl(times, 'Mal', 'Mal')} verschoben`,
  goLiveMoved: (days: number): string => `Go-live ${zahl(days, 'Tag', 'Tage')} später als zuerst geplant`,
  allOnTrack: (open: number): string =>
    formOf(open, 'die eine offene Aufgabe ist im Plan', `alle ${open} Aufgaben im Plan`),
  nothingOpen: 'nichts offen',
  workstreamsGreen: (of: number): string => `${zahl(of, 'Teilprojekt', 'Teilprojekte')} grün`,
  workstreamsBad: (red: number, amber: number, of: number): string =>
    `von ${zahl(of, 'Teilprojekt', 'Teilprojekten')} ${liste([...(red > 0 ? [`${red} rot`] : []), ...(amber > 0 ? [`${amber} gelb`] : [])])}`,
  late: (days: number): string => `${zahl(days, 'Tag', 'Tage')} überfällig`,
  drift: (days: number): string =>
    days === 0
      ? 'wie geplant'
      : days > 0
        ? `${zahl(days, 'Tag', 'Tage')} später`
        : `${zahl(-days, 'Tag', 'Tage')} früher`,
  times: (times: number): string => zahl(times, 'Mal', 'Mal'),
  noDate: 'Kein Datum',
  noDateInline: 'ohne Datum',
}
