import { zahl, liste, formOf, capital } from './say'
import type { trouble as en } from '../en/trouble'

export const trouble: typeof en = {
  newThings: (count: number): string =>
    `${zahl(count, 'neuer Punkt braucht', 'neue Punkte brauchen')} Ihre Hilfe`,
  things: (count: number): string => `${zahl(count, 'Punkt braucht', 'Punkte brauchen')} Ihre Hilfe`,
  nothingOver: 'Nichts liegt über Ihren Grenzen',
  asItStands: 'jetziger Stand',
  nobodyToday: 'Nach diesen Grenzen muss heute niemand um Hilfe gebeten werden.',
  new: 'Neu',
  raisedBefore: 'Schon gemeldet',
  more: (count: number): string => `und ${count} weitere. Zeigen mit: actions, issues`,
  next: (what: string): string => `Nächster Schritt: ${what}`,
  show: (id: string): string => `${id} zeigen`,
  notAnswered: (name: string): string => `${name} hat nicht geantwortet`,
  forWeeks: (weeks: number): string => `seit ${zahl(weeks, 'Woche', 'Wochen')}`,
  openDays: (days: number): string => `offen ${zahl(days, 'Tag', 'Tage')}`,
  blockedDays: (days: number): string => `blockiert ${zahl(days, 'Tag', 'Tage')}`,
  moved: (times: number): string => `${zahl(times, 'Mal', 'Mal')} verschoben`,
  notDelivered: 'Die letzte Karte kam im Chat nicht an.',
  askedSince: (date: string, items: readonly string[], most: number): string =>
    `Gefragt seit ${date}, zu ${liste(items, most)}.`,
  reported: (date: string, name: string): string => `Blockierend, gemeldet ${date} von ${name}.`,
  fixes: (name: string): string => `${name} behebt es.`,
  nobodyFixes: 'Noch niemand behebt es.',
  needs: (name: string): string => ` Braucht ${name}.`,
  since: (date: string, why: string): string => `Seit ${date}: ${why}`,
  firstDue: (first: string, due: string): string => `Zuerst fällig ${first}, jetzt ${due}`,
  talk: (id: string): string => `direkt ansprechen oder weitergeben: own ${id} @name`,
  addThen: 'Plumbline hinzufügen lassen, dann neu fragen: ask now',
  askHelp: (name: string, id: string): string => `${name} fragen, was hilft: ${id}`,
  sayWho: (id: string): string => `sagen, wer es behebt: triage ${id} show-stopper @name`,
  askWay: (name: string, id: string): string =>
    `${name} fragen, was im Weg steht, oder weitergeben: own ${id} @name`,
  findWho: (id: string): string => `suchen, wer es lösen kann, oder weitergeben: own ${id} @name`,
  agreeDate: (id: string): string => `ein Datum vereinbaren, das hält, oder aufteilen: ${id}`,
  wait: (who: readonly string[], most: number): string =>
    ` ${capital(liste(who, most))} ${formOf(who.length, 'wartet', 'warten')}.`,
}
