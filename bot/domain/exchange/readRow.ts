import type { ItemStatus } from '../actionItem'
import { parseRecordId, isIssueId, type IssueId, type WorkstreamId } from '../ids'
import type { IssueStatus, Severity } from '../issue'
import type { Person } from '../person'
import { MAX_TEXT, splitTitle, cleanText } from '../text'
import type { PlainDate } from '../time'
import { phrase, saysNothing, textOf, type SheetRow } from './cell'
import type { Field } from './fields'
import { readDate } from './dateOrder'
import { readRecordKey, type OurRecord } from './recordKey'
import type { Reading } from './sheetPlan'

/** A person as the file names them, and who that is here; null: nobody. */
export type NamedPerson = { readonly text: string; readonly person: Person | null }

/** What a row says. A field that its sheet has no column for is absent, and so stays as it is. */
export type RowFields = {
  readonly title: string
  readonly details?: string
  readonly where?: string
  readonly steps?: string
  readonly happened?: string
  readonly severity?: Severity | null
  readonly workaround?: string
  readonly owner?: NamedPerson | null
  readonly for?: NamedPerson | null
  readonly unblocks?: string
  readonly workstream?: WorkstreamId | null
  readonly status?: IssueStatus | ItemStatus
  readonly why?: string
  readonly due?: PlainDate | null
  readonly raised?: PlainDate | null
  readonly ended?: PlainDate | null
  readonly reporter?: NamedPerson | null
  /** Of which issue this is a duplicate. */
  readonly duplicateOf?: IssueId
}

/** By what a row is known when it comes again: our own record, or its number or title in the file. */
type RowIdentity = { readonly ours: OurRecord | null; readonly name: string }

/** What is wrong with a row, and where. */
export type RowFault =
  | { readonly kind: 'noTitle' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly most: number }
  | { readonly kind: 'noOwner' }
  | { readonly kind: 'ownerUnknown'; readonly name: string }
  | { readonly kind: 'badDate' }
  | { readonly kind: 'ambiguousDate' }
  | { readonly kind: 'unknownWord' }
  | { readonly kind: 'ofWhat' }
  | { readonly kind: 'brokenFormula' }
  | { readonly kind: 'sameAsRow'; readonly first: number }
  | { readonly kind: 'changedSince'; readonly record: string }
  | { readonly kind: 'goneRecord'; readonly record: string }

/** What is taken otherwise than it stands in the file. */
export type RowNote =
  | { readonly kind: 'keptInDetails' }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'onlyOneOwner'; readonly owner: string }
  | { readonly kind: 'noReason' }

export type InRow<T> = T & { readonly column: string | null; readonly value: string }

export type ReadRow =
  | {
      readonly kind: 'record'
      readonly record: 'issue' | 'item'
      readonly fields: RowFields
      readonly identity: RowIdentity
      readonly notes: readonly InRow<RowNote>[]
    }
  /** A row of a mixed log that is not kept here; `category` as the file calls it. */
  | { readonly kind: 'other'; readonly category: string }
  /** Prepared for somebody to fill in, and not filled in. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly faults: readonly InRow<RowFault>[] }

const LONGEST_SHOWN = 200

/** Reads one row: all of it, or what is wrong with it. Nothing is taken by halves. */
export function readRow(row: SheetRow, reading: Reading): ReadRow {
  const heading = new Map(reading.plan.columns.map((column) => [column.field, column.heading]))
  const cells = new Map<Field, string>()
  for (const { field, at } of reading.plan.columns) {
    if (field !== null && field !== 'details') cells.set(field, textOf(row.cells[at]))
  }
  const details = detailsOf(row, reading)
  if (isBlank(cells, details)) return { kind: 'blank' }

  const said = cells.get('category') ?? ''
  const category = said === '' ? undefined : reading.category(said)
  if (category === 'other') return { kind: 'other', category: said }
  const record = category ?? (reading.plan.kind === 'items' ? 'item' : 'issue')

  const faults: InRow<RowFault>[] = []
  const notes: InRow<RowNote>[] = []
  const shown = (field: Field | null) => ({
    column: heading.get(field) ?? null,
    value: (field === null ? '' : (cells.get(field) ?? '')).slice(0, LONGEST_SHOWN),
  })
  const fault = (field: Field | null, what: RowFault) => void faults.push({ ...what, ...shown(field) })
  const note = (field: Field | null, what: RowNote) => void notes.push({ ...what, ...shown(field) })
  const given = { cells, reading, row, record, fault, note } satisfies Given

  const identityKey = readRecordKey(cells.get('key') ?? '', reading.project)
  const extra: string[] = []
  const people = peopleOf(given, identityKey === undefined ? extra : null)
  const states = statesOf(given)
  const dates = datesOf(given)
  const workstream = workstreamOf(given, identityKey === undefined ? extra : null)
  const texts = textsOf(given, [...details, ...extra])
  if (faults.length > 0 || !texts) return { kind: 'wrong', faults }
  return {
    kind: 'record',
    record,
    fields: { ...texts, ...people, ...states, ...dates, ...workstream },
    identity: { ours: identityKey ?? null, name: nameOf(cells, texts.title) },
    notes,
  }
}

