import type { EntryRefusal, SourceEntry } from '../domain/sourceEntry'
import type { Freshness, SourceCount } from '../domain/sourceFreshness'
import type { EntryKind, SourcePart } from '../domain/sourceKinds'
import type { EntryLine } from '../flows/sourceOutcome'
import { agoWords, dateWords, type Calendar } from './dates'
import type { Mark } from './parts'
import type { Reader } from './reader'
import { counted, plain } from './text'

/** What the cards call kinds, parts and freshness of the source of truth: one place, so that they never differ. */

export const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  plan: 'Plan',
  scope: 'Scope',
  roles: 'Roles (RACI)',
  procedure: 'Process',
  contacts: 'Contacts',
  communication: 'Communication plan',
  change: 'Change control',
  uat: 'UAT',
  cutover: 'Cut-over',
  support: 'Support after go-live',
  other: 'Other',
}

export const PART_WORDS: Readonly<Record<SourcePart, string>> = {
  planAndScope: 'Plan and scope',
  workingTogether: 'Working together',
  testAndCutover: 'Test and cut-over',
  other: 'More',
}

/** What is wrong or open about an entry, in a few words; null for one that may be trusted. */
export function alarmWords(
  freshness: Freshness,
  calendar: Calendar,
): { readonly text: string; readonly loud: boolean } | null {
  switch (freshness.kind) {
    case 'empty':
    case 'verified':
      return null
    case 'due':
      return freshness.days === 0
        ? { text: 'Check due today', loud: false }
        : { text: `Check due ${counted(freshness.days, 'day')} ago`, loud: true }
    case 'unverified':
      return { text: freshness.before ? 'Changed, not verified' : 'Never verified', loud: false }
    case 'stale':
      return freshness.everVerified
        ? { text: `Stale since ${dateWords(freshness.since, calendar)}`, loud: true }
        : { text: 'Never verified', loud: true }
  }
}

/** How far one may trust what the project is run by, in one line; null while nothing is written. */
export function sourceCountWords(count: SourceCount | null): string | null {
  if (!count || count.written === 0) return null
  const { written, verified, stale } = count
  const rest = stale > 0 ? `, ${stale} stale` : ''
  return `Source of truth: ${verified} of ${counted(written, 'page')} verified${rest}`
}

/** "Alex Wilber, verified 4 days ago"; of an empty place, who could write it. */
export function ownerWords({ entry, freshness }: EntryLine, reader: Reader, lead: string): string {
  if (freshness.kind === 'empty') {
    return entry.owner ? `${plain(entry.owner.name, 80)} writes it` : `${plain(lead, 80)} could write it`
  }
  const owner = entry.owner ? plain(entry.owner.name, 80) : 'Nobody answers for it'
  const when = verifiedWords(entry, reader)
  return when === null ? owner : `${owner}, verified ${when}`
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

/** What keeps an entry from being saved, and what to do. */
export const ENTRY_PROBLEM: Readonly<Record<EntryRefusal, string>> = {
  noTitle: 'Please give it a title.',
  noContent: 'Please give a link or a text, or say who writes it.',
  titleTooLong: 'The title is too long. Please shorten it.',
  textTooLong: 'The text is too long. Please put it in a file and give its link.',
  badLink: 'That link can not be kept. Please give one that begins with https://',
  badInterval: 'Please choose between a day and a year.',
}
