import { isWritten, type SourceEntry } from './sourceEntry'
import { addDays, dateIn, daysBetween, type Instant, type PlainDate, type ZoneId } from './time'

/** How far one may trust an entry today. Days are whole days on the wall of the project's zone. */
export type Freshness =
  /** Nothing is written there yet. */
  | { readonly kind: 'empty' }
  /** `daysAgo` since somebody said that it is true; to be checked on `until`. */
  | { readonly kind: 'verified'; readonly daysAgo: number; readonly until: PlainDate }
  /** Its check is due since so many days; 0: today. */
  | { readonly kind: 'due'; readonly days: number }
  /** Written, by somebody who does not answer for it, and not confirmed since; `before`: an earlier text was. */
  | { readonly kind: 'unverified'; readonly days: number; readonly before: boolean }
  /** Nobody has looked at it for long: not to be trusted. */
  | { readonly kind: 'stale'; readonly since: PlainDate; readonly everVerified: boolean }

export const FRESHNESS_LIMITS = {
  /** Days after its check fell due for which an entry is due; then it is stale. */
  grace: 14,
  /** Days that a text may wait for its owner's word; then it is stale. */
  unverified: 21,
} as const

type Today = { readonly now: Instant; readonly zone: ZoneId }

/** The rules, in their order: nothing written; written anew since it was verified, or never verified; verified. */
export function freshnessOf(
  entry: Pick<SourceEntry, 'content' | 'writtenAt' | 'verified' | 'reviewDays'>,
  { now, zone }: Today,
): Freshness {
  const { writtenAt, verified, reviewDays } = entry
  if (!isWritten(entry) || writtenAt === null) return { kind: 'empty' }
  const today = dateIn(now, zone)
  if (verified === null || verified.at < writtenAt) {
    const written = dateIn(writtenAt, zone)
    const days = daysBetween(written, today)
    const everVerified = verified !== null
    return days > FRESHNESS_LIMITS.unverified
      ? { kind: 'stale', since: addDays(written, FRESHNESS_LIMITS.unverified + 1), everVerified }
      : { kind: 'unverified', days, before: everVerified }
  }
  const verifiedOn = dateIn(verified.at, zone)
  const until = addDays(verifiedOn, reviewDays)
  const over = daysBetween(until, today)
  if (over < 0) return { kind: 'verified', daysAgo: daysBetween(verifiedOn, today), until }
  return over > FRESHNESS_LIMITS.grace
    ? { kind: 'stale', since: addDays(until, FRESHNESS_LIMITS.grace + 1), everVerified: true }
    : { kind: 'due', days: over }
}

/** Whether its owner is to be asked if it is still true. */
export function wantsCheck({ kind }: Freshness): boolean {
  return kind === 'due' || kind === 'unverified' || kind === 'stale'
}

/** How many entries are written, may be trusted, and are stale. */
export type SourceCount = { readonly written: number; readonly verified: number; readonly stale: number }

export function countFreshness(entries: readonly SourceEntry[], today: Today): SourceCount {
  const all = entries.map((entry) => freshnessOf(entry, today).kind)
  const count = (kind: Freshness['kind']) => all.filter((one) => one === kind).length
  return { written: all.length - count('empty'), verified: count('verified'), stale: count('stale') }
}
