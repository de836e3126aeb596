import { zahl } from './say'
import type { lists as en } from '../en/lists'

export const lists: typeof en = {
  newestTrouble: (span: string): string => `${span}, das Dringendste zuerst. Antippen zum Öffnen.`,
  allOpenItems: 'Alle offenen Aufgaben',
  openList: 'Liste öffnen',
  nothingIsOpen: 'Nichts ist offen',
  openItems: (total: number): string => zahl(total, 'offene Aufgabe', 'offene Aufgaben'),
  nothingOverdue: 'Nichts ist überfällig',
  overdue: (total: number): string => `${total} überfällig`,
  nothingBlocked: 'Nichts ist blockiert',
  blocked: (total: number): string => `${total} blockiert`,
  nothingDueBy: (date: string): string => `Nichts ist bis ${date} fällig`,
  dueBy: (date: string, total: number): string => `${total} fällig bis ${date}`,
  nothingOpenFor: (name: string): string => `Für ${name} ist nichts offen`,
  openItemsOf: (name: string, total: number): string =>
    `${name}: ${zahl(total, 'offene Aufgabe', 'offene Aufgaben')}`,
  toAddOne: 'Eine anlegen: Aufgabe Preisliste @Adele bis Freitag',
  nobodyWaits: 'Hier wartet niemand auf etwas.',
  for: (name: string): string => `für ${name}`,
  movedTimes: (times: number): string => `${times} Mal verschoben`,
  open: (id: string): string => `${id} öffnen`,
  blockedFor: (days: number): string =>
    days > 0 ? `seit ${zahl(days, 'Tag', 'Tagen')} blockiert` : 'seit heute blockiert',
  toReportOne: 'Eines melden: Problem: Auftragssumme zeigt 0',
  issuesFoot: (span: string, bestFirst: boolean): string =>
    `${span}, ${bestFirst ? 'das Passendste zuerst' : 'das Dringendste zuerst'}. Antippen zum Öffnen.`,
  allOpenIssues: 'Alle offenen Probleme',
  openLog: 'Problemliste öffnen',
  noIssueOpen: 'Kein Problem ist offen',
  openIssues: (total: number): string => zahl(total, 'offenes Problem', 'offene Probleme'),
  nothingOpenOf: (severity: string): string => `Nichts offen: ${severity}`,
  severityOpen: (severity: string, total: number): string => `${severity}: ${total} offen`,
  everyOneRated: 'Jedes offene Problem ist eingestuft',
  notRated: (total: number): string => `${zahl(total, 'Problem', 'Probleme')} noch nicht eingestuft`,
  everyOneOwned: 'Für jedes offene Problem ist jemand zuständig',
  unowned: (total: number): string =>
    `${zahl(total, 'Problem, für das', 'Probleme, für die')} noch niemand zuständig ist`,
  toFix: (name: string, total: number): string =>
    `${name}: ${total === 0 ? 'nichts zu beheben' : `${total} zu beheben`}`,
  found: (words: string, total: number): string =>
    total === 0 ? `Nichts gefunden zu „${words}“` : `${total} gefunden zu „${words}“`,
  nobodyFixes: 'noch niemand behebt es',
  yourProjects: (count: number): string => `Ihre ${count} Projekte`,
  waitForYou: (total: number): string => zahl(total, 'Punkt ist offen', 'Punkte sind offen'),
  nothingForYou: 'Für Sie ist nichts offen',
  cardWaits: 'Die Karte der Woche',
  cardItems: (items: number): string => zahl(items, 'Antwort fehlt', 'Antworten fehlen'),
  only: (project: string): string => `Nur ${project}`,
  all: (total: number): string => `Alle ${total}`,
  span: (from: number, to: number, total: number): string => `${from}–${to} von ${total}`,
  next: (count: number): string => `Nächste ${count}`,
  previous: (count: number): string => `Vorige ${count}`,
}
