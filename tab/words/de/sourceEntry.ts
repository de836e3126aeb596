/* One entry beside the page: its form, its facts and its history. */

export const pane = {
  back: 'Zurück zur Seite',
  previous: 'Voriger Eintrag',
  next: 'Nächster Eintrag',
  region: (id: string) => `Eintrag ${id}`,
  somebody: 'jemand',
  notOnPage: 'Es steht nicht mehr im Projektwissen.',
  linkWillDo: 'Ein Link genügt, oder ein paar Zeilen.',
  save: 'Speichern',
}

export const fact = {
  owner: 'Zuständig',
  nobody: 'Noch niemand',
  under: 'Thema',
  checked: 'Prüfung',
  lastVerified: 'Zuletzt geprüft',
  readBy: 'Gelesen',
  read: (count: number, of: number) => `${count} von ${of} ${of === 1 ? 'Person' : 'Personen'}`,
  youRead: 'von Ihnen auch',
}

export const form = {
  head: 'Neuer Eintrag',
  itAnswers: (question: string) => `Als Antwort auf: ${question}`,
  add: 'Hinzufügen',
  title: 'Titel',
  noTitle: 'Bitte einen Titel angeben.',
  linkOrText: 'Link oder Text',
  noContent: 'Bitte einen Link oder Text angeben. Soll der Eintrag weg, bitte entfernen.',
  hint: 'Ein Link, der mit https:// beginnt, oder ein paar Zeilen. **Fett**, Listen und Tabellen bleiben so.',
  owner: 'Wer ist zuständig?',
  whoever: 'Wer es schreibt',
  often: 'Wie oft prüfen?',
  usual: 'Wie üblich',
  under: 'Thema',
  byTitle: 'Nach dem Titel',
  askToRead: 'Alle bitten, das zu lesen',
  askToReadChange: 'Alle bitten, die Änderung zu lesen',
}

/** After the name of who did it: "Megan" + "hat den Link geändert". */
export const history = {
  line: (did: readonly string[], isUndo: boolean, why: string | null) => {
    const done = did.join(', ')
    const said = isUndo ? `hat zurückgenommen: ${done}` : `hat ${done}`
    return why ? `${said}: „${why}“` : said
  },
  touched: 'etwas geändert',
  wrote: 'es geschrieben',
  emptied: 'es geleert',
  link: 'den Link geändert',
  text: 'den Text geändert',
  took: 'es übernommen',
  nobody: 'die Zuständigkeit entfernt',
  gave: (name: string) => `es an ${name} übergeben`,
  unverified: 'die Prüfung zurückgenommen',
  verified: 'gesagt, dass es noch stimmt',
  removed: 'es entfernt',
  putBack: 'es zurückgeholt',
  toBeRead: 'alle gebeten, es zu lesen',
  called: (title: string) => `es ${title} genannt`,
  under: (kind: string) => `es unter ${kind} gestellt`,
  checked: (often: string) => `die Prüfung gesetzt: ${often}`,
}

/** How often, inside a sentence. */
export const every = {
  day: 'täglich',
  week: 'jede Woche',
  year: 'jedes Jahr',
  days: (days: number) => `alle ${days} Tage`,
  other: 'ein anderer Abstand',
}

/** What somebody else changed, and both its values. */
export const change = {
  field: {
    title: 'Der Titel',
    kind: 'Das Thema',
    content: 'Der Inhalt',
    owner: 'Zuständig',
    reviewDays: 'Die Prüfung',
    verified: 'Geprüft',
    state: 'Der Eintrag',
  },
  nobody: 'niemand',
  otherPlace: 'ein anderes Thema',
  unchecked: 'offen',
  wordOf: (name: string) => `von ${name}`,
  removed: 'entfernt',
  onPage: 'im Projektwissen',
  nothing: 'nichts',
  stillTrue: 'Stimmt noch',
  remove: 'Entfernen',
  otherValue: 'ein anderer Wert',
  theirs: 'das andere',
}
