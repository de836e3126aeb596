/* The posted recaps: one of them, or two compared. */

export const WORDS = {
  cantLoadList: 'Die Liste der Wochenberichte',
  cantLoadOne: 'Dieser Wochenbericht',
  cantCompare: 'Der Vergleich',
  compareWith: 'Vergleichen mit',
  compareHint: 'anderer Woche',
  differences: 'Unterschiede',
  sideBySide: 'Nebeneinander',
  ways: 'Wie verglichen wird',
  stop: 'Vergleich beenden',
  print: 'Diesen Wochenbericht drucken',
  printShort: 'Drucken',
  printBoth: 'Den Vergleich drucken',
  download: 'Diesen Wochenbericht als Seite zum Mailen herunterladen',
  downloadShort: 'Herunterladen',
  copyMail: 'Diesen Wochenbericht als E-Mail kopieren',
  copyMailShort: 'Als E-Mail kopieren',
  copyLink: 'Link zu diesem Wochenbericht kopieren',
  copyLinkToComparison: 'Link zu diesem Vergleich kopieren',
  linkCopied: 'Link kopiert',
  linkNotCopied: 'Der Browser hat den Link nicht kopieren lassen',
  downloaded: 'Seite zum Mailen heruntergeladen',
  notDownloaded: 'Die Seite lässt sich gerade nicht laden. Bitte gleich nochmals versuchen.',
  mailCopied: 'Kopiert. Jetzt in eine E-Mail einfügen.',
  mailNotCopied: 'Der Browser hat es nicht kopieren lassen. Bitte stattdessen herunterladen.',
  overall: 'Das Projekt',
  colours: 'Geänderte Farben',
  noColours: 'Jedes Teilprojekt hat seine Farbe behalten.',
  numbers: 'Zahlen',
  what: 'Was',
  change: 'Änderung',
  newlyBlocked: 'Neu blockiert',
  noLongerBlocked: 'Nicht mehr blockiert',
  newlyLate: 'Neu überfällig',
  noLongerLate: 'Nicht mehr überfällig',
  notThere: 'nicht dabei',
  none: 'keine',
}

export const strip = { name: 'Farben je Woche', overall: 'Gesamt' }

export const empty = {
  title: 'Noch kein Wochenbericht',
  text: 'Der erste geht in den Kanal, wenn seine Woche endet, und bleibt hier, wie er war. Die Projektleitung kann sofort einen posten:',
}

export const NUMBER_WORD = {
  openIssues: 'Offene Probleme',
  showStopper: 'Offen, blockierend',
  workaround: 'Offen, mit Umweg',
  cosmetic: 'Offen, kosmetisch',
  unrated: 'Offen, ohne Schwere',
  newIssues: 'Neue Probleme',
  closedIssues: 'Geschlossene Probleme',
  done: 'Erledigte Aufgaben',
  slipped: 'Verschobene Aufgaben',
  late: 'Überfällige Aufgaben',
  blocked: 'Blockierte Aufgaben',
  goLiveDrift: 'Go-live, Tage später',
  asked: 'Gefragte Personen',
  answered: 'Davon geantwortet',
}

/** A week as a head and inside a sentence. */
export const week = {
  head: (number: number) => `Woche ${number}`,
  inline: (number: number) => `Woche ${number}`,
  ofYear: (week: string, year: string) => `${week}, ${year}`,
}

export function recapOf(week: string): string {
  return `Wochenbericht zu ${week}`
}

export function comparison(from: string, toInline: string): string {
  return `${from} und ${toInline}`
}

export function slippedIn(weekInline: string): string {
  return `Verschoben in ${weekInline}`
}

export function answered(count: number, of: number): string {
  return `${count} von ${of}`
}

/** `20. Nov. → 25. Nov., +5 T, zum 3. Mal, auch in Woche 46`. */
export function slip(from: string, to: string, days: number, moves: number, againIn: string | null): string {
  const times = moves === 1 ? 'zum ersten Mal' : `zum ${moves}. Mal`
  const too = againIn === null ? '' : `, auch in ${againIn}`
  return `${from} → ${to}, ${days >= 0 ? `+${days}` : `−${-days}`} T, ${times}${too}`
}

export function blocked(owner: string, days: number, waits: string | null): string {
  return `${owner}, ${days} T${waits === null ? '' : `, ${waits} wartet`}`
}

export function late(owner: string, due: string, days: number): string {
  return `${owner}, fällig ${due}, ${days} T überfällig`
}

/** A date may end in the point of its short month. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/** Null: no date. */
export function goLive(from: string | null, to: string | null): string {
  if (to === null) {
    return from === null ? 'Go-live hat noch kein Datum.' : `Go-live war am ${from} und hat kein Datum mehr.`
  }
  if (from === to) return sentence(`Go-live bleibt am ${to}`)
  return sentence(from === null ? `Go-live ist jetzt am ${to}` : `Go-live verschoben: ${from} → ${to}`)
}

/** `draft`: whose draft it was: `own`, the poster's; null, nobody's. */
export function posted(
  at: string,
  by: string | null,
  draft: { readonly own: boolean; readonly name: string } | null,
  corrected: string | null,
): string {
  const poster = by === null ? '' : ` von ${by}`
  const from = draft
    ? `, aus ${draft.own ? 'eigenem Entwurf' : `dem Entwurf von ${draft.name}`}`
    : ', wie entworfen'
  const put = corrected === null ? '' : ` ${corrected}.`
  return `Veröffentlicht ${at}${poster}${from}.${put} Die Zahlen sind eingefroren.`
}
