/* How this project runs: its entries, what waits, and what can be done to an entry. */

export const KIND_WORD = {
  plan: 'Plan',
  scope: 'Umfang',
  roles: 'Rollen (RACI)',
  procedure: 'Ablauf',
  contacts: 'Kontakte',
  communication: 'Kommunikationsplan',
  change: 'Änderungsverfahren',
  uat: 'UAT',
  cutover: 'Cut-over',
  support: 'Support nach Go-live',
  other: 'Sonstiges',
}

export const PART_WORD = {
  planAndScope: 'Plan und Umfang',
  workingTogether: 'Zusammenarbeit',
  testAndCutover: 'Test und Cut-over',
  other: 'Mehr',
}

const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`

/** How far one may trust an entry; `short`: the same in a narrow place. */
export const trust = {
  empty: { text: 'Noch leer', short: 'leer' },
  verified: 'Geprüft',
  verifiedBy: (name: string, date: string) => `Geprüft von ${name}, ${date}`,
  due: (days: number) =>
    days === 0
      ? { text: 'Prüfung heute fällig', short: 'fällig' }
      : { text: `Prüfung seit ${many(days, 'Tag', 'Tagen')} fällig`, short: `fällig ${days} T` },
  changed: { text: 'Geändert, ungeprüft', short: 'geändert' },
  never: { text: 'Nie geprüft', short: 'ungeprüft' },
  stale: (since: string) => ({ text: `Veraltet seit ${since}`, short: 'veraltet' }),
  staleNever: { text: 'Veraltet, nie geprüft', short: 'veraltet' },
}

/** Of an empty place: who writes it, or could. */
export const writer = {
  you: 'Sie schreiben es.',
  someone: (name: string) => `${name} schreibt es.`,
  youCould: 'Sie könnten es schreiben, oder jemand anderes im Team.',
  couldWrite: (lead: string) => `${lead} könnte es schreiben, oder Sie.`,
}

export const every = {
  day: 'Täglich',
  week: 'Jede Woche',
  year: 'Jedes Jahr',
  days: (days: number) => `Alle ${days} Tage`,
}

/** Who waits for an answer; `more`: how many besides. */
export function waiting(names: readonly string[], more: number): string {
  return more > 0 ? `${names.join(', ')} und ${more} weitere` : names.join(' und ')
}

export const problem = {
  unreachable: 'Der Dienst ist nicht erreichbar. Nichts wurde geändert; bitte nochmals versuchen.',
  reference: (text: string, reference: string) => `${text} Referenz ${reference}`,
  cannotSave: 'So lässt sich das nicht speichern.',
}

/** Said once a change stands. */
export const saved = {
  verified: (id: string) => `${id} stimmt noch: in Ihrem Namen vermerkt`,
  removed: (id: string) => `${id} entfernt`,
  edited: (id: string) => `${id} gespeichert`,
  added: (id: string) => `${id} hinzugefügt`,
  asItWas: (id: string) => `${id} ist wie zuvor`,
}

export const page = {
  head: 'Wie dieses Projekt läuft',
  print: 'Drucken',
  addEntry: 'Neuer Eintrag',
  nothingWritten: 'Noch ist nichts geschrieben.',
  /** "22 Einträge: 18 geprüft, 2 zu prüfen, 2 veraltet. 3 sind noch leer." */
  count: (written: number, verified: number, toCheck: number, stale: number, empty: number) => {
    const parts = [
      ...(verified > 0 ? [`${verified} geprüft`] : []),
      ...(toCheck > 0 ? [`${toCheck} zu prüfen`] : []),
      ...(stale > 0 ? [`${stale} veraltet`] : []),
    ]
    const rest = empty === 0 ? '' : ` ${many(empty, 'weiterer ist', 'weitere sind')} noch leer.`
    return `${many(written, 'Eintrag', 'Einträge')}: ${parts.join(', ')}.${rest}`
  },
  asItStands: 'jetziger Stand',
  /** Beside a colour, in two parts: the second leads to the recap. */
  inRecap: (week: number) => ['im Bericht zu', `Woche ${week}`] as const,
  questionsWait: (count: number) => `${many(count, 'Frage wartet', 'Fragen warten')} auf Antwort`,
  cardComes: 'Der Kanal bekommt gleich die Karte',
  putCard: 'Karte im Kanal posten',
  position: (at: number, of: number) => `${at} von ${of}`,
  cantLoad: 'Das Projektwissen lässt sich gerade nicht laden',
  cantLoadText: 'Nichts ist verloren. Bitte gleich nochmals versuchen.',
  tryAgain: 'Nochmals versuchen',
}

export const contents = {
  search: 'Projektwissen durchsuchen',
  where: 'Wo ist …',
  name: 'Inhalt',
}

export const nothingFound = {
  perhaps: 'Vielleicht eines davon',
  nothing: 'Dazu steht hier nichts',
  /** Around the title of the place. */
  place: ['Es stünde unter ', ', aber das ist noch leer.'] as const,
  showAll: 'Alles zeigen',
  tooLong: 'Eine Frage hat ein, zwei Sätze. Bitte etwas kürzen.',
  asked: 'Ihre Frage ist notiert. Sie erfahren es, sobald es eine Antwort gibt.',
  keep: 'Als Frage behalten',
  ask: (name: string) => `${name} fragen`,
}

export const beside = {
  name: 'Was wartet',
  questions: 'Offene Fragen',
  noQuestions: 'Niemand wartet auf Antwort. Fragen geht hier, oder im Kanal mit „where is …“.',
  since: (names: string, age: string) => `${names}, ${age}`,
  answer: 'Antworten',
  answerOne: (question: string) => `Antworten: ${question}`,
  toCheck: 'Zu prüfen',
  nothingToCheck: 'Nichts ist zu prüfen.',
}

export const entry = {
  answers: (name: string) => `Zuständig: ${name}`,
  write: 'Schreiben',
  writeAgain: 'Neu schreiben',
  edit: 'Bearbeiten',
  editOne: (title: string) => `Bearbeiten: ${title}`,
  remove: 'Entfernen',
  stillTrue: 'Stimmt noch',
  stillTrueOne: (title: string) => `Stimmt noch: ${title}`,
  haveRead: 'Gelesen',
  toBeRead: 'Alle sind gebeten, das zu lesen.',
  whoHas: 'Wer hat es gelesen?',
  notSure: (name: string) => `Nicht sicher? Bitte ${name} fragen.`,
  /** One name or two. */
  canChange: (names: readonly string[]) => `Ändern kann es ${names.join(' oder ')}.`,
  table: 'Tabelle',
}

/** An answer to a question that waits. */
export const answering = {
  chooseOne: 'Bitte wählen',
  chooseOrWrite: 'Bitte den Eintrag wählen, der es beantwortet, oder einen neuen schreiben.',
  askedBy: (names: string) => `Gefragt von ${names}`,
  askedByAndTold: (names: string) => `Gefragt von ${names}. Wer gefragt hat, erfährt, wo die Antwort steht.`,
  theEntry: 'Welcher Eintrag beantwortet es?',
  needsNone: 'Braucht keine Antwort',
  writeNew: 'Neuen Eintrag schreiben',
  byThis: 'Mit diesem beantworten',
  doesItAnswer: 'Beantwortet es das?',
  answersIt: 'Beantwortet es',
  notedNone: 'Notiert: braucht keine Antwort',
  answered: (entry: string, names: string) => `Beantwortet mit ${entry}; wer wartet, erfährt es: ${names}`,
}
