import fc from 'fast-check'
import { inEnglish } from '../../../bot/teams/commands/german'
import { help as german } from '../../../bot/cards/words/de/help'
import { help as english } from '../../../bot/cards/words/en/help'
import { hearing, short } from './saying'

/* What Germans say, to a bot whose commands are English words. */

const SAID: Readonly<Record<string, readonly string[]>> = {
  'A-12 done': ['A-12 fertig', 'A-12 ist erledigt', 'erledigt A-12', 'fertig mit A-12'],
  'actions: of person=Alex Wilber': [
    'meine Aufgaben',
    'Zeige mir meine Aufgaben',
    'was muss ich noch tun?',
    'Kannst du mir meine Aufgaben zeigen?',
  ],
  'actions: overdue': ['zeige mir alle überfälligen', 'alle überfälligen Aufgaben'],
  'actions: open': ['offene Aufgaben', 'Welche Aufgaben sind noch offen?'],
  'actions: blocked': ['was ist blockiert'],
  'actions: of person=Megan Bowen': ['Aufgaben von Megan', 'was macht Megan gerade?'],
  'actions: dueBy until=2026-11-22': ['was ist diese Woche fällig?'],
  'actions: dueBy until=2026-11-20': ['fällig bis Freitag'],
  'issues: of person=Alex Wilber': ['meine Probleme'],
  'issues: open': ['offene Probleme'],
  'issues: notRated': ['neue Probleme'],
  'issues: unowned': ['Probleme ohne Zuständigen'],
  'issues: words words=[Login]': ['suche Login'],
  status: ['Status', 'wie ist der Stand?', 'wie läuft das Projekt', 'was gibt es Neues'],
  draft: ['Wochenbericht'],
  'the last recap': ['letzter Bericht'],
  'recap of week 46': ['Bericht von KW 46'],
  postRecap: ['Bericht senden', 'poste den Wochenbericht'],
  correctRecap: ['Bericht berichtigen'],
  deliveries: ['erinnere alle', 'wer hat noch nicht geantwortet?', 'wer fehlt noch'],
  askNow: ['frage alle'],
  showCard: ['meine Karte'],
  pause: ['Projekt pausieren'],
  resume: ['weiter'],
  'reminders off': ['keine Erinnerungen mehr'],
  'reminders on': ['Erinnerungen an'],
  showSetup: ['einrichten', 'Einstellungen', 'Sprache ändern'],
  source: ['Projektwissen', 'wer ist der Projektleiter', 'wann ist Go-Live?'],
  export: ['exportieren'],
  import: ['importieren'],
  pin: ['anheften'],
  'undo the latest': ['rückgängig'],
  'away until 2026-11-20': ['ich bin bis Freitag im Urlaub'],
  'away from 2026-12-01 until 2026-12-05': ['ich bin vom 1. bis 5. Dezember im Urlaub'],
  'away from 2026-11-23 until 2026-11-27': ['ich bin nächste Woche nicht da'],
  'away from 2026-12-23 until 2027-01-02 ask Megan Bowen': [
    'Urlaub vom 23.12. bis 2.1., Vertretung ist Megan',
  ],
  'away until 2026-12-03 ask Megan Bowen': ['abwesend bis 3. Dezember @Megan'],
  back: ['bin wieder da', 'zurück aus dem Urlaub'],
  'away from 2026-11-19 until 2026-12-02': ['ich bin zwei Wochen weg'],
  'A-12 move to=2026-11-20 why=[]': [
    'verschiebe A-12 auf Freitag',
    'kannst du A-12 bitte auf Freitag verschieben?',
  ],
  'A-12 move to=2026-12-15 why=[Lieferant ist spät]': [
    'A-12 verschieben auf 15. Dezember, Lieferant ist spät',
  ],
  'A-12 own owner=Adele Vance': ['gib A-12 an Adele', 'A-12 geht an Adele', 'weise A-12 Adele Vance zu'],
  'A-12 own owner=Alex Wilber': ['ich übernehme A-12'],
  'A-12 block reason=[wegen Firewall] needs=null': ['A-12 blockiert wegen Firewall'],
  'A-12 block reason=[von Adele] needs=Adele Vance': ['A-12 blockiert von Adele'],
  'A-12 block reason=[wartet auf Freigabe] needs=null': ['A-12 wartet auf Freigabe'],
  'A-12 start': ['starte A-12'],
  'A-12 cancel why=[nicht mehr nötig]': ['storniere A-12 nicht mehr nötig'],
  'I-5 reopen why=[]': ['öffne I-5 wieder'],
  'I-5 retest': ['I-5 behoben'],
  'I-5 close': ['schließe I-5'],
  'show A-12': ['zeige A-12'],
  'history of A-12': ['Verlauf von A-12'],
  'I-5 comment [wieder gesehen]': ['Kommentar zu I-5: wieder gesehen'],
  'I-5 edit severity=showStopper': ['I-5 ist ein Showstopper'],
  'I-5 triage severity=showStopper owner=null': ['stufe I-5 als Showstopper ein'],
  'action [Preisliste senden] owner Megan Bowen': ['Lege eine Aufgabe für Megan an: Preisliste senden'],
  'action [Preisliste senden] owner Megan Bowen by 2026-11-20': [
    'Aufgabe: Preisliste senden @Megan bis Freitag',
  ],
  'action [Preisliste senden] owner Megan Bowen for Adele Vance by 2026-12-15': [
    'Aufgabe Preisliste senden @Megan für @Adele bis 15. Dezember',
  ],
  'action [Preisliste senden]': ['neue Aufgabe Preisliste senden'],
  'issue [Warum geht der Login nicht?]': ['Problem: Warum geht der Login nicht?'],
  'issue [Login geht nicht]': ['Problem: Login geht nicht', 'neuer Fehler Login geht nicht'],
  'issue needs title': ['Fehler melden'],
  'question: wo ist der Testplan?': ['wo ist der Testplan?'],
  'question: wer genehmigt Änderungen?': ['wer genehmigt Änderungen?'],
  'question: wie melde ich eine Änderung': ['wie melde ich eine Änderung'],
  help: ['hilfe'],
  thanks: ['danke'],
}

