import { liste, oder, figure } from './say'
import type { refusals as en } from '../en/refusals'

/** Fields of a record that may be too long. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'der Titel',
  unblocks: 'was danach möglich ist',
  details: 'die Details',
  where: 'der Ort',
  steps: 'die Schritte',
  happened: 'der Zeitpunkt',
  workaround: 'der Umweg',
  comment: 'der Kommentar',
  question: 'die Frage',
  why: 'der Grund',
  reason: 'der Grund',
}

export const refusals: typeof en = {
  noSuch: (id: string): string => `${id} gibt es hier nicht`,
  numbersCount: 'Nummern gelten je Projekt. Das gibt es hier:',
  openItems: 'Offene Aufgaben',
  openIssues: 'Offene Probleme',
  onlyLead: (lead: string): string =>
    `Das können nur die Projektleitung (${lead}) und die Besitzer des Teams.`,
  onlyOwner: 'Ändern kann das nur, wer zuständig ist, wer es angelegt hat oder die Projektleitung.',
  pleaseAsk: (names: readonly string[]): string => `Bitte ${oder(names)} fragen.`,
  nothingChanged: 'Es wurde nichts geändert',
  tooLongFor: (field: string): string => `Nicht gespeichert, zu lang: ${FIELDS[field] ?? 'der Text'}`,
  shorten: (length: number, most: number): string =>
    `Es sind ${figure(length)} Zeichen, und ${figure(most)} passen. Bitte kürzen oder eine Datei an die Unterhaltung hängen.`,
  itBegins: 'Es beginnt',
  is: (id: string, status: string): string => `${id} ist ${status}`,
  isUnchanged: (words: string): string => `${words}: es wurde nichts geändert`,
  cannotBecome: (status: string, ways: readonly string[]): string =>
    `Von hier geht „${status}“ nicht. Möglich ist jetzt: ${oder(ways)}.`,
  openAgain: 'Es wurde nichts geändert. Um weiterzumachen, bitte wieder öffnen.',
  showIt: 'Zeigen',
  undo: {
    notYours: 'Zurücknehmen kann eine Änderung nur, wer sie gemacht hat. Es wurde nichts geändert.',
    changedSince: 'Es wurde seither wieder geändert. Es wurde nichts zurückgenommen; so steht es jetzt:',
    nothing: 'Es gibt nichts zurückzunehmen.',
    tooOld: 'Diese Änderung ist zu alt, um sie zurückzunehmen. Es wurde nichts geändert.',
  },
  nothingAsked: 'Diese Woche gibt es keine Frage an Sie',
  noOpenItems: 'Sie hatten keine offenen Aufgaben, als gefragt wurde.',
  noDate: (typed: string): string => `„${typed}“ ist kein Datum, das ich kenne`,
  datesIKnow: 'Ich kenne: Freitag, 20. Nov., in 2 Wochen, morgen, 2026-11-20.',
  didYouMean: (said: string): string => `„${said}“ kenne ich nicht. Gemeint war vielleicht:`,
  forExample: (example: string): string => `Zum Beispiel: ${example}`,
  lacks: {
    title: 'Es fehlt, worum es geht',
    id: 'Es fehlt die Nummer',
    person: 'Es fehlt, um wen es geht',
  },
  whichOne: 'Welche Nummer?',
  show: (id: string): string => `${id} zeigen`,
  ofAnItem: (id: string): string =>
    `Sie können schreiben: done ${id} · move ${id} to Friday mit Grund · block ${id} mit Grund · own ${id} @person`,
  ofAnIssue: (id: string): string =>
    `Sie können schreiben: triage ${id} show-stopper @person · retest ${id} · close ${id} · comment ${id} mit Text`,
  notUnderstood: 'Das habe ich nicht verstanden',
  nothingToUndo: 'Von Ihnen gibt es nichts zurückzunehmen',
  lookedAtHour: 'Ich habe Ihre Änderungen der letzten Stunde angesehen.',
  gladToHelp: 'Gern geschehen',
  personGone: 'Diese Person ist nicht mehr in diesem Team',
  chooseOther: 'Es wurde nichts geändert. Bitte jemand anderen wählen.',
  noIssue: (typed: string): string => `„${typed}“ ist kein Problem`,
  issuesAreNumbered: 'Probleme haben Nummern wie I-7. Es wurde nichts geändert.',
  oldCard: 'Diese Karte ist zu alt',
  askForNew: 'Es wurde nichts geändert. Bitte eine neue anfordern.',
  which: (name: string): string => `Wer ist mit „${name}“ gemeint?`,
  wholeName: (names: readonly string[], most: number): string =>
    `Bitte noch einmal mit dem ganzen Namen: ${liste(names, most)}.`,
  moreWholeName: (count: number): string => `und ${count} weitere: bitte den ganzen Namen schreiben.`,
  meant: 'Gemeint war vielleicht:',
  onThisTeam: 'Gefragt werden kann nur, wer in diesem Team ist.',
  nobodyCalled: (name: string): string => `Hier heißt niemand „${name}“`,
  meantElse: 'Meinten Sie etwas anderes?',
  savedNotShown: 'Gespeichert, aber ich konnte es nicht zeigen',
  brokeAfter:
    'Nach dem Speichern ist bei uns etwas schiefgegangen. Nicht wiederholen: bitte die Nummer schreiben, oder mine.',
  broke: 'Bei uns ist etwas schiefgegangen. Sonst hat sich nichts geändert.',
  stillThere: 'In einer Stunde noch so? Das braucht Ihre Administration:',
  tryAgain: 'Nochmals versuchen',
  didNotWork: 'Das hat nicht geklappt',
  notSaved: (what: string): string => `Nicht gespeichert: ${what}`,
  backAgain: 'Wieder in diesem Kanal. Die Woche geht weiter, wo sie war.',
  onlyMembers: 'Ich kann nur Mitgliedern dieses Teams helfen',
  askOwner:
    'Bitten Sie einen Teambesitzer, Sie aufzunehmen, und versuchen Sie es in ein paar Minuten wieder.',
  noProject: 'Ich kenne noch kein Projekt von Ihnen',
  mentionOnce:
    'Ich arbeite im Kanal eines Projekts. Erwähnen Sie mich dort einmal, dann kenne ich Sie auch hier.',
  typeSetup: 'Noch kein Projekt? Im Kanal schreiben: @Plumbline setup.',
  whichProject: 'Welches Projekt?',
  whichForFile: 'Für welches Projekt ist diese Datei?',
  youSent: 'Gesendet',
  answeredBelow: 'Antwort steht unten',
  sentToOurChat: 'In unserem Chat gesendet',
  sentToChat: 'Es steht in unserem Chat',
  tooLongToCarry:
    'Das ist zu lang zum Mitnehmen. Wählen Sie das Projekt und senden Sie es dann nochmals. Es wurde nichts gespeichert.',
  orTypeProject: 'Noch mehr Projekte? Schreiben Sie den Namen des gemeinten.',
  inProject: (name: string): string => `Projekt: ${name}`,
  anotherProject: 'Anderes Projekt',
  nowAbout: (name: string): string => `Jetzt geht es um ${name}`,
  aboutUntil:
    'Was Sie hier schreiben, gilt dafür, bis Sie ein anderes wählen oder eine halbe Stunde vergangen ist.',
}
