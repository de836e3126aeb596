import { zahl, liste } from './say'
import type { away as en } from '../en/away'

export const away: typeof en = {
  youAre: (span: string): string => `Sie sind abwesend: ${span}`,
  oneDay: 'An diesem Tag frage und erinnere ich Sie nicht, in allen Projekten.',
  manyDays: 'Bis einschließlich dieses Tages frage und erinnere ich Sie nicht, in allen Projekten.',
  callOff: 'Zum Absagen die Schaltfläche drücken.',
  backEarlier: 'Früher zurück? Schreiben: back, oder die Schaltfläche drücken.',
  notAway: 'Doch nicht abwesend',
  iAmBack: 'Bin zurück',
  change: 'Ändern',
  today: 'heute',
  on: (date: string): string => `am ${date}`,
  fromUntil: (from: string, until: string): string => `von ${from} bis ${until}`,
  until: (until: string): string => `bis ${until}`,
  nobodyInstead: 'Niemand wird an Ihrer Stelle gefragt: die Karte im Kanal und der Wochenbericht sagen das.',
  delegateAway: (name: string, from: string, until: string): string =>
    `${name} wird zu Ihren Aufgaben gefragt, ist aber von ${from} bis ${until} abwesend: dann niemand.`,
  delegate: (name: string): string =>
    `${name} wird zu Ihren Aufgaben gefragt, in jedem gemeinsamen Projekt, und darf für Sie antworten.`,
  untilWhen: 'Bis wann sind Sie abwesend?',
  firstDay: 'Erster Tag',
  lastDay: 'Letzter Tag',
  whoInstead: 'Wer wird stattdessen gefragt?',
  welcomeBack: 'Willkommen zurück',
  youAreNot: 'Sie sind nicht abwesend',
  fromNowOn:
    'Ab jetzt frage ich Sie wieder nach Ihren Aufgaben. Was diese Woche für Sie geantwortet wurde, gilt; Sie können es noch ändern.',
  asAlways: 'Ich frage Sie wie immer nach Ihren Aufgaben. Zum Ändern schreiben: away until 3 Dec',
  myCard: 'Meine Karte',
  moreAway: (count: number): string =>
    `${zahl(count, 'weitere Person ist', 'weitere Personen sind')} abwesend.`,
  isAway: (name: string, until: string, delegate: string | null, answered: boolean): string =>
    `${name} ist bis ${until} abwesend; ${delegate === null ? 'niemand wurde stattdessen gefragt' : answered ? `${delegate} hat stattdessen geantwortet` : `${delegate} wird stattdessen gefragt`}.`,
  oneAway: (way: string): string => `1 Person ist abwesend; stattdessen ${way}.`,
  someAway: (count: number, parts: readonly string[]): string =>
    `${zahl(count, 'Person ist', 'Personen sind')} abwesend: ${liste(parts)}.`,
  wayFor: (way: string, count: number): string => `für ${count} ${way}`,
  ways: {
    answered: 'hat jemand anderes geantwortet',
    silent: 'wird jemand anderes gefragt',
    nobody: 'wurde niemand gefragt',
  },
  problem: {
    past: 'Dieser Tag ist vorbei. Bitte einen letzten Tag ab heute angeben.',
    endsBeforeItBegins: 'Der letzte Tag liegt vor dem ersten. Bitte einen ändern.',
    ownDelegate: 'Sie können sich nicht selbst vertreten. Bitte jemand anderen wählen, oder niemanden.',
    delegateNotHere:
      'Diese Person ist nicht in diesem Team. Bitte jemand aus dem Team wählen, oder niemanden.',
  },
}
