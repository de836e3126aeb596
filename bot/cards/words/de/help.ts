import type { help as en } from '../en/help'

export const help: typeof en = {
  title: 'Was Sie schreiben können',
  say: {
    mine: 'meine Aufgaben',
    status: 'Stand',
    action: 'Aufgabe Preisliste @Adele bis Freitag',
    issue: 'Problem: Auftragssumme zeigt 0',
    askNow: 'frage alle',
    recap: 'Wochenbericht',
    alerts: 'Warnungen',
    away: 'abwesend bis 3. Dezember @Megan',
    reminders: 'keine Erinnerungen',
    source: 'Projektwissen',
    where: 'wo ist der Testplan',
    add: 'Projektwissen ergänzen Testanleitung https://…',
    anchor: 'Projektwissen posten',
    pin: 'anheften',
  },
  stand: {
    title: 'Wo wir stehen',
    mine: 'Ihre offenen Aufgaben. Auch: offene Aufgaben, überfällig, was ist blockiert, diese Woche fällig',
    status: 'Der Wochenbericht im jetzigen Stand, nur für Sie. Auch: letzter Bericht',
  },
  owes: {
    title: 'Jemand soll etwas liefern',
    action: 'Eine neue Aufgabe. Dann: A-12 fertig, verschiebe A-12 auf Dienstag, A-12 blockiert kein Zugang',
  },
  wrong: {
    title: 'Etwas stimmt nicht',
    issue: 'Ich frage nach, was fehlt. Dann: I-7, I-7 behoben, schließe I-7, offene Probleme',
  },
  week: {
    title: 'Die Woche',
    askNow: 'Fragt alle nach ihren eigenen Aufgaben',
    recap:
      'Der Entwurf für die Projektleitung. Dann: Bericht senden. Ruhen: pausieren, weiter. Beenden: Projekt löschen',
    alerts: 'Für die Projektleitung: was hängt, und wann ich es von selbst melde',
    away: 'Ich frage stattdessen Megan und erinnere Sie an nichts. Dann: bin zurück',
    reminders: 'Für Sie selbst, überall. Wieder erinnern: Erinnerungen an',
  },
  project: {
    title: 'Das Projekt',
    source: 'Wo alles ist, und wie dieses Projekt läuft. Zum Ändern: einrichten',
    where: 'Die Antwort von dort. Auch: wer genehmigt Änderungen',
    add: 'Ein Eintrag mehr. Dann: S-8 bestätigen, S-8 ändern https://…',
    anchor: 'Das Projektwissen als Karte im Kanal, die jeder Änderung folgt',
    pin: 'Projektwissen und Probleme als Registerkarten im Kanal. Zum Lösen: nicht mehr anheften',
  },
  addedMe: (name: string): string => `${name} hat mich hinzugefügt. `,
  alwaysKnow: 'Immer wissen, wo dieses Projekt steht',
  onceAWeek:
    'Einmal pro Woche frage ich alle im eigenen Chat nach ihren Aufgaben. Am Freitag poste ich hier einen Wochenbericht.',
  onlyMentions: 'Ich lese nur Nachrichten, die mich erwähnen. Vor dem Einrichten beginnt nichts.',
  ownItems: 'Ihre eigenen Aufgaben, einmal pro Woche',
  oneTap: 'Am Tag des Projekts frage ich hier nach Ihren Aufgaben: je ein Tippen, zusammen zehn Sekunden.',
  nothingElse: 'Sonst melde ich mich nur, wenn etwas fertig ist, worauf Sie warten.',
}
