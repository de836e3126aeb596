import type { IssueMove } from '../../../bot/contract/issue'
import { quoted, STATUS_WORD } from './common'

/* The words of one issue beside the list: its texts, facts, moves and comments. */

export const BACK = 'Zurück zur Liste'
export const PREVIOUS = 'Voriges Problem'
export const NEXT = 'Nächstes Problem'

export const WORKAROUND = 'Umweg'
export const NO_WORKAROUND = 'Wie geht die Arbeit solange weiter?'
export const STEPS = 'So lässt es sich nachstellen'
export const NO_STEPS = 'Noch keine Schritte'
export const DETAILS = 'Was passiert ist'
export const NO_DETAILS = 'Mehr wurde nicht gesagt'
export const CONVERSATION = 'Unterhaltung in Teams'

export const COMMENT = 'Kommentar'
export const COMMENT_HINT = 'Etwas dazu sagen; es bleibt im Verlauf'
export const ADD_COMMENT = 'Kommentieren'

export const REPORTED_BY = 'Gemeldet von'
export const HAPPENED = 'Passiert'
/** In no workstream. */
export const NONE = 'Keines'

/** `was`: a severity as it stands in a sentence. */
export function rankedSince(date: string, was: string): string {
  return `seit ${date}, vorher ${was}`
}

/** All five steps fit beside each other. */
export const STEP = { ...STATUS_WORD, readyForRetest: 'Test' }

/** A state off the usual way: who brought it there, and why; `why` of a duplicate is the other issue. */
export function offTheWay(
  status: 'deferred' | 'duplicate' | 'reopened',
  by: string | null,
  why: string | null,
) {
  const who = by === null ? '' : `, von ${by}`
  const reason = why === null ? '' : status === 'duplicate' ? `, wie ${why}` : `: ${quoted(why)}`
  return [{ strong: STATUS_WORD[status] }, status === 'duplicate' ? reason + who : who + reason]
}

/* Moves. */

/** Reopening what is in its retest. */
export const STILL_FAILS = 'Geht noch nicht…'

export const MOVE_TITLE = {
  triage: (id: string) => `Wie schlimm ist ${id}?`,
  defer: (id: string) => `${id} zurückstellen`,
  reopen: (id: string) => `${id} wieder öffnen`,
  duplicate: (id: string) => `${id} ist doppelt`,
} as const

export const MOVE_BUTTON = {
  triage: 'Einordnen',
  defer: 'Zurückstellen',
  reopen: 'Wieder öffnen',
  duplicate: 'Als doppelt vermerken',
} as const

export const MOVE_ASKS = {
  defer: 'Unter welchen Umständen wird es akzeptiert?',
  reopen: 'Was ist noch falsch?',
  duplicate: 'Von welchem Problem? Die Nummer, z. B. I-7',
} as const

export const MOVE_NEEDS = {
  triage: 'Bitte wählen, wie schlimm es ist.',
  defer: 'Es fehlt der Grund; er bleibt beim Problem.',
  reopen: 'Es fehlt der Grund; er bleibt beim Problem.',
  duplicate: 'Bitte die Nummer des anderen Problems angeben, z. B. I-7.',
} as const

export const WHO_FIXES = 'Wer behebt es?'
export const NO_ONE_YET = 'Noch niemand'

/* What one would have saved, and what stands, when somebody else was first. */

export const NO_ONE_INLINE = 'Niemand'
export const SOMEBODY = 'jemand'
export const OTHER_VALUE = 'ein anderer Wert'
export const THEIRS = 'Vorhandenes'

/** What a move's button says. Three dots: it asks for something first. */
export const MOVE_WORD: Record<IssueMove, string> = {
  triage: 'Einordnen…',
  fix: 'In Arbeit',
  retest: 'Zum Test',
  close: 'Schließen, es geht',
  defer: 'Zurückstellen…',
  reopen: 'Wieder öffnen…',
  duplicate: 'Doppelt…',
}

/** A move as what was wanted. */
export function wantedMove(move: keyof typeof MOVE_WORD): string {
  return MOVE_WORD[move].replace('…', '')
}
