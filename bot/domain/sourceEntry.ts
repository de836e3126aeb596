import type { Authority } from './actionItem'
import { isSameValue } from './history'
import { numberOf, type EntryId } from './ids'
import type { Language } from './language'
import { readLink } from './link'
import { isSamePerson, type Person } from './person'
import { ENTRY_KINDS, USUAL_PLACES, usualReviewDays, type EntryKind, type UsualPlace } from './sourceKinds'
import { cleanLine, cleanText, TITLE_MAX } from './text'
import { epochMs, type Instant } from './time'

/** What stands at a place: nothing yet, an https address, or a text in markdown. */
export type EntryContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }

export type EntryState =
  { readonly status: 'standing' } | { readonly status: 'removed'; readonly by: Person; readonly at: Instant }

/** One entry of the source of truth: where one finds how this project runs. */
export type SourceEntry = {
  readonly id: EntryId
  readonly title: string
  readonly kind: EntryKind
  readonly content: EntryContent
  /** When the link or the text became what it is; null while there is none. */
  readonly writtenAt: Instant | null
  /** Who answers for it; null at a place that nobody has taken. */
  readonly owner: Person | null
  /** Who last said that it is true, and when; it may have been written anew since. */
  readonly verified: { readonly by: Person; readonly at: Instant } | null
  /** Days until somebody looks again whether it is true. */
  readonly reviewDays: number
  /** The version that everybody is asked to have read; null when none is. */
  readonly toBeRead: number | null
  readonly state: EntryState
  readonly createdBy: Person | null
  readonly createdAt: Instant | null
  readonly changedBy: Person | null
  readonly changedAt: Instant | null
  /** 0 at a usual place that nobody has touched, 1 when created, one more with each change. */
  readonly version: number
}

/** What may be said of an entry, as typed; what is left out stays as it is. */
type EntryFields = {
  readonly title?: string
  readonly kind?: EntryKind
  /** An address or a text. */
  readonly content?: string
  readonly owner?: Person | null
  readonly reviewDays?: number
  /** Everybody on the team is asked to say that they have read this change. */
  readonly toBeRead?: boolean
}

export type EntryChange =
  | ({ readonly kind: 'edit' } & Omit<EntryFields, 'kind'> & { readonly about?: EntryKind })
  /** "Still true". */
  | { readonly kind: 'verify' }
  | { readonly kind: 'remove' }

export type EntryRefusal =
  'noTitle' | 'noContent' | 'titleTooLong' | 'textTooLong' | 'badLink' | 'badInterval'

export type EntryDecision =
  | { readonly kind: 'changed'; readonly entry: SourceEntry }
  | { readonly kind: 'unchanged'; readonly entry: SourceEntry }
  | { readonly kind: 'refused'; readonly because: EntryRefusal }

/** Between a day and a year. */
const REVIEW_DAYS = { least: 1, most: 365 } as const

/** A usual place as it is before anybody touched it, by its name in the project's language. */
export function untouched({ id, kind, title }: UsualPlace, language: Language): SourceEntry {
  return { ...blank(id), kind, title: title[language], reviewDays: usualReviewDays(kind) }
}

/** A new entry before anything is said of it: counted as removed, so that taking its creation back removes it. */
export function blankEntry(id: EntryId, by: Person, at: Instant): SourceEntry {
  return { ...blank(id), state: { status: 'removed', by, at } }
}

function blank(id: EntryId): SourceEntry {
  return {
    id,
    title: '',
    kind: 'other',
    content: { kind: 'empty' },
    writtenAt: null,
    owner: null,
    verified: null,
    reviewDays: usualReviewDays('other'),
    toBeRead: null,
    state: { status: 'standing' },
    createdBy: null,
    createdAt: null,
    changedBy: null,
    changedAt: null,
    version: 0,
  }
}

/** What stands on the page, empty usual places among it, in the order that stays: by kind, then by number. */
export function standingEntries(stored: readonly SourceEntry[], language: Language): readonly SourceEntry[] {
  const known = new Map(stored.map((entry) => [entry.id, entry]))
  const untaken = USUAL_PLACES.filter(({ id }) => !known.has(id)).map((place) => untouched(place, language))
  return [...stored, ...untaken]
    .filter(({ state }) => state.status === 'standing')
    .sort((a, b) => rankOf(a) - rankOf(b) || numberOf(a.id) - numberOf(b.id))
}

function rankOf({ kind }: SourceEntry): number {
  return ENTRY_KINDS.indexOf(kind)
}

export function isWritten({ content }: Pick<SourceEntry, 'content'>): boolean {
  return content.kind !== 'empty'
}

/**
 * Members may write at an empty place. What is written is changed by its owner, who created it, the lead and the team's
 * owners; anybody else asks one of them.
 */
