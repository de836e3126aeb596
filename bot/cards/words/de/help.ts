import type { help as en } from '../en/help'

export const help: typeof en = {
  title: 'Was Sie schreiben können',
  stand: {
    title: 'Wo wir stehen',
    mine: 'Ihre offenen Aufgaben. Auch: actions, overdue, blocked items, due this week',
    status: 'Der Wochenbericht im jetzigen Stand, nur für Sie. Auch: last recap',
  },
  owes: {
    title: 'Jemand soll etwas liefern',
    action: 'Eine neue Aufgabe. Dann: done A-12, move A-12 to Tue, block A-12 no access',
  },
  wrong: {
    title: 'Etwas stimmt nicht',
    issue: 'Ich frage nach, was fehlt. Dann: I-7, fix I-7, close I-7, issues',
  },
  week: {
    title: 'Die Woche',
    askNow: 'Fragt alle nach ihren eigenen Aufgaben',
    recap:
      'Der Entwurf für die Projektleitung. Dann: recap now. Pausieren: pause, resume. Beenden: delete project',
    alerts: 'Für die Projektleitung: was hängt, und wann ich es von selbst melde',
    away: 'Ich frage stattdessen Megan und erinnere Sie an nichts. Dann: back',
    reminders: 'Für Sie selbst, überall. Wieder erinnern: start reminders',
  },
  project: {
    title: 'Das Projekt',
    source: 'Wo alles ist, und wie dieses Projekt läuft. Zum Ändern: setup',
    where: 'Die Antwort von dort. Auch: how do we raise a change',
    add: 'Ein Eintrag mehr. Dann: verify S-8, change S-8 https://…',
    anchor: 'Das Projektwissen als Karte im Kanal, die jeder Änderung folgt',
    pin: 'Projektwissen und Probleme als Registerkarten im Kanal. Zum Lösen: unpin',
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
