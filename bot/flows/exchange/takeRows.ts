import type { ActionItem } from '../../domain/actionItem'
import {
  issueFrom,
  issueWith,
  itemFrom,
  itemWith,
  memoryOf,
  newsIn,
  type Importing,
  type RowNews,
} from '../../domain/exchange/applyRow'
import {
  importedKey,
  placeInFile,
  type Imported,
  type ImportedKey,
  type ImportJob,
} from '../../domain/exchange/importJob'
import type { InRow, ReadRow, RowFault } from '../../domain/exchange/readRow'
import { changeOf, creationOf, type Change } from '../../domain/history'
import { isItemId, type IssueId, type ItemId, type RecordId } from '../../domain/ids'
import type { Issue } from '../../domain/issue'
import type { Person } from '../../domain/person'
import type { Project } from '../../domain/project'
import type { Order } from '../command'
import type { FlowDeps } from '../deps'
import { meetInProject } from '../meetInProject'
import { refresh } from '../messagesAbout'
import type { Outgoing } from '../outgoing'
import type { Commit, Put, Stored } from '../ports'
import type { RowOfFile } from './readImport'

/** What became of a row. */
export type RowTaken =
  | { readonly what: 'created' | 'updated' | 'unchanged' | 'skipped' }
  | {
      readonly what: 'conflict'
      readonly sheet: string
      readonly row: number
      readonly fault: InRow<RowFault>
    }

type RecordRow = RowOfFile & { readonly read: Extract<ReadRow, { kind: 'record' }> }
type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>
type Where = {
  readonly deps: Deps
  readonly order: Order
  readonly project: Project
  readonly job: Pick<ImportJob, 'id' | 'file'>
}

/** Beyond it something is broken: each time somebody else was faster with one of the rows. */
const ATTEMPTS = 6

/**
 * Takes some rows of a file, each whole or not at all. A row whose record is there brings it up to date with what the
 * row says anew since it was last taken; what people changed here meanwhile stays. Nobody is sent a message.
 */
export async function takeRows(
  deps: Deps,
  order: Order,
  project: Project,
  job: Where['job'],
  rows: readonly RowOfFile[],
): Promise<RowTaken[]> {
  const records = rows.filter((row): row is RecordRow => row.read.kind === 'record')
  const skipped = rows.flatMap(({ read }): RowTaken[] =>
    read.kind === 'record' ? [] : [{ what: 'skipped' }],
  )
  if (records.length === 0) return skipped
  const where = { deps, order, project, job }
  await meetInProject(deps, order, records.flatMap(peopleOf))
  for (let attempt = 1; ; attempt++) {
    const taken = await tryToTake(where, records)
    if (taken !== 'lost') return [...skipped, ...taken]
    if (attempt >= ATTEMPTS)
      throw new Error('Rows of a file can’t be taken: their records change all the time')
  }
}

function peopleOf({ read }: RecordRow): (Person | null | undefined)[] {
  return [read.fields.owner?.person, read.fields.for?.person]
}

async function tryToTake(where: Where, rows: readonly RecordRow[]): Promise<RowTaken[] | 'lost'> {
  const { deps, project } = where
  const known = await deps.records.imported(project.id, rows.map(keyOf))
  const plans = oncePerRecord(
    await Promise.all(rows.map((row) => planFor(where, row, known.get(keyOf(row)) ?? null))),
  )
  const updates = plans.filter((plan) => plan.do === 'update')
  if (updates.length > 0 && (await update(where, updates)) === 'lost') return 'lost'
  for (const kind of ['issue', 'item'] as const) {
    const fresh = plans.filter((plan) => plan.do === 'create' && plan.row.read.record === kind)
    if (
      fresh.length > 0 &&
      (await create(
        where,
        kind,
        fresh.map(({ row }) => row),
      )) === 'lost'
    )
      return 'lost'
  }
  return plans.map((plan): RowTaken => {
    switch (plan.do) {
      case 'create':
        return { what: 'created' }
      case 'update':
        return { what: plan.after.version === plan.before.record.version ? 'unchanged' : 'updated' }
      case 'nothing':
        return { what: plan.before ?? 'unchanged' }
      case 'conflict':
        return { what: 'conflict', sheet: plan.row.sheet.name, row: plan.row.row, fault: plan.fault }
    }
  })
}

