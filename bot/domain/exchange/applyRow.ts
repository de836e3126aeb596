import type { ActionItem, ItemState, ItemStatus } from '../actionItem'
import { dueOn, moved } from '../dueDate'
import { isSameValue, type FieldValue } from '../history'
import type { IssueId, ItemId } from '../ids'
import type { Issue, IssueState, IssueStatus } from '../issue'
import type { Person } from '../person'
import { instantAt, type Instant, type PlainDate, type WallTime, type ZoneId } from '../time'
import { phrase } from './cell'
import type { NamedPerson, RowFields } from './readRow'
import { textHash } from './textHash'

/** Who imports, when, and from which row of which file, for the history. */
export type Importing = {
  readonly by: Person
  readonly at: Instant
  readonly zone: ZoneId
  readonly from: string
}

/** What a row said when it was last taken, as a stand-in for each field. */
export type RowMemory = Readonly<Record<string, string>>

export function memoryOf(fields: RowFields): RowMemory {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, standIn(value)]))
}

function standIn(value: RowFields[keyof RowFields]): string {
  return textHash(
    typeof value === 'object' && value !== null ? (value.person?.id ?? phrase(value.text)) : String(value),
  )
}

/** The fields in which a row says something else than when it was last taken: what people changed here since stays. */
export function newsIn(fields: RowFields, before: RowMemory): RowNews {
  const now = memoryOf(fields)
  return Object.fromEntries(Object.entries(fields).filter(([field]) => now[field] !== before[field]))
}

/** What a row says anew; what is absent stays as it is. */
export type RowNews = Partial<RowFields>

/** A new issue as a row tells it. Who raised it and when are the file's, as far as it says. */
export function issueFrom(fields: RowFields, id: IssueId, importing: Importing): Issue {
  const { by, at } = importing
  const issue: Issue = {
    id,
    title: fields.title,
    details: fields.details ?? '',
    where: fields.where ?? '',
    steps: fields.steps ?? '',
    happened: fields.happened ?? '',
    severity: fields.severity ?? null,
    workaround: fields.workaround ?? '',
    owner: fields.owner?.person ?? null,
    workstream: fields.workstream ?? null,
    reporter: fields.reporter?.person ?? by,
    state: { status: 'new' },
    timesReopened: 0,
    conversation: null,
    createdAt: momentOf(fields.raised, importing),
    changedBy: by,
    changedAt: at,
    version: 1,
  }
  return { ...issue, state: issueState(issue.state, fields, importing) }
}

/** A new action item as a row tells it; its owner was found before. */
export function itemFrom(fields: RowFields, id: ItemId, owner: Person, importing: Importing): ActionItem {
  const { by, at } = importing
  const item: ActionItem = {
    id,
    title: fields.title,
    owner,
    for: fields.for?.person ?? null,
    unblocks: textOrNull(fields.unblocks),
    workstream: fields.workstream ?? null,
    due: fields.due ? { first: fields.due, moves: [] } : null,
    state: { status: 'open' },
    conversation: null,
    createdBy: by,
    createdAt: momentOf(fields.raised, importing),
    changedBy: by,
    changedAt: at,
    version: 1,
  }
  return { ...item, state: itemState(item.state, fields, importing) }
}

/** The issue with what a row says; the same issue where it says nothing else. */
export function issueWith(issue: Issue, fields: RowNews, importing: Importing): Issue {
  const { title, details, where, steps, happened, severity, workaround, workstream } = fields
  const state = issueState(issue.state, fields, importing)
  const reopens = state.status === 'reopened' && issue.state.status !== 'reopened'
  return settled(
    issue,
    {
      ...given({ title, details, where, steps, happened, severity, workaround, workstream }),
      owner: personAfter(issue.owner, fields.owner),
      state,
      timesReopened: issue.timesReopened + (reopens ? 1 : 0),
    },
    importing,
  )
}

/** The same of an action item. Another date is a move in its delay ledger; a date that is gone from the file stays. */
export function itemWith(item: ActionItem, fields: RowNews, importing: Importing): ActionItem {
  const { title, unblocks, workstream, due } = fields
  const { by, at, from } = importing
  const movedTo =
    due &&
    (item.due === null
      ? { first: due, moves: [] }
      : due === dueOn(item.due)
        ? item.due
        : moved(item.due, { to: due, by, at, why: from }))
  return settled(
    item,
    {
      ...given({ title, workstream }),
      ...(unblocks === undefined ? {} : { unblocks: textOrNull(unblocks) }),
      owner: personAfter(item.owner, fields.owner) ?? item.owner,
      for: personAfter(item.for, fields.for),
      due: movedTo ?? item.due,
      state: itemState(item.state, fields, importing),
    },
    importing,
  )
}

type Recorded = { readonly version: number } & Readonly<Record<string, FieldValue>>

function settled<T extends Recorded & { readonly changedBy: Person; readonly changedAt: Instant }>(
  record: T,
  fields: Partial<T>,
  { by, at }: Importing,
): T {
  const next = { ...record, ...fields }
  return isSameValue(record, next)
    ? record
    : { ...next, version: record.version + 1, changedBy: by, changedAt: at }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}

/** A name that is nobody's here leaves who is there: it may be theirs, of before they left. */
function personAfter(now: Person | null, named: NamedPerson | null | undefined): Person | null {
  if (named === undefined) return now
  if (named === null) return null
  if (named.person !== null) return now?.id === named.person.id ? now : named.person
  return now
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

/** What a state needs a reason for and the file gives none. */
function whyIn({ why }: RowNews, { from }: Importing): string {
  return why === undefined || why === '' ? `No reason given. ${from}` : why
}

/** A state that the record is in already stays as it is, with who brought it there and when; a new reason is taken. */
function issueState(now: IssueState, fields: RowNews, importing: Importing): IssueState {
  const status = fields.status as IssueStatus | undefined
  if (status === undefined) return now
  if (status === now.status) {
    const says = fields.why ?? ''
    return 'why' in now && says !== '' && says !== now.why ? { ...now, why: says } : now
  }
  const { by } = importing
  const at = momentOf(fields.ended, importing)
  switch (status) {
    case 'closed':
      return { status, validatedBy: by, at }
    case 'deferred':
      return { status, acceptedBy: by, at, why: whyIn(fields, importing) }
    case 'reopened':
      return { status, why: whyIn(fields, importing) }
    case 'duplicate':
      return fields.duplicateOf === undefined ? now : { status, of: fields.duplicateOf, at }
    default:
      return { status }
  }
}

function itemState(now: ItemState, fields: RowNews, importing: Importing): ItemState {
  const status = fields.status as ItemStatus | undefined
  if (status === undefined) return now
  const says = fields.why ?? ''
  if (status === now.status) {
    if (now.status === 'blocked' && says !== '' && says !== now.reason) return { ...now, reason: says }
    return now.status === 'cancelled' && says !== '' && says !== now.why ? { ...now, why: says } : now
  }
  const { by } = importing
  const at = momentOf(fields.ended, importing)
  switch (status) {
    case 'blocked':
      return { status, reason: whyIn(fields, importing), needs: null, since: importing.at }
    case 'done':
      return { status, at, by }
    case 'cancelled':
      return { status, at, by, why: whyIn(fields, importing) }
    default:
      return { status }
  }
}

const NOON = '12:00' as WallTime

/** A day of the file as a moment, never later than now. */
function momentOf(day: PlainDate | null | undefined, { at, zone }: Importing): Instant {
  if (day === null || day === undefined) return at
  const noon = instantAt(day, NOON, zone)
  return noon < at ? noon : at
}
