import { short } from './saying'

/* As people on a project talk in Teams. It is Thursday 19 November 2026, 11:00 in Copenhagen. */

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  deliveries: [
    'can you remind everyone',
    'nudge the late ones',
    'chase the missing answers',
    'Send reminders now',
    'who still owes me an update?',
    'Who has not replied?',
    'who is late with their update',
    'when will you remind them?',
  ],
  status: [
    'what changed since last week',
    'compare with last week',
    'how is the project going?',
    'are we on time',
    'is go-live at risk?',
    'will we make go-live?',
    'any risks?',
    'what got done this week',
    'why are we red?',
    'why is data migration amber',
    'How is Data migration doing?',
    'status of training',
    'give me an update',
    'what did I miss?',
    'tldr',
  ],
  'the last recap': ['send me the report', 'recap as pdf', 'show last week', 'what happened last week?'],
  draft: ['show me the report'],
  source: ['how many days until go-live?', 'when do you ask?', 'who is the project manager?'],
  help: ['hello bot', 'Hey Plumbline!', 'good morning everyone', 'ping', 'huh?'],
  thanks: ['never mind', 'sorry', 'forget it'],
  showCard: ['later', 'snooze', 'remind me tomorrow', 'nothing to report', 'everything is done'],
  'actions: of person=Alex Wilber': ['what do I have this week?', 'who is waiting for me?'],
  'actions: of person=Megan Bowen': [
    'what is Megan working on?',
    "what's on Megan's plate?",
    'what’s Megan up to',
    'show me everything Megan has open',
    "what's due for Megan",
  ],
  'issues: severity severity=showStopper': ['high priority issues', 'sev 1 issues'],
  'question: who is the sponsor': ['who is the sponsor'],
  'show I-7': ['link to I-7'],
  'action needs title': ['how do I add an action?'],
  'move needs id': ['how can I move an action'],
  'away from 2026-11-23 until 2026-11-27': [
    "I'm on holiday from Monday to Friday",
    'PTO next week',
    'I am not in next week',
  ],
  'away from 2026-11-20 until 2026-11-24': ["I'm away from Friday to Tuesday"],
  'away until 2026-12-03 ask Megan Bowen': ["I'm away until 3 Dec, Megan covers for me"],
  'action [send the price file] owner Megan Bowen by 2026-11-20': [
    'Hi Plumbline,\nplease add an action for Megan to send the price file by Friday.\nThanks,\nAlex',
  ],
}

const GERMAN: Readonly<Record<string, readonly string[]>> = {
  help: ['Guten Morgen zusammen', 'Was kannst du alles?'],
  thanks: ['Vielen Dank!', 'Tschüss'],
  showSetup: ['Einstellungen', 'Sprache ändern'],
  status: ['Wie ist der Stand?', 'Wo stehen wir?', 'Was hat sich geändert?', 'Warum ist das Projekt gelb?'],
  'actions: open': ['Aufgaben', 'alle Aufgaben', 'Zeig mir die offenen Aufgaben'],
  'actions: of person=Alex Wilber': ['meine Aufgaben', 'Zeig mir bitte meine Aufgaben', 'Was muss ich tun?'],
  'actions: of person=Megan Bowen': ['Aufgaben von Megan', 'Megans Aufgaben', 'Was macht Megan?'],
  'actions: overdue': [
    'Zeige mir alle überfälligen',
    'überfällige Aufgaben',
    'Was ist überfällig?',
    'Kannst du mir die überfälligen Aufgaben zeigen?',
    'überfälig',
  ],
  'actions: blocked': ['Was ist blockiert?', 'blockierte Aufgaben'],
  'issues: open': ['Probleme', 'offene Probleme', 'Problemliste'],
  'issues: severity severity=showStopper': ['blockierende Probleme'],
  deliveries: ['Wer hat noch nicht geantwortet?', 'Erinnere bitte alle'],
  draft: ['Wochenbericht', 'zeig mir den Bericht'],
  'the last recap': ['letzter Wochenbericht', 'Bericht letzte Woche'],
  'recap of week 46': ['Bericht KW 46', 'Wochenbericht der Woche 46'],
  showCard: ['meine Karte', 'keine Änderung', 'erinnere mich morgen'],
  source: ['Wer ist die Projektleitung?', 'Wann gehen wir live?'],
  'question: Wo finde ich den Projektplan?': ['Wo finde ich den Projektplan?'],
  'reminders off': ['keine Erinnerungen mehr'],
  'undo the latest': ['rückgängig'],
  away: ['Ich bin im Urlaub', 'krank'],
  back: ['Ich bin wieder da'],
  'away until 2026-12-03': ['Ich bin bis 3. Dezember im Urlaub', 'abwesend bis 3.12.'],
  'away from 2026-11-23 until 2026-11-27': [
    'Ich bin nächste Woche im Urlaub',
    'Ich bin vom Montag bis Freitag im Urlaub',
  ],
  'away from 2026-12-01 until 2026-12-05 ask Megan Bowen': [
    'Ich bin vom 1. Dezember bis 5. Dezember im Urlaub, Vertretung Megan',
  ],
  'A-12 done': ['A-12 fertig', 'A-12 ist erledigt', 'erledigt A-12'],
  'A-12 move to=2026-11-20 why=[]': ['verschiebe A-12 auf Freitag', 'A-12 auf Freitag verschieben'],
  'A-12 own owner=Megan Bowen': ['gib A-12 an Megan'],
  'A-12 own owner=Alex Wilber': ['A-12 übernehmen', 'Ich übernehme A-12'],
  'A-12 block reason=[die Firewall ist zu] needs=null': ['A-12 blockiert: die Firewall ist zu'],
  'I-7 retest': ['I-7 ist behoben'],
  'I-7 close': ['I-7 schließen'],
  'action [Preisliste schicken] owner Megan Bowen by 2026-11-20': [
    'Lege eine Aufgabe für Megan an: Preisliste schicken bis Freitag',
    'Neue Aufgabe: Preisliste schicken @Megan bis Freitag',
    'Aufgabe Preisliste schicken @Megan bis Freitag',
    'Aufgabe für Megan: Preisliste schicken bis Freitag',
  ],
  'issue [Import bricht ab]': ['Neues Problem: Import bricht ab', 'Fehler: Import bricht ab'],
  'issue needs title': ['Problem melden'],
}