test.each(Object.entries(SAID).flatMap(([meaning, all]) => all.map((text) => [text, meaning] as const)))(
  '"%s" means %s',
  (text, meaning) => {
    expect(short(text, { locale: 'de-DE' })).toBe(meaning)
  },
)

test.each([
  'find out who did it',
  'such a mess',
  'the status of the bug',
  'was it delivered',
  'an A-12',
  'die Karte ist schön',
  'Ich bin Megan',
  'das ist kein Problem',
  'wir sehen uns morgen',
])('"%s" is no German command', (text) => {
  expect(inEnglish(text)).toBeUndefined()
})

test.each([
  ['A-12 fertig?', 'did you mean: done A-12 | A-12'],
  ['schließe I-5?', 'did you mean: close I-5 | I-5'],
  ['Kannst du A-12 auf Freitag verschieben?', 'A-12 move to=2026-11-20 why=[]'],
  ['Karte zeigen', 'showCard'],
  ['Projektwissen zeigen', 'source'],
  ['lösen', 'notUnderstood'],
  ['A-12 ist nicht fertig', 'did you mean: A-12'],
  ['Aufgabe: Demo dem Kunden zeigen', 'action [Demo dem Kunden zeigen]'],
  ['Problem: Nichts zu sehen auf dem\nLG TV', 'issue [Nichts zu sehen auf dem] details [LG TV]'],
])('"%s" changes no more than it says: %s', (text, meaning) => {
  expect(short(text, { locale: 'de-DE' })).toBe(meaning)
})

test('what is caught comes over as it was written', () => {
  const title = fc
    .string({ unit: 'grapheme', minLength: 2, maxLength: 60 })
    .map((text) => `X${text.replace(/\s+/g, ' ').trim()}x`)
  fc.assert(
    fc.property(title, (text) => {
      expect(inEnglish(`Aufgabe: ${text}`)).toBe(`action: ${text}`)
    }),
  )
})

test('long and odd sentences are none', () => {
  const odd = ['zeige mir ', 'alle die ', 'was hat noch ', 'A-12 an ', 'ich bin weg ', 'Aufgaben von @ '].map(
    (part) => part.repeat(240),
  )
  for (const text of odd) expect(inEnglish(`${text}!x?`)).toBeUndefined()
})

/** "Also: actions, overdue." */
const LEADS_ON =
  /(?:also|then|again|change it|off|rest|end|auch|dann|erinnern|ändern|lösen|ruhen|beenden): ([^.]+)/giu

describe.each([
  ['en-GB', english],
  ['de-DE', german],
] as const)('what the help says, in %s', (locale, help) => {
  const besides = [help.stand, help.owes, help.wrong, help.week, help.project]
    .flatMap((part): readonly string[] => Object.values(part))
    .flatMap((text) => [...text.matchAll(LEADS_ON)].flatMap(([, list = '']) => list.split(', ')))

  test.each([...Object.values(help.say), ...besides])('"%s" is understood', (text) => {
    expect(hearing(text, { locale })).toMatchObject({ kind: 'command' })
  })
})
