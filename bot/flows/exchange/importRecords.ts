import {
  isUnderWay,
  lookedAfterAt,
  problemsOf,
  rowsToTake,
  type ImportJob,
  type ImportRun,
  type RowProblem,
} from '../../domain/exchange/importJob'
import type { Project } from '../../domain/project'
import type { Instant } from '../../domain/time'
import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { OpenedFile } from '../exchangePorts'
import type { Outcome } from '../outcome'
import type { Revision } from '../ports'
import { headOf } from '../projectHead'
import { quartersOf, showEnd, showOn, showOnCard } from './importCards'
import { gone, importFor, progressOf } from './previewImport'
import { rowsOfImport, type RowOfFile } from './readImport'
import { takeRows, type RowTaken } from './takeRows'

const MOST_CONFLICTS = 200
/** Rows of one commit: an issue takes 12 of the hundred that one holds, its change 2, and what it is known by 1. */
const ROWS_AT_ONCE = 6
/** And so many characters: a transaction holds 4 MiB, in which a text stands up to four times. */
const TEXT_AT_ONCE = 200_000
/** How far it has come is written down after so many commits. */
const COMMITS_BETWEEN_MARKS = 8

/**
 * Begins to import a file, or goes on with one whose importer is gone, and answers with how far it is. A short file is
 * in by then; a long one goes on after the answer.
 */
export async function runImport(deps: FlowDeps, order: Order<CommandOf<'runImport'>>): Promise<Outcome> {
  const found = await importFor(deps, order, order.command.id)
  if ('kind' in found) return found
  const { project, stored } = found
  const job = stored.record
  const now = deps.clock.now()
  const { id, card } = order.command
  if (job.state.status === 'done' || isUnderWay(job, now)) {
    await showOn(deps, job, card)
    return progressOf(deps, project, job)
  }
  const { imports, later } = deps.exchange
  const run: ImportRun = {
    by: order.actor.person,
    door: order.door,
    card: card ?? job.run?.card ?? null,
    inVain: 0,
  }
  const begun: ImportJob = { ...job, state: { status: 'running', beat: now }, run }
  // Watched before it is claimed: a crash between the two leaves the clock a look in vain, the other way round nobody
  // would go on with it.
  await imports.plan({ import: id, at: lookedAfterAt(begun) ?? now, since: now })
  // The claim: whoever writes it over what was read goes on. A crash right after it leaves a job without a beat, which
  // the clock takes for left behind; rows that are in already are found by what they are known by.
  const revision = await imports.save(begun, stored.revision)
  if (!revision) {
    await showOn(deps, begun, card)
    return progressOf(deps, project, begun)
  }
  if (rowsToTake(job) <= AT_ONCE) return carryOn(deps, order, project, { job: begun, revision })
  await showOnCard(deps, begun)
  later((records) => carryOn({ ...deps, records }, order, project, { job: begun, revision }))
  return progressOf(deps, project, begun)
}

/** So many rows are taken while somebody waits. */
const AT_ONCE = 200

/** What was claimed, as it was written then. */
type Running = { readonly job: ImportJob; readonly revision: Revision }

/** Takes the rows behind the mark of an import that the caller has claimed. */
export async function carryOn(
  deps: FlowDeps,
  order: Order,
  project: Project,
  from: Running,
): Promise<Outcome> {
  const bytes = await deps.exchange.imports.bytes(from.job)
  if (!bytes) return gone(project, from.job)
  const file = { name: from.job.file.name, bytes }
  const read = await deps.exchange.spreadsheets.read(file, (opened) =>
    takeAll(deps, order, project, from, opened),
  )
  if (read.kind === 'refused') {
    return { kind: 'importRefused', project: headOf(project), file: file.name, why: read.why }
  }
  return progressOf(deps, project, read.value)
}

async function takeAll(
  deps: FlowDeps,
  order: Order,
  project: Project,
  from: Running,
  file: OpenedFile,
): Promise<ImportJob> {
  const { id, workstreams } = project
  const into = { project: id, workstreams, members: await deps.roster.members(id) }
  const { imports } = deps.exchange
  let { job } = from
  // Few files are open at once, so its turn may have come late, when somebody else has taken it up.
  let revision = await imports.save(beating(job, deps.clock.now()), from.revision)
  if (!revision) return job
  let commits = 0
  let quarters = quartersOf(job)
  for await (const rows of inPieces(afterMark(rowsOfImport(file, job, into), job))) {
    const taken = await takeRows(deps, order, project, job, rows)
    job = counted(job, rows, taken)
    if (++commits % COMMITS_BETWEEN_MARKS !== 0) continue
    job = cameFurther(beating(job, deps.clock.now()))
    revision = await imports.save(job, revision)
    // Somebody took over because this one was slow: they go on from the mark, and what both took is taken once.
    if (!revision) return job
    if (quartersOf(job) > quarters) await showOnCard(deps, job)
    quarters = quartersOf(job)
  }
  job = { ...job, state: { status: 'done', at: deps.clock.now() } }
  // A crash after it leaves the card as it was, until the clock looks after the import once more.
  if (await imports.save(job, revision)) await showEnd(deps, job)
  return job
}

function beating(job: ImportJob, beat: Instant): ImportJob {
  return { ...job, state: { status: 'running', beat } }
}

function cameFurther(job: ImportJob): ImportJob {
  return { ...job, run: job.run && { ...job.run, inVain: 0 } }
}

async function* afterMark(
  rows: AsyncIterable<RowOfFile>,
  { mark, sheets }: ImportJob,
): AsyncGenerator<RowOfFile> {
  const order = sheets.map(({ plan }) => plan.sheet)
  for await (const row of rows) {
    const isBefore =
      mark !== null &&
      (order.indexOf(row.sheet.sheet) < order.indexOf(mark.sheet) ||
        (row.sheet.sheet === mark.sheet && row.row <= mark.row))
    if (!isBefore) yield row
  }
}

async function* inPieces(rows: AsyncIterable<RowOfFile>): AsyncGenerator<RowOfFile[]> {
  let piece: RowOfFile[] = []
  let text = 0
  for await (const row of rows) {
    const length = row.read.kind === 'record' ? JSON.stringify(row.read.fields).length : 0
    const isFull = piece.length >= ROWS_AT_ONCE || (piece.length > 0 && text + length > TEXT_AT_ONCE)
    if (isFull) {
      yield piece
      piece = []
      text = 0
    }
    piece.push(row)
    text += length
  }
  if (piece.length > 0) yield piece
}

function counted(job: ImportJob, rows: readonly RowOfFile[], taken: readonly RowTaken[]): ImportJob {
  const count = (what: RowTaken['what']) => taken.filter((one) => one.what === what).length
  const conflicts = taken.flatMap((one): RowProblem[] =>
    one.what === 'conflict' ? problemsOf(one.sheet, one.row, { kind: 'wrong', faults: [one.fault] }) : [],
  )
  const last = rows.at(-1)
  return {
    ...job,
    counts: {
      created: job.counts.created + count('created'),
      updated: job.counts.updated + count('updated'),
      unchanged: job.counts.unchanged + count('unchanged'),
      skipped: job.counts.skipped + count('skipped') + count('conflict'),
    },
    mark: last ? { sheet: last.sheet.sheet, row: last.row } : job.mark,
    conflicts: [...job.conflicts, ...conflicts].slice(0, MOST_CONFLICTS),
  }
}