type Given = {
  readonly cells: ReadonlyMap<Field, string>
  readonly reading: Reading
  readonly row: SheetRow
  readonly record: 'issue' | 'item'
  readonly fault: (field: Field | null, what: RowFault) => void
  readonly note: (field: Field | null, what: RowNote) => void
}

/** Numbers, states and the like stand in rows that wait to be filled in, too. */
const PREPARED: readonly Field[] = [
  'key',
  'number',
  'status',
  'category',
  'severity',
  'workstream',
  'reporter',
]

function isBlank(cells: ReadonlyMap<Field, string>, details: readonly string[]): boolean {
  return details.length === 0 && [...cells].every(([field, text]) => text === '' || PREPARED.includes(field))
}

/** The row's own number where the file has one, else its title; the same row of a later file has the same. */
function nameOf(cells: ReadonlyMap<Field, string>, title: string): string {
  const number = phrase(cells.get('number') ?? '')
  return number === '' ? `title ${phrase(title)}` : `number ${number}`
}

/** What stands in the columns of details, each under its heading; the description itself without one. */
function detailsOf({ cells }: SheetRow, { plan }: Reading): string[] {
  return plan.columns.flatMap(({ at, heading, field }) => {
    const text = field === 'details' ? textOf(cells[at]) : ''
    if (text === '') return []
    return /^(?:details?|einzelheiten|.*descri.*|.*beschreibung)$/i.test(heading)
      ? [text]
      : [`${heading}: ${text}`]
  })
}

const TEXTS = ['where', 'steps', 'happened', 'workaround', 'why', 'unblocks'] as const
type Texts = Pick<RowFields, 'title' | 'details' | (typeof TEXTS)[number]>

function textsOf({ cells, reading, record, fault }: Given, details: readonly string[]): Texts | null {
  const title = splitTitle(cells.get('title') ?? '')
  if (title.kind === 'tooLong') {
    fault('title', { kind: 'tooLong', length: title.length, most: MAX_TEXT })
    return null
  }
  if (title.title === '') {
    fault('title', { kind: 'noTitle' })
    return null
  }
  if (record === 'item' && title.details !== '') {
    fault('title', { kind: 'tooLong', length: title.details.length, most: TITLE_FITS })
  }
  for (const [field, text] of cells) if (isBroken(text)) fault(field, { kind: 'brokenFormula' })
  const kept: Partial<Record<(typeof TEXTS)[number], string>> = {}
  for (const field of TEXTS) {
    const typed = cells.get(field)
    if (typed === undefined) continue
    const clean = cleanText(typed)
    if (clean.kind === 'tooLong') fault(field, { kind: 'tooLong', length: clean.length, most: clean.max })
    else kept[field] = clean.text
  }
  if (record === 'item') return { title: title.title, ...kept }
  const hasDetails =
    title.details !== '' ||
    details.length > 0 ||
    reading.plan.columns.some(({ field }) => field === 'details')
  const whole = cleanText([...(title.details === '' ? [] : [title.details]), ...details].join('\n\n'))
  if (whole.kind === 'tooLong') {
    fault(null, { kind: 'tooLong', length: whole.length, most: whole.max })
    return null
  }
  return { title: title.title, ...kept, ...(hasDetails ? { details: whole.text } : {}) }
}

/** The longest title of an item, which has no details to keep more in. */
const TITLE_FITS = 250

/** What a formula leaves that could not be worked out. */
function isBroken(text: string): boolean {
  return /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text)
}

