/** What the rows of a sheet are. */
export type SheetKind = 'issues' | 'items'

/** What a column can be taken for. `key`: our own mark of a record. Several columns can go to `details`. */
export type Field =
  | 'key'
  | 'number'
  | 'title'
  | 'details'
  | 'where'
  | 'steps'
  | 'happened'
  | 'severity'
  | 'workaround'
  | 'owner'
  | 'for'
  | 'unblocks'
  | 'workstream'
  | 'status'
  | 'why'
  | 'due'
  | 'raised'
  | 'ended'
  | 'reporter'
  | 'category'

const BOTH = [
  'key',
  'number',
  'title',
  'category',
  'owner',
  'workstream',
  'status',
  'why',
  'raised',
  'ended',
] as const

/** The fields of each kind, in the order in which they are offered. */
export const FIELDS: Readonly<Record<SheetKind, readonly Field[]>> = {
  issues: [...BOTH, 'details', 'where', 'steps', 'happened', 'severity', 'workaround', 'reporter'],
  items: [...BOTH, 'for', 'unblocks', 'due'],
}

/** The heading under which our own files keep the mark of a record. */
export const KEY_HEADING = 'Plumbline key'