/** Only the person knows whether it was meant so: nothing is done yet. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  'who has not answered | actions of Megan Bowen': ['remind Megan', 'can you chase Megan please'],
  'A-12 | who has not answered': ['remind Megan about A-12'],
  'action order laptops on Friday @Alex Wilber': ['remind me to order laptops on Friday'],
  'stop reminders | away': ['stop asking me every week', 'leave me alone', 'frag mich nicht mehr'],
  'pause | delete project': ['archive the project'],
  setup: ['language german', 'german please', 'auf Deutsch', 'rename the project to ERP 2'],
  pause: ['no asks next week'],
  'move A-12 | A-12': ['A-12 will be late', 'A-12 is not on track'],
  'my card | A-12': ['A-12 is on track'],
  'done A-12 | A-12': ['✅ A-12', 'A-12 ✔️'],
  'own A-12 @Megan | A-12': ['can Megan take A-12?', 'A-12 -> Megan', "A-12 is Megan's"],
  'move A-12 to Friday': ['A-12 by Friday'],
  'done A-12 | done A-13': ['A-12 and A-13 are done'],
  'action send the price file by Friday @Megan': [
    'Megan needs to send the price file by Friday',
    'Can Megan send the price file by Friday?',
    'I’m waiting for Megan to send the price file by Friday',
  ],
  'action the price file by Friday @Megan': ['I need the price file from Megan by Friday'],
  'action risk: supplier may be late': ['add risk: supplier may be late', 'risk: supplier may be late'],
  'source add Decision: we go with vendor B': ['log a decision: we go with vendor B'],
  'blocked items | actions': ['who am I waiting for?'],
  'status | issues': ['closed issues'],
  'done A-12 | move A-13 to Friday': ['done A-12\nmove A-13 to Friday'],
  'action order laptops @Megan | action book a room': [
    'action items:\n- order laptops @Megan\n- book a room',
    '1. order laptops @Megan\n2. book a room',
  ],
  'action order laptops | import': ['Next steps\n- order laptops\n- book a room\n- invite the testers'],
}

/** Near to a command, and none. */
const NEITHER = [
  'the risk is high',
  'decision makers are away',
  'Megan will be late',
  'rename the project file',
  'chase the dog',
  'later today we meet',
  'too many messages were sent to customers',
  'alle fragen sich',
  'Die Aufgabe ist erledigt',
  'der Bericht ist schön',
  'zurück zum Thema',
  'fertig mit Mittagessen',
  'Urlaub ist schön',
  'Aufgaben sind verteilt',
  'das Meeting auf Freitag verschieben',
  'schließe die Tür',
  'ich bin bis Freitag fertig',
  'neue Leute kommen',
  'nicht A-12 erledigt',
]

const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([means, texts]) => texts.map((text) => [text, means] as const))

test.each(rows(ENGLISH))('%j says: %s', (text, means) => expect(short(text)).toBe(means))

test.each(rows(GERMAN))('%j says: %s', (text, means) => expect(short(text, { locale: 'de-DE' })).toBe(means))

test.each(rows(OFFERED))('%j is offered: %s', (text, means) =>
  expect(short(text)).toBe(`did you mean: ${means}`),
)

test.each(NEITHER)('%j is no command', (text) => expect(short(text)).toBe('notUnderstood'))

test('a German task has a German day in an English Teams too', () => {
  expect(short('Aufgabe Preisliste schicken @Megan bis Freitag', { locale: 'en-US' })).toBe(
    'action [Preisliste schicken] owner Megan Bowen by 2026-11-20',
  )
})

test('what is not done does not become done', () => {
  for (const text of ['A-12 ist nicht fertig', 'A-12 nicht erledigt', 'A-12 is not done'])
    expect(short(text)).toBe('did you mean: A-12')
})
