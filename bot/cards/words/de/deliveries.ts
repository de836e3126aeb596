import { liste, zahl } from './say'
import type { deliveries as en } from '../en/deliveries'

export const deliveries: typeof en = {
  card: (name: string): string => `Karte für ${name}`,
  reminder: (name: string): string => `Erinnerung für ${name}`,
  weekCard: 'Die Wochenkarte im Kanal',
  draftFor: (name: string): string => `Der Entwurf für ${name}`,
  recapInChannel: 'Der Wochenbericht im Kanal',
  copyIn: (name: string): string => `Die Kopie in ${name}`,
  correctionIn: (name: string): string => `Die Berichtigung in ${name}`,
  correctionInChannel: 'Die Berichtigung im Kanal',
  thenAskNow: 'dann schreiben: ask now',
  orAskThem: 'oder selbst fragen. Die Karte von vorher gilt weiter.',
  sayRecapDraft: 'Mit recap zeigt sich der Entwurf im Chat oder im Kanal.',
  thenSayAskNow: (help: string): string => `${help} Dann schreiben: ask now`,
  standsOnTab: (help: string): string =>
    `${help} Der Wochenbericht steht auf der Registerkarte und lässt sich von dort mailen.`,
  mailed: (help: string): string => `${help} Dieser lässt sich von der Registerkarte mailen.`,
  deletedThere:
    'Die Nachricht wurde dort gelöscht, und nichts wird neu gepostet. Berichtigt steht er auf der Registerkarte.',
  editNotTaken:
    'Teams hat die Änderung nicht angenommen, die Nachricht ist noch die alte. Bitte correct recap schreiben und neu speichern.',
  twice: 'Teams hat nicht gesagt, ob es ankam, und nichts wird doppelt gesendet.',
  askThem: (name: string): string => `Bitte ${name} fragen; die Karte öffnet sich auch mit: my card`,
  sayRecap: 'Mit recap zeigt er sich.',
  lookInChannel: 'Bitte im Kanal nachsehen.',
  lookIn: (name: string): string => `Bitte in ${name} nachsehen.`,
  notSaidChanged: 'Teams hat nicht gesagt, ob die Nachricht geändert wurde. Bitte dort nachsehen.',
  person: {
    notInstalled: (who: string, then: string): string =>
      `Plumbline ist für ${who} nicht installiert: die Administration um Freigabe bitten, ${then}`,
    blocked: (who: string, then: string): string =>
      `${who} hat Plumbline blockiert: bitten, es im Chat freizugeben, ${then}`,
    gone: (who: string, then: string): string =>
      `${who} ist nicht mehr im Team: wieder hinzufügen oder die Aufgaben anderen geben, ${then}`,
    tooBig: (who: string, then: string): string =>
      `Die Karte war für Teams zu groß: einige Aufgaben von ${who} abschließen oder übergeben, ${then}`,
    refused: (who: string, then: string): string => `Teams hat es nicht angenommen: kurz warten, ${then}`,
  },
  own: {
    gone: 'Dieser Kanal ist nicht zu finden: Plumbline wieder zum Team hinzufügen.',
    notInstalled: 'Ich darf in diesem Kanal nicht posten: ein Teambesitzer kann es erlauben.',
    blocked: 'Ich darf in diesem Kanal nicht posten: ein Teambesitzer kann es erlauben.',
    tooBig: 'Es war für Teams zu groß.',
    refused: 'Teams hat es nicht angenommen.',
  },
  channel: {
    gone: (where: string): string =>
      `${where} ist nicht zu finden: mit audience neu wählen oder Plumbline wieder zum Team hinzufügen.`,
    notInstalled: (where: string): string =>
      `Ich darf in ${where} nicht posten: bitte dort erlauben lassen oder den Kanal mit audience abwählen.`,
    blocked: (where: string): string =>
      `Ich darf in ${where} nicht posten: bitte dort erlauben lassen oder den Kanal mit audience abwählen.`,
    tooBig: (where: string): string => `Der Wochenbericht war in ${where} für Teams zu groß.`,
    refused: (where: string): string => `Teams hat ihn in ${where} nicht angenommen.`,
  },
  onlyYou: (project: string): string => `${project} · nur für Sie`,
  nothingLately: 'Diese und letzte Woche wurde nichts gesendet.',
  askNow: 'Jetzt fragen',
  whoGetsRecap: 'Wer bekommt den Bericht',
  lookAgain: 'Nochmals nachsehen',
  notArrived: (count: number): string => `${zahl(count, 'Nachricht', 'Nachrichten')} nicht angekommen`,
  mayHave: (count: number): string => `${zahl(count, 'Nachricht', 'Nachrichten')} vielleicht angekommen`,
  onTheWay: (count: number): string => `${zahl(count, 'Nachricht', 'Nachrichten')} unterwegs`,
  nothingSent: 'Nichts gesendet',
  everythingArrived: 'Alles angekommen',
  moreNotArrived: (count: number): string => `und ${count} weitere nicht angekommen`,
  nobodyAsked: 'Diese Woche wurde noch niemand gefragt.',
  allAnswered: 'Diese Woche haben alle geantwortet.',
  noAnswerYet: (names: readonly string[]): string => `Noch keine Antwort: ${liste(names)}`,
  remindedAlone:
    'Wo das Projekt erinnert, tue ich es: höchstens zweimal je Woche, in der Arbeitszeit, und niemanden, der abwesend ist.',
  arrived: 'Angekommen',
  moreArrived: (count: number): string => `und ${count} weitere angekommen`,
  answeredAnyway: 'Hat trotzdem geantwortet: nichts zu tun.',
  askedInThread: 'Stattdessen unter der Wochenkarte gefragt.',
  notReached: 'nicht erreicht',
  nobodyKnows: 'unklar',
  onItsWay: 'unterwegs',
  notTakenYet: 'Teams hat es noch nicht angenommen. Bitte in einer Minute nachsehen.',
  sentOnceMore: 'Als Erinnerung nochmals gesendet.',
}
