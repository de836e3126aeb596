/* The overview: where the project stands and how it came there. */

/** Inside a count: "2 blockierend". */
export const OPEN_WORD = {
  showStopper: 'blockierend',
  workaround: 'mit Umweg',
  cosmetic: 'kosmetisch',
  unrated: 'ohne Schwere',
}

export const RAG_WORD = { red: 'Rot', amber: 'Gelb', green: 'Grün' }

/** The heads of narrow columns say where they may be broken (\u00AD). */
export const WORDS = {
  page: 'Der Überblick',
  workstreams: 'Teilprojekte',
  workstream: 'Teilprojekt',
  now: 'Jetzt',
  before: 'Wochen davor',
  evidence: 'Warum',
  open: 'Offen',
  goLive: 'Go-live',
  openIssues: 'Offene Probleme',
  flow: 'Neu und geschlossen, je Woche',
  slips: 'Später verschoben, je Woche',
  ages: 'Offene Probleme nach Alter',
  owners: 'Wer wie viel offen hat',
  owner: 'Zuständig',
  items: 'Auf\u00ADgaben',
  late: 'Über\u00ADfällig',
  blocked: 'Blo\u00ADckiert',
  issues: 'Pro\u00ADbleme',
  showStoppers: 'Blockie\u00ADrend',
  nobody: 'Noch niemand',
  day: 'Tag',
  week: 'Woche',
  age: 'Alter',
  all: 'Alle',
  opened: 'Neu',
  reopened: 'Davon wieder offen',
  closed: 'Geschlossen',
  firstMove: 'Zum ersten Mal',
  furtherMove: 'Erneut',
  days: 'Tage',
  today: 'heute',
  noIssues: 'Kein Problem ist offen, und in diesen Wochen war es keines.',
  noFlow: 'In diesen Wochen kam nichts dazu und wurde nichts geschlossen.',
  noSlips: 'In diesen Wochen wurde kein Datum nach hinten verschoben.',
  noAges: 'Kein Problem ist offen.',
  noOwners: 'Nichts ist offen, also hat niemand etwas zu tun.',
  closedMeans: 'Geschlossen, zurückgestellt oder als doppelt vermerkt',
  print: 'Drucken',
  showTable: 'Tabelle',
}

export const EMPTY = {
  title: 'Noch nichts zu sehen',
  text: 'Sobald es Aufgaben oder Probleme gibt, zeigt diese Seite, wo das Projekt steht und wie es dahin kam. Im Kanal schreiben, was nicht stimmt:',
  example: 'issue Auftragssumme zeigt 0',
}

export function tableName(of: string): string {
  return `${of}, als Tabelle`
}

const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`
const items = (count: number) => many(count, 'Aufgabe', 'Aufgaben')

export const verdict = {
  setBy: (colour: string, name: string, why: string | null, rule: string) =>
    `${name} hat ${colour} gesetzt${why ? `: „${why}“` : ''}. Die Regel sagt ${rule}.`,
  last: (colour: string) => `Letzter Bericht: ${colour}.`,
}

/** Why a colour is what it is; where it names a record, it goes on after its number. */
export const evidence = {
  showStopper: (age: number) => `blockiert die Arbeit, ${age === 0 ? 'seit heute' : `seit ${age} T`}`,
  itemBlocked: (age: number) => `${age === 0 ? 'seit heute' : `seit ${age} T`} blockiert`,
  itemMovedOften: (times: number) => `${times} Mal verschoben`,
  itemsLate: (late: number, open: number, worst: number) =>
    `${late} von ${items(open)} überfällig, höchstens ${worst} T`,
  itemsSlipped: (slipped: number, open: number) => `${slipped} von ${items(open)} diese Woche verschoben`,
  goLiveMoved: (by: number) => `Go-live ${by} T später als zuerst geplant`,
  workstreams: (red: number, amber: number, of: number) => {
    const all = `von ${many(of, 'Teilprojekt', 'Teilprojekten')}`
    if (red === 0) return `${all} ${amber} gelb`
    return amber === 0 ? `${all} ${red} rot` : `${all} ${red} rot und ${amber} gelb`
  },
  allOnTrack: (open: number) =>
    open === 0
      ? 'alles im Plan'
      : open === 1
        ? 'die eine offene Aufgabe ist im Plan'
        : `alle ${open} Aufgaben im Plan`,
  nothingOpen: 'nichts offen',
}

export const goLive = {
  /** `noch 52 Tage`, `heute`, `vor 3 Tagen`. */
  daysLeft: (left: number) =>
    left === 0
      ? 'heute'
      : left > 0
        ? `noch ${many(left, 'Tag', 'Tage')}`
        : `vor ${many(-left, 'Tag', 'Tagen')}`,
  /** `+14 T`, `−3 T`, `im Plan`. */
  drift: (by: number) => (by === 0 ? 'im Plan' : by > 0 ? `+${by} T` : `−${-by} T`),
  asPlanned: 'wie zuerst geplant',
  moved: (first: string, moves: number) =>
    `zuerst ${first}, ${moves === 1 ? 'einmal' : moves === 2 ? 'zweimal' : `${moves} Mal`} verschoben`,
}

/** What the newest number of a chart is measured against. */
export const yardstick = {
  asMany: (count: number) => `${count}, so viele wie vor einer Woche`,
  more: (count: number, by: number) => `${count}, ${by} mehr als vor einer Woche`,
  fewer: (count: number, by: number) => `${count}, ${by} weniger als vor einer Woche`,
  flow: (opened: number, closed: number) => `diese Woche ${opened} neu, ${closed} geschlossen`,
  noSlips: 'diese Woche keines',
  slips: (moved: number, by: number) => `diese Woche ${moved}, um ${many(by, 'Tag', 'Tage')}`,
  /** Beside the number of the oldest issue. */
  oldest: (age: number) => `ist das älteste, ${age === 0 ? 'seit heute' : `${age} T`}`,
}

export const age = {
  over: (limit: number) => `über ${limit} Tage`,
  between: (from: number, to: number) => `${from} bis ${to} Tage`,
  /** The same under a bar. */
  overShort: (limit: number) => `>${limit} T`,
  betweenShort: (from: number, to: number) => `${from}–${to} T`,
}

export const load = {
  middle: (middle: number) => `die Mitte liegt bei ${middle}`,
  heavy: (all: number, middle: number) => `${all} insgesamt; die Mitte liegt bei ${middle}`,
  items: (count: number, name: string) => `${count}, Aufgaben von ${name}`,
  /** Null: nobody fixes them yet. */
  issues: (count: number, name: string | null) =>
    name === null ? `${count}, Probleme, die noch niemand behebt` : `${count}, Probleme von ${name}`,
}

export function openCounts(itemCount: number, issueCount: number): string {
  return `${items(itemCount)}, ${many(issueCount, 'Problem', 'Probleme')}`
}

/** Null: the recap of that week had none of it. */
export function colourOfWeek(week: string, colour: string | null): string {
  return `${week}: ${colour ?? 'nicht im Bericht'}`
}
