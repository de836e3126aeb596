/* One action item beside the list: its facts, its delay, what hangs on it and its history. */

export const pane = {
  back: 'Zurück zur Liste',
  previous: 'Vorige Aufgabe',
  next: 'Nächste Aufgabe',
  title: 'Titel',
  conversation: 'Zur Unterhaltung',
  somebody: 'jemand',
}

/** Who waits for it, and for what. */
export const waits = {
  forWhat: (who: string, what: string) => `${who} wartet darauf. Danach möglich: ${what}.`,
  someone: (who: string) => `${who} wartet darauf.`,
  unblocks: (what: string) => `Danach möglich: ${what}.`,
}

/** Why it stands still or has ended: what stands out, and what was said. */
export const note = {
  blocked: (day: string, needs: string | null, reason: string) => ({
    strong: `Blockiert seit ${day}${needs === null ? '' : `, braucht ${needs}`}: `,
    said: `„${reason}“`,
  }),
  ended: (isDone: boolean, day: string, by: string | null, reason: string | null) => ({
    strong: `${isDone ? 'Erledigt' : 'Abgesagt'} am ${day}${by === null ? '' : ` von ${by}`}`,
    said: reason === null ? '' : `: „${reason}“`,
  }),
}

export const fact = {
  owner: 'Zuständig',
  whoWaits: 'Wer wartet',
  nobody: 'Niemand',
  unblocks: 'Danach',
  due: 'Fällig',
  noDate: 'Kein Datum',
  changeDue: (due: string) => `Fällig: ${due}, ändern`,
  workstream: 'Teilprojekt',
  none: 'Keines',
  addedBy: 'Angelegt',
}

export const delay = {
  head: 'Verzug',
  /** How far past the first date, and how often it was moved. */
  sum: (days: number, moves: number) => ({
    strong: `${Math.abs(days)} T`,
    rest: ` ${days < 0 ? 'vor' : 'nach'} dem ersten Datum${moves === 0 ? '' : `, ${moves === 1 ? 'einmal' : moves === 2 ? 'zweimal' : `${moves} Mal`} verschoben`}`,
  }),
  everyDate: (id: string) => `Alle Daten von ${id}`,
  saidOn: 'Gesagt am',
  date: 'Datum',
  whoAndWhy: 'Wer und warum',
  first: (date: string) => `Zuerst ${date}`,
  move: (from: string, to: string) => `${from} auf ${to}`,
  said: (who: string, why: string) => `${who}: „${why}“`,
  todayOver: (days: number) => `heute, ${days} T überfällig`,
}

export const hangs = {
  head: 'Was daran hängt',
  on: (id: string) => `${id} wartet auf`,
  below: (id: string) => `Auf ${id} warten`,
}

/** After the name of who did it: "Megan" + "hat sie erledigt". */
export const history = {
  line: (did: readonly string[], isUndo: boolean, why: string | null) => {
    const done = did.join(', ')
    const said = isUndo ? `hat zurückgenommen: ${done}` : `hat ${done}`
    return why ? `${said}: „${why}“` : said
  },
  added: 'sie angelegt',
  touched: 'etwas geändert',
  took: 'sie übernommen',
  gave: (name: string) => `sie an ${name} übergeben`,
  dated: (date: string) => `sie auf ${date} gelegt`,
  moved: (date: string) => `sie auf ${date} verschoben`,
  nobodyWaits: 'vermerkt, dass niemand darauf wartet',
  waits: (name: string) => `vermerkt, dass ${name} darauf wartet`,
  unblocksNothing: 'entfernt, was danach möglich ist',
  unblocks: 'vermerkt, was danach möglich ist',
  title: 'den Titel geändert',
  workstream: 'das Teilprojekt geändert',
  other: (field: string) => `${field} geändert`,
  done: 'sie erledigt',
  wentOn: 'weitergemacht',
  started: 'damit begonnen',
  moreBlocked: 'mehr zum Hindernis gesagt',
  blocked: 'sie als blockiert gemeldet',
  cancelled: 'sie abgesagt',
  reopened: 'sie wieder geöffnet',
  state: 'den Status geändert',
}

/** What somebody else changed, and both its values. */
export const change = {
  field: {
    state: 'Der Status',
    owner: 'Zuständig',
    due: 'Das Datum',
    for: 'Für wen',
    unblocks: 'Was danach möglich ist',
    title: 'Der Titel',
    workstream: 'Das Teilprojekt',
  },
  nobody: 'niemand',
  noDate: 'kein Datum',
  otherState: 'ein anderer Status',
  text: (text: string) => `„${text}“`,
  nothing: 'nichts',
  otherValue: 'ein anderer Wert',
}
