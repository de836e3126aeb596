/* The words of every record's pane: its head, its texts, its history, and what is said when two people were at it. */

export function noSuch(id: string): string {
  return `There is no ${id} in this project.`
}

export function notLoaded(id: string): string {
  return `${id} can’t be loaded right now.`
}

export function copyLink(id: string): string {
  return `Copy a link to ${id}`
}

export function linkCopied(id: string): string {
  return `Link to ${id} copied`
}

export const LINK_NOT_COPIED = 'The browser didn’t let the link be copied'

/** The button that holds what is rarer. */
export const MORE_MOVES = 'More'

export const HISTORY = 'History'

/** A text that nobody wrote yet. */
export const NOT_SAID = 'Not said'

/** What a press on a text does, for who can't see that it is a field. */
export function changeText(label: string, value: string): string {
  return `${label}: ${value}. Change`
}

/** How long ago something was, as a part of a sentence. */
export const agoInline = {
  now: 'just now',
  minutes: (count: number) => `${count} min ago`,
  hours: (count: number) => `${count} h ago`,
  /** `day`: "Thu 14:02" or "12 Nov". */
  on: (day: string) => `on ${day}`,
}

/** `when`: "just now", "25 min ago". */
export function changedFirst(name: string, when: string): string {
  return `${name} changed this ${when}`
}

/** `what`: "The owner". */
export function wasAndIs(what: string, was: string, is: string) {
  return [`${what} was `, { strong: was }, ', now it is ', { strong: is }, '.']
}

export function yoursNotSaved(yours: string) {
  return ['You chose ', { strong: yours }, '; that is not saved.']
}

/** `theirs`: what stands, in a word or two. */
export function keepTheirs(theirs: string): string {
  return `Keep ${theirs}`
}

export function saveMine(yours: string): string {
  return `Save mine: ${yours}`
}
