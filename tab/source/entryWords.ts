import * as words from '#words/source'
import { change as both, every, history } from '#words/sourceEntry'
import type { HistoryLine } from '../../bot/contract/issue'
import type { EntryChangeJson, EntryLine } from '../../bot/contract/source'
import type { EntryKind } from '../../bot/domain/sourceKinds'
import type { ZoneId } from '../../bot/domain/time'
import { shortened } from '../look/BothValues'
import { dayOf, firstName, shortDate } from '../look/words'

/* What the page says of trust in an entry, of its changes and of who waits. */

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
  const { trust } = words
  switch (freshness.kind) {
    case 'empty':
      return { mark: 'empty', ...trust.empty }
    case 'verified': {
      const text = verified
        ? trust.verifiedBy(firstName(verified.by.name), shortDate(dayOf(verified.at, zone)))
        : trust.verified
      return { mark: 'verified', text, short: '' }
    }
    case 'due':
      return { mark: 'due', ...trust.due(freshness.days) }
    case 'unverified':
      return { mark: 'never', ...(freshness.before ? trust.changed : trust.never) }
    case 'stale':
      return {
        mark: 'stale',
        ...(freshness.everVerified ? trust.stale(shortDate(freshness.since)) : trust.staleNever),
      }
  }
}

/** Of an empty place: who writes it, or could. */
export function writerWords(
  owner: EntryLine['owner'],
  { lead, me }: { readonly lead: { id: string; name: string }; readonly me: { id: string } },
): string {
  const { writer } = words
  if (owner) return owner.id === me.id ? writer.you : writer.someone(owner.name)
  return lead.id === me.id ? writer.youCould : writer.couldWrite(lead.name)
}

/** The usual distances between two checks, in days. */
export const REVIEW_DAYS = [7, 14, 30, 60, 90, 180, 365] as const

export function everyWords(days: number): string {
  return often(days, words.every)
}

function often(days: number, said: typeof words.every): string {
  if (days === 7) return said.week
  if (days === 365) return said.year
  return days === 1 ? said.day : said.days(days)
}

/** "22 entries: 18 verified, 2 to check, 2 stale. 3 places are empty." */
export function pageWords(entries: readonly Pick<EntryLine, 'freshness'>[]): string {
  const count = (kind: EntryLine['freshness']['kind']) =>
    entries.filter(({ freshness }) => freshness.kind === kind).length
  const empty = count('empty')
  const written = entries.length - empty
  if (written === 0) return words.page.nothingWritten
  return words.page.count(
    written,
    count('verified'),
    count('due') + count('unverified'),
    count('stale'),
    empty,
  )
}

/** One line of an entry's history as what its author did. */
export function entryHistoryWords(line: HistoryLine): string {
  const did = line.fields.flatMap((field) => doneTo(field, line) ?? [])
  return history.line(did.length > 0 ? did : [history.touched], line.undoes !== null, line.why)
}

type Field = HistoryLine['fields'][number]

function doneTo({ field, from, to }: Field, line: HistoryLine): string | null {
  const has = (name: string) => line.fields.some((other) => other.field === name)
  switch (field) {
    case 'content':
      if (textOf(from, 'kind') === 'empty') return history.wrote
      if (textOf(to, 'kind') === 'empty') return history.emptied
      return textOf(to, 'kind') === 'link' ? history.link : history.text
    case 'owner':
      if (textOf(to, 'id') === line.by.id) return has('content') ? null : history.took
      return to === null ? history.nobody : history.gave(firstName(textOf(to, 'name')))
    case 'verified':
      if (has('content')) return null
      return to === null ? history.unverified : history.verified
    case 'state':
      if (textOf(to, 'status') === 'removed') return history.removed
      return line.version === 1 ? null : history.putBack
    case 'toBeRead':
      return to === null ? null : history.toBeRead
    case 'title':
      return line.version === 1 ? null : history.called(shortened(typeof to === 'string' ? to : ''))
    case 'kind':
      return line.version === 1 ? null : history.under(kindWord(to))
    case 'reviewDays':
      return line.version === 1 || has('kind') ? null : history.checked(valueWords(field, to))
    default:
      return null
  }
}

const FIELD_WORD: Readonly<Record<string, string>> = both.field

/** What somebody else changed, when two people's values stand side by side. */
export function changesIn(last: HistoryLine): readonly { what: string; from: string; to: string }[] {
  return last.fields.flatMap(({ field, from, to }) => {
    const what = FIELD_WORD[field]
    if (what === undefined || (field === 'verified' && last.fields.length > 1)) return []
    return [{ what, from: valueWords(field, from), to: valueWords(field, to) }]
  })
}

function valueWords(field: string, value: unknown): string {
  switch (field) {
    case 'owner':
      return firstName(textOf(value, 'name')) || both.nobody
    case 'kind':
      return kindWord(value)
    case 'reviewDays':
      return typeof value === 'number' ? often(value, every) : every.other
    case 'verified':
      return value === null ? both.unchecked : both.wordOf(firstName(textOf(textField(value, 'by'), 'name')))
    case 'state':
      return textOf(value, 'status') === 'removed' ? both.removed : both.onPage
    case 'content': {
      const said = textOf(value, 'url') || textOf(value, 'text')
      return said === '' ? both.nothing : shortened(said.replaceAll(/\s+/g, ' '))
    }
    default:
      return typeof value === 'string' && value !== '' ? shortened(value) : both.nothing
  }
}

/** What would have been saved, in a few words. */
export function wantedWords(change: EntryChangeJson, nameOf: (id: string) => string): string {
  if (change.kind === 'verify') return both.stillTrue
  if (change.kind === 'remove') return both.remove
  const { title, about, content, owner, reviewDays } = change
  const parts = [
    title === undefined ? [] : [shortened(title)],
    content === undefined ? [] : [shortened(content.replaceAll(/\s+/g, ' '))],
    owner === undefined ? [] : [firstName(nameOf(owner))],
    about === undefined ? [] : [words.KIND_WORD[about]],
    reviewDays === undefined ? [] : [often(reviewDays, every)],
  ].flat()
  return parts.length > 0 ? parts.join(', ') : both.otherValue
}

/** Said once a change stands. */
export function savedWords(id: string, change: EntryChangeJson): string {
  switch (change.kind) {
    case 'verify':
      return words.saved.verified(id)
    case 'remove':
      return words.saved.removed(id)
    case 'edit':
      return words.saved.edited(id)
  }
}

/** The first two by name, the others as a count. */
export function waitingWords(askers: readonly { readonly person: { readonly name: string } }[]): string {
  const names = askers.map(({ person }) => firstName(person.name))
  return words.waiting(names.slice(0, 2), Math.max(0, names.length - 2))
}

function kindWord(value: unknown): string {
  return typeof value === 'string' && Object.hasOwn(words.KIND_WORD, value)
    ? words.KIND_WORD[value as EntryKind]
    : both.otherPlace
}

function textOf(value: unknown, key: string): string {
  const text = textField(value, key)
  return typeof text === 'string' ? text : ''
}

function textField(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !(key in value)) return null
  return (value as Record<string, unknown>)[key]
}
