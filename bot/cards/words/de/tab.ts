import { figure, oder } from './say'
import type { tab as en } from '../en/tab'

const FEHLT: Readonly<Record<string, string>> = {
  why: 'ein Grund',
  severity: 'die Schwere',
  title: 'ein Titel',
  owner: 'wer zuständig ist',
}

export const tab: typeof en = {
  nothingHere: 'Für dieses Konto gibt es hier nichts.',
  noAddress: 'Hier gibt es nichts.',
  notHere: 'Das geht hier nicht.',
  tooMuch: 'Das ist zu viel auf einmal. Es wurde nichts gespeichert.',
  unreadable: 'Diese Anfrage ist nicht lesbar.',
  broken: 'Das hat nicht geklappt, und es wurde nichts geändert. Bitte gleich nochmals versuchen.',
  signInEnded: 'Ihre Anmeldung ist abgelaufen. Bitte die Seite neu laden.',
  olderPage: 'Diese Seite ist veraltet. Bitte neu laden.',
  noSuchList: 'Diese Liste gibt es nicht. Bitte die Seite neu laden.',
  nobodyInTrial: 'So heißt hier beim Ausprobieren niemand.',
  you: 'Sie',
  personLeft: 'Diese Person ist nicht mehr im Team. Bitte die Seite neu laden.',
  oldCard: 'Diese Karte ist veraltet. Bitte die Seite neu laden.',
  worksInChat: 'Das geht im Chat mit Plumbline.',
  tap: {
    personGone: 'Diese Person ist nicht mehr im Team. Bitte jemand anderen wählen.',
    badDate: 'Das ist kein Datum. Bitte eines aus dem Kalender wählen.',
    badIssueNumber: 'Das ist keine Nummer eines Problems. Bitte so schreiben: I-7.',
  },
  tooLong: (length: number, most: number): string =>
    `Das sind ${figure(length)} Zeichen; ${figure(most)} passen. Es wurde nichts gespeichert.`,
  undo: {
    notYours: 'Zurücknehmen kann eine Änderung nur, wer sie gemacht hat.',
    changedSince: 'Es wurde seither wieder geändert und bleibt deshalb.',
    nothing: 'Es gibt nichts zurückzunehmen.',
    tooOld: 'Das ist zu lange her, um es zurückzunehmen.',
  },
  undoEntry: 'Das lässt sich nicht mehr zurücknehmen.',
  noSuch: (id: string): string => `${id} gibt es in diesem Projekt nicht.`,
  missing: (what: string): string => FEHLT[what] ?? what,
  ofItself: (id: string): string => `${id} kann nicht von sich selbst doppelt sein.`,
  onlyLead: (lead: string): string => `Das kann nur die Projektleitung (${lead}).`,
  onlyReporter: (owner: string | null, lead: string): string =>
    `Den Text ändern können: wer es gemeldet hat, ${owner ?? 'wer es behebt'} und ${lead}.`,
  onlyOwner: (owner: string | null, lead: string): string =>
    `Ändern können das: ${owner ?? 'wer zuständig ist'}, wer es angelegt hat und ${lead}.`,
  reopenFirst: (id: string, status: string): string => `${id} ist ${status}. Bitte zuerst wieder öffnen.`,
  canAnswer: (lead: string): string => `Das kann ${lead} beantworten.`,
  canChange: (names: readonly string[]): string => `Ändern kann das ${oder(names)}, Sie nicht.`,
  entry: {
    noTitle: 'Es fehlt ein Titel.',
    noContent: 'Es fehlt ein Titel und ein Link oder Text.',
    titleTooLong: 'Der Titel ist zu lang.',
    textTooLong: 'Der Text ist zu lang. Bitte als Datei ablegen und den Link angeben.',
    badLink: 'Nur Links, die mit https:// beginnen, gehen.',
    badInterval: 'Bitte zwischen einem Tag und einem Jahr wählen.',
  },
  takeAsCsv: 'Das sind zu viele Einträge für eine Arbeitsmappe. Als CSV geht es.',
  mayImport: (lead: string): string =>
    `Einlesen können nur die Projektleitung (${lead}) und die Besitzer des Teams.`,
}
