import { zahl, liste, formOf } from './say'
import type { channel as en } from '../en/channel'

export const channel: typeof en = {
  askedAlready: (week: string): string => `Für ${week} wurde schon gefragt`,
  beingAsked: (count: number): string => `${zahl(count, 'Person wird', 'Personen werden')} gefragt`,
  haveAnswered: (answered: number, asked: number): string =>
    `${answered} von ${asked} haben geantwortet. Niemand wird zweimal gefragt.`,
  eachGets: 'Alle bekommen im Chat mit mir eine Karte mit ihren Aufgaben.',
  whoGotIt: 'Zustellung',
  everybodyAway: 'Alle mit offenen Aufgaben sind abwesend',
  nobodyHas: 'Niemand hat offene Aufgaben',
  allAnswered: (count: number): string =>
    formOf(count, 'Die eine gefragte Person hat geantwortet', `Alle ${count} haben geantwortet`),
  someAnswered: (answered: number, asked: number): string =>
    `${answered} von ${asked} ${formOf(answered, 'hat', 'haben')} geantwortet`,
  open: (names: readonly string[]): string => `Offen: ${liste(names, 12)}`,
  stillToAnswer: (count: number): string => `${zahl(count, 'Antwort fehlt', 'Antworten fehlen')} noch.`,
  isPosted: 'Der Wochenbericht ist veröffentlicht. Antworten erscheinen im nächsten.',
  countUntil: (until: string): string => `Antworten zählen bis ${until}.`,
  askedForBy: (until: string): string =>
    `Erbeten bis ${until}. Antworten zählen noch, bis der Wochenbericht erscheint.`,
  inThread: (names: readonly string[]): string => `${liste(names)} im Chat nicht erreicht: hier gefragt.`,
  notReached: (names: readonly string[]): string => `${liste(names)} nicht erreicht: nicht gefragt.`,
  mayHave: (count: number): string => `${zahl(count, 'Nachricht', 'Nachrichten')} vielleicht angekommen.`,
  answerMine: 'Jetzt antworten',
}
