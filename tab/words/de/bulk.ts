import { statusInline, type STATUS_WORD } from './common'

/* The words of triage: several issues at once, and cells that are edited where they stand. */

/** `name`: of a column. */
export function cellOf(name: string, id: string): string {
  return `${name}, ${id}`
}

export const CHANGE_SELECTED = 'Ausgewählte ändern'
export const MOVE_TO = 'Stand'
export const CLEAR = 'Aufheben'

export function selected(count: number): string {
  return `${count} ausgewählt`
}

export function selectAll(count: number): string {
  return `Alle ${count} auswählen`
}

export const BULK_MOVE_WORD = {
  triage: 'Eingeordnet…',
  fix: 'In Arbeit',
  retest: 'Bereit zum Test',
  close: 'Geschlossen, es geht',
  defer: 'Zurückgestellt…',
  reopen: 'Wieder offen…',
} as const

export function triageTitle(count: number): string {
  return count === 1 ? '1 Problem einordnen' : `${count} Probleme einordnen`
}

export function triage(count: number): string {
  return count === 1 ? 'Einordnen' : `${count} einordnen`
}

/** Who fixes several, when each keeps who has it. */
export const OWNERS_STAY = 'Wie bisher'

export const WHY_WORD = {
  defer: 'Unter welchen Umständen wird es akzeptiert?',
  reopen: 'Was ist wieder falsch?',
} as const

export const WHY_MISSING = 'Es fehlt der Grund; er bleibt beim Problem.'

/** A move that fits all that are selected. */
export function fitsAll(all: number): string {
  return all === 1 ? 'passt' : `passt für alle ${all}`
}

/** `misfits`: some of those it doesn't fit; `others`: how many more there are. */
export function fitsSome(fits: number, all: number, misfits: readonly string[], others: number): string {
  const named = misfits.join(', ')
  return `passt für ${fits} von ${all}: ${others > 0 ? `${named} und ${others} weitere` : named}`
}

/** `isEarly`: it has not come so far yet. */
export function misfit(id: string, status: keyof typeof STATUS_WORD, isEarly: boolean): string {
  return `${id} ist ${isEarly ? 'erst ' : ''}${statusInline(status)}`
}

export function changed(count: number): string {
  return count === 1 ? '1 Problem geändert' : `${count} Probleme geändert`
}

/** `why`: the reason of the first that was not saved, a sentence. */
export function othersStayed(why: string, others: number): string {
  return `${why} ${others === 1 ? '1 weiteres blieb, wie es war.' : `${others} weitere blieben, wie sie waren.`}`
}

export function takenBack(count: number, kept: number): string {
  const back = count === 1 ? '1 Problem ist wieder wie vorher' : `${count} Probleme sind wieder wie vorher`
  const stayed =
    kept === 1 ? '1 wurde seither geändert und blieb' : `${kept} wurden seither geändert und blieben`
  return kept === 0 ? back : `${back}; ${stayed}`
}

export function progress(done: number, all: number): string {
  return `${done} von ${all} gespeichert`
}

/** A long log offers what it can read page by page; this says so beside the filters. */
export const LONG_LOG_NOTE =
  'Hier sind über 1.000 Probleme: nach Schwere und einem der anderen filtern, oder nach Wörtern suchen.'
