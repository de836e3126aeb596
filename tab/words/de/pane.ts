/* The words of every record's pane: its head, its texts, its history, and what is said when two people were at it. */

export function noSuch(id: string): string {
  return `${id} gibt es in diesem Projekt nicht.`
}

export function notLoaded(id: string): string {
  return `${id} lässt sich gerade nicht laden.`
}

export function copyLink(id: string): string {
  return `Link zu ${id} kopieren`
}

export function linkCopied(id: string): string {
  return `Link zu ${id} kopiert`
}

export const LINK_NOT_COPIED = 'Der Browser ließ das Kopieren nicht zu'

/** The button that holds what is rarer. */
export const MORE_MOVES = 'Mehr'

export const HISTORY = 'Verlauf'

/** A text that nobody wrote yet. */
export const NOT_SAID = 'Keine Angabe'

/** What a press on a text does, for who can't see that it is a field. */
export function changeText(label: string, value: string): string {
  return `${label}: ${value}. Ändern`
}

/** How long ago something was, as a part of a sentence. */
export const agoInline = {
  now: 'gerade eben',
  minutes: (count: number) => `vor ${count} min`,
  hours: (count: number) => `vor ${count} h`,
  /** `day`: "Do 14:02" or "12. Nov.". */
  on: (day: string) => `am ${day}`,
}

/** `when`: "gerade eben", "vor 25 min". */
export function changedFirst(name: string, when: string): string {
  return `${name} hat das ${when} geändert`
}

/** `what`: "Zuständig", which has no verb of its own. */
export function wasAndIs(what: string, was: string, is: string) {
  return [`${what}: bisher `, { strong: was }, ', jetzt ', { strong: is }, '.']
}

export function yoursNotSaved(yours: string) {
  return ['Ihre Wahl ist nicht gespeichert: ', { strong: yours }, '.']
}

/** `theirs`: what stands, in a word or two. */
export function keepTheirs(theirs: string): string {
  return `${theirs} behalten`
}

export function saveMine(yours: string): string {
  return `Meines speichern: ${yours}`
}