function peopleOf(given: Given, extra: string[] | null): Pick<RowFields, 'owner' | 'for' | 'reporter'> {
  const { cells, record } = given
  const named: { -readonly [K in 'owner' | 'for' | 'reporter']?: NamedPerson | null } = {}
  for (const field of ['owner', 'for', 'reporter'] as const) {
    const text = cells.get(field)
    if (text === undefined || (field === 'reporter' && record === 'item')) continue
    named[field] = personIn(given, field, text, extra)
  }
  if (record === 'item' && extra !== null && (named.owner ?? null) === null)
    given.fault('owner', { kind: 'noOwner' })
  return named
}

/** `extra` takes what is not known here; null for our own file, where it stays as it is in the record. */
function personIn(
  { reading, record, fault, note }: Given,
  field: 'owner' | 'for' | 'reporter',
  text: string,
  extra: string[] | null,
): NamedPerson | null {
  const { found, unknown } = reading.peopleIn(text)
  const [person] = found
  const mustBeKnown = field === 'owner' && record === 'item' && extra !== null
  if (!person) {
    const [name] = unknown
    if (name === undefined) return null
    if (mustBeKnown) fault(field, { kind: 'ownerUnknown', name: name.slice(0, LONGEST_SHOWN) })
    else keepName(field, text, record, extra, note)
    return { text, person: null }
  }
  if (found.length > 1 || unknown.length > 0) {
    note(field, { kind: 'onlyOneOwner', owner: person.name })
    if (record === 'issue') extra?.push(`${LABEL[field]}: ${text}`)
  }
  return { text: person.name, person }
}

function keepName(
  field: 'owner' | 'for' | 'reporter',
  text: string,
  record: Given['record'],
  extra: string[] | null,
  note: Given['note'],
): void {
  if (extra === null) return
  if (record === 'issue') extra.push(`${LABEL[field]}: ${text}`)
  note(field, { kind: record === 'issue' ? 'keptInDetails' : 'leftOut' })
}

const LABEL = { owner: 'Owner', for: 'For', reporter: 'Reported by' } as const

function statesOf(given: Given): Pick<RowFields, 'severity' | 'status' | 'duplicateOf'> {
  const { cells, reading, record, fault, note } = given
  const states: { -readonly [K in 'severity' | 'status' | 'duplicateOf']?: RowFields[K] } = {}
  const graded = cells.get('severity')
  if (graded !== undefined && record === 'issue') {
    const severity = saysNothing(graded) ? null : reading.severity(graded)
    if (severity === undefined) fault('severity', { kind: 'unknownWord' })
    else states.severity = severity
  }
  const stands = cells.get('status')
  if (stands === undefined || saysNothing(stands)) return states
  const status = record === 'issue' ? reading.issueStatus(stands) : reading.itemStatus(stands)
  if (status === undefined) {
    fault('status', { kind: 'unknownWord' })
    return states
  }
  if (status === 'duplicate') {
    const of = parseRecordId(/(?:of|mit)\s+(\S+)$/i.exec(stands)?.[1] ?? '')
    if (cells.get('key') && of !== undefined && isIssueId(of)) states.duplicateOf = of
    else fault('status', { kind: 'ofWhat' })
  }
  const needsWhy =
    status === 'blocked' || status === 'deferred' || status === 'cancelled' || status === 'reopened'
  if (needsWhy && !cells.get('why')) note('status', { kind: 'noReason' })
  states.status = status
  return states
}

function datesOf({ row, reading, record, fault }: Given): Pick<RowFields, 'due' | 'raised' | 'ended'> {
  const dates: { -readonly [K in 'due' | 'raised' | 'ended']?: PlainDate | null } = {}
  for (const { at, field } of reading.plan.columns) {
    if (field !== 'due' && field !== 'raised' && field !== 'ended') continue
    if (field === 'due' && record === 'issue') continue
    const read = readDate(row.cells[at] ?? null, reading.order)
    if (read.kind === 'noDate') fault(field, { kind: 'badDate' })
    else if (read.kind === 'ambiguous') fault(field, { kind: 'ambiguousDate' })
    else dates[field] = read.kind === 'date' ? read.date : null
  }
  return dates
}

function workstreamOf(
  { cells, reading, record, note }: Given,
  extra: string[] | null,
): Pick<RowFields, 'workstream'> {
  const text = cells.get('workstream')
  if (text === undefined) return {}
  const known = reading.workstreams.find(({ name }) => phrase(name) === phrase(text))
  if (!known && !saysNothing(text)) {
    if (extra === null) return {}
    if (record === 'issue') extra.push(`Workstream: ${text}`)
    note('workstream', { kind: record === 'issue' ? 'keptInDetails' : 'leftOut' })
  }
  return { workstream: known?.id ?? null }
}
