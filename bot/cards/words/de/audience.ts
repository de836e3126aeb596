import { liste } from './say'
import type { audience as en } from '../en/audience'

export const audience: typeof en = {
  whoGets: 'Wer bekommt den Bericht',
  alwaysGets: (home: string): string =>
    `${home} bekommt ihn immer. Angekreuzte Kanäle bekommen eine Kopie, die Berichtigungen folgt.`,
  whoGotLast: 'Zustellung des letzten',
  choseOther: (name: string): string => `${name} hat inzwischen andere Kanäle gewählt`,
  notSavedYet:
    'Von Ihnen ist noch nichts gespeichert. Unten steht Ihre Auswahl: die andere überschreiben oder vom jetzigen Stand aus beginnen.',
  standsNow: 'Jetziger Stand',
  saveMine: 'Meine Version speichern',
  startAgain: 'Neu beginnen',
  saved: 'Empfänger des Berichts gespeichert',
  fromNext: (names: string): string => `Ab dem nächsten Wochenbericht: ${names}.`,
  everybodyReads: 'Wer einen Kanal liest, liest dort die Kopie, und sonst nichts vom Projekt.',
  change: 'Ändern',
  channels: (names: readonly string[]): string => liste(names, 11),
  thisChannel: 'der Kanal dieses Projekts',
  thisChannelCapital: 'Der Kanal dieses Projekts',
  noOther: 'Dieses Team hat noch keinen anderen Kanal. In Teams anlegen, dann schreiben: audience',
  alsoSend: 'Auch senden an',
  moreChannels: (count: number): string =>
    `${count} weitere Kanäle: recap to und den Namen schreiben, etwa: recap to Steering`,
  noLonger: (name: string): string =>
    `${name} ist nicht mehr in diesem Team. Speichern nimmt ihn von der Liste.`,
  lastCopy: (help: string): string => `Die letzte Kopie kam nicht an. ${help}`,
  noChannel: (typed: string): string =>
    `Dieses Team hat keinen Kanal namens ${typed}. Das sind seine Kanäle:`,
  goneMeanwhile:
    'Ein angekreuzter Kanal ist nicht mehr im Team. Noch nichts gespeichert: bitte neu ankreuzen und speichern.',
  tooMany: (ticked: number, most: number): string =>
    `Angekreuzt sind ${ticked} Kanäle, und ${most} können eine Kopie bekommen. Noch nichts gespeichert.`,
}
