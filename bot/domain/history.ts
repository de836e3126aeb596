import type { RecordId } from './ids'
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
  readonly record: RecordId | 'project'
  /** The version that this change made; with `record` its key. */
  readonly version: number
  readonly at: Instant
  readonly by: Person
  readonly door: Door
  readonly why: string | null
  /** Set when this change took back another one of the same record: that one's version. */
  readonly undoes: number | null
  /** Empty for the creation of a record (version 1). */
  readonly fields: readonly FieldChange[]
}
