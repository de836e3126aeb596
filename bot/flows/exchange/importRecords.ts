import {
  isUnderWay,
  problemsOf,
  rowsToTake,
  type ImportJob,
  type RowProblem,
} from '../../domain/exchange/importJob'
import type { Project } from '../../domain/project'
import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { OpenedFile } from '../exchangePorts'
import type { Outcome } from '../outcome'
import type { Revision } from '../ports'
import { headOf } from '../projectHead'
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
  if (job.state.status === 'done' || isUnderWay(job, now)) return progressOf(deps, project, job)
  const begun: ImportJob = { ...job, state: { status: 'running', beat: now } }
  // The claim: whoever writes it over what was read goes on. A crash right after it leaves a job without a beat, which
  // the next call takes for left behind; rows that are in already are found by what they are known by.
  const revision = await deps.exchange.imports.save(begun, stored.revision)
  if (!revision) return progressOf(deps, project, begun)
  const work = () => carryOn(deps, order, project, { job: begun, revision })
  if (rowsToTake(job) <= AT_ONCE) return work()
  deps.exchange.later(work)
  return progressOf(deps, project, begun)
}

/** So many rows are taken while somebody waits. */
const AT_ONCE = 200

type Running = { readonly job: ImportJob; readonly revision: Revision }

async function carryOn(deps: FlowDeps, order: Order, project: Project, from: Running): Promise<Outcome> {
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
  let { job } = from
  let revision: Revision | null = from.revision
  let commits = 0
  for await (const rows of inPieces(afterMark(rowsOfImport(file, job, into), job))) {
    const taken = await takeRows(deps, order, project, job.file.name, rows)
    job = counted(job, rows, taken)
    if (++commits % COMMITS_BETWEEN_MARKS !== 0) continue
    job = { ...job, state: { status: 'running', beat: deps.clock.now() } }
    revision = await deps.exchange.imports.save(job, revision)
    // Somebody took over because this one was slow: they go on from the mark, and what both took is taken once.
    if (!revision) return job
  }
  job = { ...job, state: { status: 'done', at: deps.clock.now() } }
  await deps.exchange.imports.save(job, revision)
  return job
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