export function canChangeEntry(entry: SourceEntry, actor: Authority): boolean {
  if (!isWritten(entry) && entry.owner === null) return true
  const isTheirs = isSamePerson(entry.owner, actor.person) || isSamePerson(entry.createdBy, actor.person)
  return isTheirs || actor.isLead || actor.ownsTeam
}

type Moment = { readonly by: Person; readonly at: Instant }

/** Applies a change, or says why not. A change makes the next version. */
export function decideEntry(entry: SourceEntry, change: EntryChange, ctx: Moment): EntryDecision {
  switch (change.kind) {
    case 'verify':
      if (!isWritten(entry)) return { kind: 'refused', because: 'noContent' }
      if (saidJustNow(entry, ctx)) return { kind: 'unchanged', entry }
      return settled(entry, { verified: { by: ctx.by, at: ctx.at } }, ctx)
    case 'remove':
      if (entry.state.status === 'removed') return { kind: 'unchanged', entry }
      return settled(entry, { state: { status: 'removed', by: ctx.by, at: ctx.at } }, ctx)
    case 'edit':
      return decideEdit(entry, change, ctx)
  }
}

/** The same said twice, e.g. by a double tap, is said once. */
const JUST_NOW_MS = 3_600_000

function saidJustNow({ verified, writtenAt }: SourceEntry, { by, at }: Moment): boolean {
  if (verified === null || writtenAt === null || verified.at < writtenAt) return false
  return isSamePerson(verified.by, by) && epochMs(at) - epochMs(verified.at) < JUST_NOW_MS
}

/**
 * Whoever writes an entry that is theirs (or nobody's: it becomes theirs) vouches for it by writing it. Written by
 * somebody else, it waits for its owner's word. An entry that was removed stands again by being written.
 */
function decideEdit(
  entry: SourceEntry,
  change: Extract<EntryChange, { kind: 'edit' }>,
  ctx: Moment,
): EntryDecision {
  const title = cleanLine(change.title ?? entry.title, TITLE_MAX)
  if (title.kind === 'tooLong') return { kind: 'refused', because: 'titleTooLong' }
  if (title.text === '') return { kind: 'refused', because: 'noTitle' }
  const reading = readContent(change.content)
  if (reading.kind === 'refused') return reading
  const content = reading.content ?? entry.content
  const about = change.about ?? entry.kind
  const reviewDays = change.reviewDays ?? (about === entry.kind ? entry.reviewDays : usualReviewDays(about))
  const { least, most } = REVIEW_DAYS
  if (!Number.isInteger(reviewDays) || reviewDays < least || reviewDays > most) {
    return { kind: 'refused', because: 'badInterval' }
  }
  if (content.kind === 'empty' && entry.version === 0 && !change.owner) {
    return { kind: 'refused', because: 'noContent' }
  }
  const owner = change.owner ?? entry.owner ?? (content.kind === 'empty' ? null : ctx.by)
  const isWrittenNow = content.kind !== 'empty' && !isSameValue(content, entry.content)
  const fields: Partial<SourceEntry> = {
    title: title.text,
    kind: about,
    content,
    owner,
    reviewDays,
    state: { status: 'standing' },
    ...(isWrittenNow ? { writtenAt: ctx.at } : {}),
    ...(isWrittenNow && isSamePerson(owner, ctx.by) ? { verified: { by: ctx.by, at: ctx.at } } : {}),
  }
  const decision = settled(entry, fields, ctx)
  if (decision.kind !== 'changed' || change.toBeRead !== true) return decision
  return { kind: 'changed', entry: { ...decision.entry, toBeRead: decision.entry.version } }
}

type ReadContent =
  | { readonly kind: 'read'; readonly content: EntryContent | null }
  | { readonly kind: 'refused'; readonly because: EntryRefusal }

/** An address alone is a link, anything else a text; nothing typed leaves what stands. */
function readContent(typed: string | undefined): ReadContent {
  if (typed === undefined || typed.trim() === '') return { kind: 'read', content: null }
  const link = readLink(typed)
  if (link.kind === 'refused') return { kind: 'refused', because: 'badLink' }
  if (link.kind === 'link') return { kind: 'read', content: { kind: 'link', url: link.url } }
  const text = cleanText(typed)
  if (text.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  return { kind: 'read', content: text.text === '' ? null : { kind: 'text', text: text.text } }
}

function settled(entry: SourceEntry, fields: Partial<SourceEntry>, ctx: Moment): EntryDecision {
  const next: SourceEntry = { ...entry, ...fields }
  if (isSameValue(entry, next)) return { kind: 'unchanged', entry }
  return {
    kind: 'changed',
    entry: {
      ...next,
      createdBy: entry.createdBy ?? ctx.by,
      createdAt: entry.createdAt ?? ctx.at,
      changedBy: ctx.by,
      changedAt: ctx.at,
      version: entry.version + 1,
    },
  }
}
