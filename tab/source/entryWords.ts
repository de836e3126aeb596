import type { HistoryLine } from '../../bot/contract/issue'
import type { EntryChangeJson, EntryLine } from '../../bot/contract/source'
import type { EntryKind, SourcePart } from '../../bot/domain/sourceKinds'
import type { ZoneId } from '../../bot/domain/time'
import { shortened } from '../look/BothValues'
import { capital, counted, dayOf, firstName, shortDate } from '../look/words'

/* What the page calls kinds, parts, trust and changes of an entry. */

export const KIND_WORD: Readonly<Record<EntryKind, string>> = {
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

export const PART_WORD: Readonly<Record<SourcePart, string>> = {
  planAndScope: 'Plan and scope',
  workingTogether: 'Working together',
  testAndCutover: 'Test and cut-over',
  other: 'More',
}

export type Trust = {
  readonly mark: 'verified' | 'due' | 'never' | 'stale' | 'empty'
  readonly text: string
  /** The same in a narrow place. */
  readonly short: string
}

type Calendar = { readonly zone: ZoneId }

/** How far one may trust an entry, in words. */
export function trustWords(
  { freshness, verified }: Pick<EntryLine, 'freshness' | 'verified'>,
  { zone }: Calendar,
): Trust {
  switch (freshness.kind) {
    case 'empty':
      return { mark: 'empty', text: 'Not written yet', short: 'empty' }
    case 'verified': {
      const by = verified ? ` by ${firstName(verified.by.name)}, ${shortDate(dayOf(verified.at, zone))}` : ''
      return { mark: 'verified', text: `Verified${by}`, short: '' }
    }
    case 'due':
      return {
        mark: 'due',
        text:
          freshness.days === 0
            ? 'Check due today'
            : `Check due ${counted(freshness.days, 'day', 'days')} ago`,
        short: freshness.days === 0 ? 'check due' : `due ${freshness.days} d`,
      }
    case 'unverified':
      return freshness.before
        ? { mark: 'never', text: 'Changed, not verified since', short: 'changed' }
        : { mark: 'never', text: 'Never verified', short: 'unverified' }
    case 'stale':
      return freshness.everVerified
        ? { mark: 'stale', text: `Stale since ${shortDate(freshness.since)}`, short: 'stale' }
        : { mark: 'stale', text: 'Stale, never verified', short: 'stale' }
  }
}

/** Of an empty place: who writes it, or could. */
export function writerWords(
  owner: EntryLine['owner'],
  { lead, me }: { readonly lead: { id: string; name: string }; readonly me: { id: string } },
): string {
  if (owner) return owner.id === me.id ? 'You write it.' : `${owner.name} writes it.`
  return lead.id === me.id
    ? 'You could write it, or anybody on the team.'
    : `${lead.name} could write it, or you.`
}

/** The usual distances between two checks, in days. */
export const REVIEW_DAYS = [7, 14, 30, 60, 90, 180, 365] as const

export function everyWords(days: number): string {
  if (days === 7) return 'Every week'
  if (days === 365) return 'Every year'
  return days === 1 ? 'Every day' : `Every ${days} days`
}

/** "22 written: 18 verified, 2 to check, 2 stale. 3 places are empty." */
export function pageWords(entries: readonly Pick<EntryLine, 'freshness'>[]): string {
  const count = (kind: EntryLine['freshness']['kind']) =>
    entries.filter(({ freshness }) => freshness.kind === kind).length
  const empty = count('empty')
  const written = entries.length - empty
  if (written === 0) return 'Nothing is written yet.'
  const parts = [
    [count('verified'), 'verified'],
    [count('due') + count('unverified'), 'to check'],
    [count('stale'), 'stale'],
  ].flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]))
  const rest = empty === 0 ? '' : ` ${counted(empty, 'place is', 'places are')} empty.`
  return `${counted(written, 'entry', 'entries')}: ${parts.join(', ')}.${rest}`
}

const FIELD: Readonly<Record<string, string>> = {
  title: 'the title',
  kind: 'its place',
  content: 'what it says',
  owner: 'the owner',
  reviewDays: 'how often it is checked',
  verified: 'its check',
  state: 'whether it stands on the page',
}

/** One line of an entry's history as what its author did. */
export function entryHistoryWords(line: HistoryLine): string {
  const done = line.fields.flatMap((field) => doneTo(field, line) ?? [])
  const words = done.length > 0 ? done.join(', ') : 'touched it'
  const said = line.undoes === null ? words : `took a change back: ${words}`
  return line.why ? `${said}: “${line.why}”` : said
}

