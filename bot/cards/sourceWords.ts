import type { SourceEntry } from '../domain/sourceEntry'
import type { Freshness, SourceCount } from '../domain/sourceFreshness'
import type { EntryLine } from '../flows/sourceOutcome'
import { agoWords, dateWords, type Calendar } from './dates'
import type { Mark } from './parts'
import type { Reader } from './reader'
import { plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

/** What the cards call the freshness of the source of truth: one place, so that they never differ. */

/** What is wrong or open about an entry, in a few words; null for one that may be trusted. */
export function alarmWords(
  freshness: Freshness,
  calendar: Calendar,
): { readonly text: string; readonly loud: boolean } | null {
  const w = wordsOf(calendar)
  switch (freshness.kind) {
    case 'empty':
    case 'verified':
      return null
    case 'due':
      return { text: w.source.checkDue(freshness.days), loud: freshness.days > 0 }
    case 'unverified':
      return { text: freshness.before ? w.source.changedNotVerified : w.source.neverVerified, loud: false }
    case 'stale':
      return freshness.everVerified
        ? { text: w.source.staleSince(dateWords(freshness.since, calendar)), loud: true }
        : { text: w.source.neverVerified, loud: true }
  }
}

/** How far one may trust what the project is run by, in one line; null while nothing is written. */
export function sourceCountWords(count: SourceCount | null, w: Words): string | null {
  if (!count || count.written === 0) return null
  const { written, verified, stale } = count
  return w.source.count(verified, written, stale)
}

/** "Alex Wilber, verified 4 days ago"; of an empty place, who could write it. */
export function ownerWords({ entry, freshness }: EntryLine, reader: Reader, lead: string): string {
  const w = wordsOf(reader)
  if (freshness.kind === 'empty') {
    return entry.owner ? w.source.writesIt(plain(entry.owner.name, 80)) : w.source.couldWrite(plain(lead, 80))
  }
  const owner = entry.owner ? plain(entry.owner.name, 80) : w.source.nobodyAnswers
  const when = verifiedWords(entry, reader)
  return when === null ? owner : w.source.ownerVerified(owner, when)
}

export function verifiedWords({ verified }: Pick<SourceEntry, 'verified'>, reader: Reader): string | null {
  return verified && agoWords(verified.at, reader.now, reader.zone, reader.locale)
}

export function freshnessMark({ kind }: Freshness): Mark {
  switch (kind) {
    case 'verified':
      return { sign: '✓', colour: 'good' }
    case 'due':
      return { sign: '▲', colour: 'warning' }
    case 'stale':
      return { sign: '■', colour: 'attention' }
    case 'unverified':
    case 'empty':
      return { sign: '○', colour: 'default' }
  }
}