function keyOf({ read }: RecordRow): ImportedKey {
  return importedKey(read.record, read.identity.name)
}

type Update = {
  readonly do: 'update'
  readonly row: RecordRow
  readonly before: Stored<Issue> | Stored<ActionItem>
  readonly after: Issue | ActionItem
  /** What is known of the row; null for a row of our own file, which its mark finds. */
  readonly known: Stored<Imported> | null
  readonly hasCard: boolean
}
type Plan =
  | Update
  | { readonly do: 'create'; readonly row: RecordRow }
  /** `before`: what this very import had made of the row, before somebody else went on with it. */
  | { readonly do: 'nothing'; readonly row: RecordRow; readonly before: 'created' | 'updated' | null }
  | { readonly do: 'conflict'; readonly row: RecordRow; readonly fault: InRow<RowFault> }

async function planFor(where: Where, row: RecordRow, known: Stored<Imported> | null): Promise<Plan> {
  const { fields, identity } = row.read
  const { ours } = identity
  if (ours) return planForOurs(where, row, ours.id, ours.version)
  if (!known) return { do: 'create', row }
  const news = newsIn(fields, known.record.said)
  if (Object.keys(news).length === 0) {
    const { by } = known.record
    return { do: 'nothing', row, before: by?.import === where.job.id ? by.what : null }
  }
  const before = await recordOf(where, known.record.record)
  return before ? updateOf(where, row, before, news, known) : conflict(row, 'goneRecord', known.record.record)
}

/** A row of our own file says what the record was like then: older than the record it changes nothing. */
async function planForOurs(where: Where, row: RecordRow, id: RecordId, version: number): Promise<Plan> {
  const before = await recordOf(where, id)
  if (!before) return conflict(row, 'goneRecord', id)
  // What the file was made with is not what it says: who raised it and when stay the record's own.
  const { raised: _, reporter: __, workstream, ...says } = row.read.fields
  const knowsStream = where.project.workstreams.some(({ id }) => id === before.record.workstream)
  // A workstream that the project no longer has is no word in the file, and stays where it is.
  const news =
    workstream === null && !knowsStream
      ? says
      : { ...says, ...(workstream === undefined ? {} : { workstream }) }
  const plan = await updateOf(where, row, before, news, null)
  if (plan.after.version === before.record.version) return { do: 'nothing', row, before: null }
  return before.record.version > version ? conflict(row, 'changedSince', id) : plan
}

function conflict(row: RecordRow, kind: 'goneRecord' | 'changedSince', record: RecordId): Plan {
  return { do: 'conflict', row, fault: { kind, record, column: null, value: row.read.fields.title } }
}

/** Two rows may mean one record, by its mark and by what it is known by; the first of them counts. */
function oncePerRecord(plans: readonly Plan[]): Plan[] {
  const rows = new Map<RecordId, number>()
  return plans.map((plan): Plan => {
    if (plan.do !== 'update') return plan
    const { id } = plan.before.record
    const before = rows.get(id)
    if (before === undefined) {
      rows.set(id, plan.row.row)
      return plan
    }
    const fault = {
      kind: 'sameAsRow',
      first: before,
      column: null,
      value: plan.row.read.fields.title,
    } as const
    return { do: 'conflict', row: plan.row, fault }
  })
}

async function recordOf(
  { deps, project }: Where,
  id: RecordId,
): Promise<Stored<Issue> | Stored<ActionItem> | null> {
  return isItemId(id) ? deps.records.item(project.id, id) : deps.records.issue(project.id, id)
}

async function updateOf(
  where: Where,
  row: RecordRow,
  before: Stored<Issue> | Stored<ActionItem>,
  news: RowNews,
  known: Stored<Imported> | null,
): Promise<Update> {
  const { record } = before
  const importing = importingOf(where, row)
  const after = isIssue(record) ? issueWith(record, news, importing) : itemWith(record, news, importing)
  const isChanged = after.version !== record.version
  const card = isChanged ? await where.deps.records.posted(where.project.id, record.id) : null
  return { do: 'update', row, before, after, known, hasCard: card !== null }
}

