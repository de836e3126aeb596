import { quoted, SEVERITY_WORD, STATUS_WORD } from './common'

/* A line of an issue's history as what its author did, behind their name: "Megan" + "hat es eingeordnet". */

type Severity = keyof typeof SEVERITY_WORD

/** What a change of a text was about, as what was changed. */
const TEXT: Readonly<Record<string, string>> = {
  title: 'den Titel',
  details: 'die Einzelheiten',
  where: 'den Ort',
  steps: 'die Schritte',
  happened: 'den Zeitpunkt',
  workaround: 'den Umweg',
}

export const REPORTED = 'hat es gemeldet'

export function said(text: string): string {
  return `sagt: ${quoted(text)}`
}

/** Some of the parts below together, all of them said with "hat"; `undoes`: they took a change back. */
export function did(parts: readonly string[], undoes: boolean, why: string): string {
  const done = parts.length > 0 ? parts.join(', ') : 'es angefasst'
  const told = undoes ? `hat eine Änderung zurückgenommen: ${done}` : `hat ${done}`
  return why === '' ? told : `${told}: ${quoted(why)}`
}

export const TOOK_IT = 'es übernommen'

export function tookItOff(name: string | null): string {
  return name === null ? 'die Zuständigkeit entfernt' : `es ${name} abgenommen`
}

export function gaveIt(name: string): string {
  return `es an ${name} übergeben`
}

export const CHANGED_WORKSTREAM = 'das Teilprojekt geändert'

export function wroteDown(field: string): string {
  return `${TEXT[field] ?? field} notiert`
}

export function emptied(field: string): string {
  return `${TEXT[field] ?? field} geleert`
}

export function changed(field: string): string {
  return `${TEXT[field] ?? field} geändert`
}

export const TRIAGED = 'es eingeordnet'
export const CLOSED = 'es geschlossen, es geht'
export const DEFERRED = 'es zurückgestellt'
export const REOPENED = 'es wieder geöffnet'

export function markedDuplicate(of: string): string {
  return `es als doppelt vermerkt, wie ${of}`
}

export function movedTo(status: keyof typeof STATUS_WORD | undefined): string {
  return status ? `es auf ${quoted(STATUS_WORD[status])} gesetzt` : 'den Stand geändert'
}

export const SEVERITY_OFF = 'die Schwere entfernt'

export function called(severity: Severity): string {
  return `die Schwere auf ${quoted(SEVERITY_WORD[severity])} gesetzt`
}

export function raised(severity: Severity): string {
  return `die Schwere auf ${quoted(SEVERITY_WORD[severity])} erhöht`
}

export function lowered(severity: Severity): string {
  return `die Schwere auf ${quoted(SEVERITY_WORD[severity])} gesenkt`
}

/* The same where two people's values stand side by side. */

/** At the beginning of a sentence. */
export function fieldName(field: string): string {
  return (
    {
      severity: 'Schwere',
      owner: 'Zuständig',
      state: 'Stand',
      title: 'Titel',
      details: 'Einzelheiten',
      where: 'Ort',
      steps: 'Schritte',
      happened: 'Zeitpunkt',
      workaround: 'Umweg',
    }[field] ?? field
  )
}

export const OTHER_STATE = 'ein anderer Stand'
export const NOTHING = 'nichts'
