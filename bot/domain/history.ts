import type { EntryId, RecordId } from './ids'
import type { Person } from './person'
import type { Instant } from './time'

/** A value of a record's field: what JSON can hold. */
export type FieldValue =
  null | boolean | number | string | readonly FieldValue[] | { readonly [key: string]: FieldValue }

export type FieldChange = { readonly field: string; readonly from: FieldValue; readonly to: FieldValue }

/** Through which door a change came in. */
export type Door = 'chat' | 'weeklyCard' | 'tab' | 'clock'

/** One change of one record: who, when, what from, what to, and why. Never rewritten. */
export type Change = {
  readonly record: RecordId | EntryId | 'project'
  /** The version that this change made; with `record` its key. */
  readonly version: number
  readonly at: Instant
  readonly by: Person
  /** Whom they answered for, where it was in somebody's place who is away. */
  readonly inPlaceOf: Person | null
  readonly door: Door
  readonly why: string | null
  /** Set when this change took back another one of the same record: that one's version. */
  readonly undoes: number | null
  /** Empty for the creation of a record (version 1). */
  readonly fields: readonly FieldChange[]
}

/** A record whose changes are kept: its fields are JSON, and each change makes one version. */
export type Recorded = { readonly [field: string]: FieldValue; readonly version: number }

/** Who made a change, when, through which door and why; `undoes` names the version that it takes back. */
export type ChangeStory = {
  readonly by: Person
  readonly inPlaceOf?: Person | null
  readonly at: Instant
  readonly door: Door
  readonly why?: string | null
  readonly undoes?: number | null
}

/** Fields that every change touches, so that they say nothing about it. */
const STAMPS: readonly string[] = ['version', 'changedBy', 'changedAt']

/** What differs between two versions of a record, in the order of its fields. */
export function fieldsChanged<T extends Recorded>(before: T, after: T): FieldChange[] {
  return Object.keys({ ...before, ...after })
    .filter((field) => !STAMPS.includes(field))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => !isSameValue(from, to))
}

/** The record with the values that it had before this change; its version stays, because the caller makes the next. */
export function takenBack<T extends Recorded>(current: T, change: Change): T {
  return { ...current, ...Object.fromEntries(change.fields.map(({ field, from }) => [field, from])) }
}

/** The history line of a record's birth. */
export function creationOf(record: Change['record'], story: ChangeStory): Change {
  return { ...lineOf(record, 1, story), fields: [] }
}

/** The history line of a change that made `after` of `before`. */
export function changeOf<T extends Recorded>(
  record: Change['record'],
  before: T,
  after: T,
  story: ChangeStory,
): Change {
  return { ...lineOf(record, after.version, story), fields: fieldsChanged(before, after) }
}

function lineOf(record: Change['record'], version: number, story: ChangeStory): Omit<Change, 'fields'> {
  const { by, inPlaceOf = null, at, door, why = null, undoes = null } = story
  return { record, version, at, by, inPlaceOf, door, why, undoes }
}

/** Whether two values would be the same JSON, whatever the order of their keys. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (isList(a) || isList(b)) {
    return (
      isList(a) &&
      isList(b) &&
      a.length === b.length &&
      a.every((value, i) => isSameValue(value, b[i] ?? null))
    )
  }
  return Object.keys({ ...a, ...b }).every((key) => isSameValue(a[key] ?? null, b[key] ?? null))
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value)
}