function isIssue(record: Issue | ActionItem): record is Issue {
  return !isItemId(record.id)
}

function importingOf({ deps, order, project, job }: Where, { sheet, row }: RowOfFile): Importing {
  return {
    by: order.actor.person,
    at: deps.clock.now(),
    zone: project.zone,
    from: placeInFile(job.file.name, { sheet: sheet.name, row }, project.language),
  }
}

async function update(where: Where, updates: readonly Update[]): Promise<'saved' | 'lost'> {
  const changed = updates.filter(({ before, after }) => after.version !== before.record.version)
  const commit: Commit = {
    issues: changed.flatMap(({ before, after }) =>
      isIssue(after) ? [{ record: after, over: before.revision }] : [],
    ),
    items: changed.flatMap(({ before, after }) =>
      isIssue(after) ? [] : [{ record: after, over: before.revision }],
    ),
    changes: changed.map((one) => lineOf(where, one)),
    imported: updates.flatMap(({ row, before, after, known }): Put<Imported>[] => {
      if (!known) return []
      const by = after.version === before.record.version ? known.record.by : byThis(where, 'updated')
      return [{ record: { ...known.record, said: memoryOf(row.read.fields), by }, over: known.revision }]
    }),
    outgoing: changed.flatMap(({ after, hasCard }): Outgoing[] => (hasCard ? [refresh(after)] : [])),
  }
  return where.deps.records.commit(where.project.id, commit)
}

function byThis({ job }: Where, what: 'created' | 'updated'): Imported['by'] {
  return { import: job.id, what }
}

function lineOf(where: Where, { row, before, after }: Update): Change {
  const { by, at, from } = importingOf(where, row)
  return changeOf(after.id, before.record, after, { by, at, door: where.order.door, why: from })
}

/** Ends the making of new records when one of the rows was taken meanwhile. Thrown and caught in this file alone. */
class TakenMeanwhile extends Error {
  override readonly name = 'TakenMeanwhile'
}

/** The rows' records under the next numbers. What a row is known by is inserted with its record: that is its claim. */
async function create(
  where: Where,
  kind: 'issue' | 'item',
  rows: readonly RecordRow[],
): Promise<'saved' | 'lost'> {
  const { deps, project } = where
  const firstLook = { done: false }
  const make = async (ids: readonly RecordId[]): Promise<Commit> => {
    if (firstLook.done && (await deps.records.imported(project.id, rows.map(keyOf))).size > 0)
      throw new TakenMeanwhile()
    firstLook.done = true
    return creation(where, rows, ids)
  }
  try {
    if (kind === 'issue') await deps.records.createIssues(project.id, rows.length, make)
    else await deps.records.createItems(project.id, rows.length, make)
    return 'saved'
  } catch (cause) {
    if (cause instanceof TakenMeanwhile) return 'lost'
    throw cause
  }
}

function creation(where: Where, rows: readonly RecordRow[], ids: readonly RecordId[]): Commit {
  const made = rows.map((row, at) => {
    const importing = importingOf(where, row)
    const { fields } = row.read
    const id = ids[at]
    if (id === undefined) throw new Error('Fewer numbers were given than records are made')
    const change = creationOf(id, {
      by: importing.by,
      at: importing.at,
      door: where.order.door,
      why: importing.from,
    })
    const imported: Put<Imported> = {
      record: { key: keyOf(row), record: id, said: memoryOf(fields), by: byThis(where, 'created') },
      over: 'new',
    }
    if (row.read.record === 'issue')
      return { change, imported, issue: issueFrom(fields, id as IssueId, importing), item: null }
    const owner = fields.owner?.person
    if (!owner) throw new Error('An action item was read without its owner')
    return { change, imported, issue: null, item: itemFrom(fields, id as ItemId, owner, importing) }
  })
  return {
    issues: made.flatMap(({ issue }): Put<Issue>[] => (issue ? [{ record: issue, over: 'new' }] : [])),
    items: made.flatMap(({ item }): Put<ActionItem>[] => (item ? [{ record: item, over: 'new' }] : [])),
    changes: made.map(({ change }) => change),
    imported: made.map(({ imported }) => imported),
  }
}
