import { zahl, formOf, capital } from './say'
import type { told as en } from '../en/told'

export const told: typeof en = {
  finished: (by: string, id: string, title: string): string => `${by} hat ${id} erledigt: ${title}`,
  done: 'Erledigt',
  by: (name: string): string => ` von ${name}`,
  goOn: (what: string): string => `Sie können weitermachen: ${what}`,
  noDateYet: 'Noch ohne Datum.',
  isDue: (date: string): string => `Fällig ${date}.`,
  hasToWait: (what: string): string => ` ${capital(what)} muss darauf warten.`,
  openAgainSummary: (id: string, title: string): string => `${id} ist wieder offen: ${title}`,
  openAgain: 'Wieder offen',
  toldDone: ', obwohl ich es als erledigt gemeldet hatte',
  thatIs: (days: number): string =>
    `Das ist ${days === 0 ? 'wie geplant' : days > 0 ? `${zahl(days, 'Tag', 'Tage')} später` : `${zahl(-days, 'Tag', 'Tage')} früher`}.`,
  movedSummary: (id: string, dates: string, title: string): string => `${id} verschoben, ${dates}: ${title}`,
  moved: 'Verschoben',
  effect: (what: string | null, days: number): string =>
    `${what === null ? 'Es kommt' : `${capital(what)} kann`} ${days > 0 ? `${zahl(days, 'Tag', 'Tage')} später` : `${zahl(-days, 'Tag', 'Tage')} früher`}${what === null ? '' : ' beginnen'}.`,
  dueOf: (id: string, date: string): string => `${id}, fällig ${date}`,
  dueBefore: (names: readonly string[], count: number): string =>
    formOf(
      count,
      `Ihre ${names[0] ?? ''}, kommt vor dieser.`,
      `Von Ihren sind ${count} vorher fällig: ${names.join('; ')}${count > names.length ? ' und weitere' : ''}.`,
    ),
  youWait: 'Sie warten darauf',
  openIt: 'Öffnen',
}
