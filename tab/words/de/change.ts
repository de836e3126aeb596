import { LOCALE, statusInline, type STATUS_WORD } from './common'

/* How a change ended. */

type Status = keyof typeof STATUS_WORD

const all = new Intl.ListFormat(LOCALE)

export function closed(id: string): string {
  return `${id} geschlossen, von Ihnen bestätigt`
}

export function saved(id: string): string {
  return `${id} gespeichert`
}

export function nowIs(id: string, status: Status): string {
  return `${id}: ${statusInline(status)}`
}

export function asItWas(id: string): string {
  return `${id} ist wieder wie vorher`
}

export function notFromThere(id: string, status: Status): string {
  return `${id} ist ${statusInline(status)}: von da aus geht das nicht.`
}

/** `missing`: "ein Grund". */
export function stillNeeds(id: string, missing: readonly string[]): string {
  return `Bei ${id} fehlt noch: ${all.format(missing)}.`
}

export function somebodyWasFirst(id: string): string {
  return `Jemand hat ${id} inzwischen geändert.`
}