type Field = HistoryLine['fields'][number]

function doneTo({ field, from, to }: Field, line: HistoryLine): string | null {
  const has = (name: string) => line.fields.some((other) => other.field === name)
  switch (field) {
    case 'content':
      if (textOf(from, 'kind') === 'empty') return 'wrote it'
      if (textOf(to, 'kind') === 'empty') return 'emptied it'
      return textOf(to, 'kind') === 'link' ? 'changed the link' : 'changed the text'
    case 'owner':
      if (textOf(to, 'id') === line.by.id) return has('content') ? null : 'took it'
      return to === null ? 'took it off its owner' : `gave it to ${firstName(textOf(to, 'name'))}`
    case 'verified':
      if (has('content')) return null
      return to === null ? 'took its check back' : 'said it is still true'
    case 'state':
      if (textOf(to, 'status') === 'removed') return 'removed it'
      return line.version === 1 ? null : 'put it back'
    case 'toBeRead':
      return to === null ? null : 'asked everybody to read it'
    case 'title':
      return line.version === 1 ? null : `called it ${shortened(typeof to === 'string' ? to : '')}`
    case 'kind':
      return line.version === 1 ? null : `put it under ${kindWord(to)}`
    case 'reviewDays':
      return line.version === 1 || has('kind') ? null : `has it checked ${valueWords(field, to)}`
    default:
      return null
  }
}

/** What somebody else changed, when two people's values stand side by side. */
export function changesIn(last: HistoryLine): readonly { what: string; from: string; to: string }[] {
  return last.fields.flatMap(({ field, from, to }) => {
    const what = FIELD[field]
    if (what === undefined || (field === 'verified' && last.fields.length > 1)) return []
    return [
      {
        what: capital(what),
        from: valueWords(field, from),
        to: valueWords(field, to),
      },
    ]
  })
}

function valueWords(field: string, value: unknown): string {
  switch (field) {
    case 'owner':
      return firstName(textOf(value, 'name')) || 'no one'
    case 'kind':
      return kindWord(value)
    case 'reviewDays':
      return typeof value === 'number' ? everyWords(value).toLowerCase() : 'another time'
    case 'verified':
      return value === null ? 'open' : `${firstName(textOf(textField(value, 'by'), 'name'))}’s word`
    case 'state':
      return textOf(value, 'status') === 'removed' ? 'removed' : 'on the page'
    case 'content': {
      const said = textOf(value, 'url') || textOf(value, 'text')
      return said === '' ? 'nothing' : shortened(said.replaceAll(/\s+/g, ' '))
    }
    default:
      return typeof value === 'string' && value !== '' ? shortened(value) : 'nothing'
  }
}

/** What would have been saved, in a few words. */
export function wantedWords(change: EntryChangeJson, nameOf: (id: string) => string): string {
  if (change.kind === 'verify') return 'Still true'
  if (change.kind === 'remove') return 'Remove'
  const { title, about, content, owner, reviewDays } = change
  const parts = [
    title === undefined ? [] : [shortened(title)],
    content === undefined ? [] : [shortened(content.replaceAll(/\s+/g, ' '))],
    owner === undefined ? [] : [firstName(nameOf(owner))],
    about === undefined ? [] : [KIND_WORD[about]],
    reviewDays === undefined ? [] : [everyWords(reviewDays).toLowerCase()],
  ].flat()
  return parts.length > 0 ? parts.join(', ') : 'another value'
}

/** Said once a change stands. */
export function savedWords(id: string, change: EntryChangeJson): string {
  switch (change.kind) {
    case 'verify':
      return `${id} is still true: noted in your name`
    case 'remove':
      return `${id} removed`
    case 'edit':
      return `${id} saved`
  }
}

export function waitingWords(askers: readonly { readonly person: { readonly name: string } }[]): string {
  const names = askers.map(({ person }) => firstName(person.name))
  const shown = names.slice(0, 2).join(names.length === 2 ? ' and ' : ', ')
  return names.length > 2 ? `${shown} and ${names.length - 2} more` : shown
}

function kindWord(value: unknown): string {
  return typeof value === 'string' && Object.hasOwn(KIND_WORD, value)
    ? KIND_WORD[value as EntryKind]
    : 'another place'
}

function textOf(value: unknown, key: string): string {
  const text = textField(value, key)
  return typeof text === 'string' ? text : ''
}

function textField(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !(key in value)) return null
  return (value as Record<string, unknown>)[key]
}
