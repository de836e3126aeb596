import { statusInline, type STATUS_WORD } from './common'

/* How a change ended. */

type Status = keyof typeof STATUS_WORD

export function closed(id: string): string {
  return `${id} closed, validated by you`
}

export function saved(id: string): string {
  return `${id} saved`
}

export function nowIs(id: string, status: Status): string {
  return `${id}: ${statusInline(status)}`
}

export function asItWas(id: string): string {
  return `${id} is as it was`
}

export function notFromThere(id: string, status: Status): string {
  return `${id} is ${statusInline(status)}: that can’t be done from there.`
}

/** `missing`: "a reason". */
export function stillNeeds(id: string, missing: readonly string[]): string {
  return `${id} still needs ${missing.join(' and ')}.`
}

export function somebodyWasFirst(id: string): string {
  return `Somebody changed ${id} first.`
}
