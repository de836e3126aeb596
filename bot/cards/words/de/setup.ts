import { figure, liste, oder, zahl } from './say'
import type { setup as en } from '../en/setup'

const hoechstens = (what: string) => (max: number) => `${what} darf höchstens ${figure(max)} Zeichen haben.`

export const setup: typeof en = {
  step: { ask: 'Ich frage', remind: 'Ich erinnere', draft: 'Entwurf an Leitung', post: 'Bericht erscheint' },
  exampleCustomer: 'Nordwind Handel',
  exampleTime: { ask: 'Do 10:00', remind: 'Fr 09:00', draft: 'Fr 12:00', post: 'Fr 15:00' },
  missing: {
    name: 'Bitte dem Projekt einen Namen geben.',
    lead: 'Bitte wählen, wer das Projekt leitet.',
    zone: 'Bitte angeben, in welcher Zeitzone die Woche läuft, etwa Europe/Berlin.',
    goLiveWhy: 'Bitte sagen, warum sich Go-live verschiebt. Das steht dann im Verlauf.',
  },
  tooLong: {
    name: hoechstens('Der Name'),
    customer: hoechstens('Der Kunde'),
    workstreams: hoechstens('Ein Teilprojekt'),
    goLiveWhy: hoechstens('Der Grund'),
  },
  notAMember: 'Die Projektleitung muss Mitglied dieses Teams sein. Bitte jemanden daraus wählen.',
  notAZone: (suggestions: readonly string[]): string =>
    `Diese Zeitzone kenne ich nicht. ${suggestions.length === 0 ? 'Bitte eine wie Europe/Berlin angeben.' : `Gemeint war vielleicht ${oder(suggestions)}?`}`,
  notADate: 'Bitte für Go-live ein Datum angeben, etwa 2027-01-11.',
  cannotBeRemoved: 'Go-live lässt sich verschieben, aber nicht entfernen.',
  tooMany: (max: number): string => `Ein Projekt kann höchstens ${max} Teilprojekte haben.`,
  twice: (name: string): string => `${name} steht zweimal da.`,
  inUse: (name: string, { items, issues }: { readonly items: number; readonly issues: number }): string =>
    `${name} hat noch ${liste([
      ...(items === 0 ? [] : [zahl(items, 'offene Aufgabe', 'offene Aufgaben')]),
      ...(issues === 0 ? [] : [zahl(issues, 'offenes Problem', 'offene Probleme')]),
    ])}. Bitte bis dahin behalten oder in der Zeile umbenennen.`,
  notATime: (step: string): string => `Bitte „${step}“ als Tag und Uhrzeit angeben, etwa Do 10:00.`,
  tooEarly: (step: string, after: string): string => `„${step}“ muss in der Woche nach „${after}“ kommen.`,
}
