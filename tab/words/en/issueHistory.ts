import { quoted, severityInline, STATUS_WORD, type SEVERITY_WORD } from './common'

/* A line of an issue's history as what its author did, behind their name: "Megan" + "moved it to In progress". */

type Severity = keyof typeof SEVERITY_WORD

/** What a change of a text was about. */
const TEXT: Readonly<Record<string, string>> = {
  title: 'the title',
  details: 'what happened',
  where: 'the place',
  steps: 'the steps',
  happened: 'when it happened',
  workaround: 'the workaround',
}

export const REPORTED = 'reported it'

export function said(text: string): string {
  return `said: ${quoted(text)}`
}

/** Some of the parts below together; `undoes`: they took a change back. */
export function did(parts: readonly string[], undoes: boolean, why: string): string {
  const done = parts.length > 0 ? parts.join(', ') : 'touched it'
  const told = undoes ? `took a change back: ${done}` : done
  return why === '' ? told : `${told}: ${quoted(why)}`
}

export const TOOK_IT = 'took it'

export function tookItOff(name: string | null): string {
  return `took it off ${name ?? 'its owner'}`
}

export function gaveIt(name: string): string {
  return `gave it to ${name}`
}

export const CHANGED_WORKSTREAM = 'changed the workstream'

export function wroteDown(field: string): string {
  return `wrote down ${TEXT[field] ?? field}`
}

export function emptied(field: string): string {
  return `emptied ${TEXT[field] ?? field}`
}

export function changed(field: string): string {
  return `changed ${TEXT[field] ?? field}`
}

export const TRIAGED = 'triaged it'
export const CLOSED = 'closed it, it works'
export const DEFERRED = 'deferred it'
export const REOPENED = 'reopened it'

export function markedDuplicate(of: string): string {
  return `marked it a duplicate of ${of}`
}

export function movedTo(status: keyof typeof STATUS_WORD | undefined): string {
  return `moved it to ${status ? STATUS_WORD[status] : 'another state'}`
}

export const SEVERITY_OFF = 'took the severity off'

export function called(severity: Severity): string {
  return `called it ${severityInline(severity)}`
}

export function raised(severity: Severity): string {
  return `raised it to ${severityInline(severity)}`
}

export function lowered(severity: Severity): string {
  return `lowered it to ${severityInline(severity)}`
}

/* The same where two people's values stand side by side. */

/** At the beginning of a sentence. */
export function fieldName(field: string): string {
  const name =
    { severity: 'the severity', owner: 'the owner', state: 'the state' }[field] ?? TEXT[field] ?? field
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export const OTHER_STATE = 'another state'
export const NOTHING = 'nothing'
