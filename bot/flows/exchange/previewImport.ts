import {
  importedKey,
  isUnderWay,
  problemsOf,
  rowsToTake,
  type ImportId,
  type ImportJob,
  type RowProblem,
} from '../../domain/exchange/importJob'
import type { RowFields } from '../../domain/exchange/readRow'
import type { Project } from '../../domain/project'
import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { Outcome } from '../outcome'
import type { Stored } from '../ports'
import { headOf } from '../projectHead'
import { onlyTheLead } from '../rights'
import type { ImportOutcome, ImportPreview } from './importOutcome'
import { showOn } from './importCards'
import { mayImport } from './leading'
import { rowsOfImport, type RowOfFile } from './readImport'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'teamAccess' | 'clock' | 'exchange'>

const MOST_PROBLEMS = 300
const SAMPLE = 5

/** Shows a file that was given: what would come of it, how far it has come, or what came of it. */
export async function showImport(deps: Deps, order: Order<CommandOf<'showImport'>>): Promise<Outcome> {
  const found = await importFor(deps, order, order.command.id)
  if ('kind' in found) return found
  const { project, stored } = found
  const job = stored.record
  if (job.state.status === 'ready') return previewOf(deps, project, job)
  await showOn(deps, job, order.command.card)
  return progressOf(deps, project, job)
}

/** The import that somebody speaks about, in the project where they may. Another project's is not there. */
export async function importFor(
  deps: Pick<Deps, 'records' | 'teamAccess' | 'clock' | 'exchange'>,
  { project: id, actor }: Pick<Order, 'project' | 'actor'>,
  wanted: ImportId,
): Promise<Outcome | { readonly project: Project; readonly stored: Stored<ImportJob> }> {
  const project = (await deps.records.project(id))?.record
  if (!project) return { kind: 'notSetUp' }
  if (!(await mayImport(deps, actor, project))) return onlyTheLead(project)
  const stored = await deps.exchange.imports.job(wanted)
  const isHere = stored?.record.project === id && stored.record.until > deps.clock.now()
  return stored && isHere ? { project, stored } : gone(project, stored?.record)
}

export function gone(project: Project, job?: ImportJob): Outcome {
  const file = job?.project === project.id ? job.file.name : ''
  return { kind: 'importRefused', project: headOf(project), file, why: 'gone' }
}

export function progressOf(
  { clock }: Pick<Deps, 'clock'>,
  project: Project,
  job: ImportJob,
): Extract<ImportOutcome, { kind: 'importProgress' }> {
  return {
    kind: 'importProgress',
    project: headOf(project),
    job,
    underWay: isUnderWay(job, clock.now()),
    rows: rowsToTake(job),
  }
}

/** Reads the file as it would be taken, and writes nothing. */
export async function previewOf(
  deps: Deps,
  project: Project,
  job: ImportJob,
  given?: Uint8Array,
): Promise<Outcome> {
  const bytes = given ?? (await deps.exchange.imports.bytes(job))
  if (!bytes) return gone(project, job)
  const { id, workstreams } = project
  const into = { project: id, workstreams, members: await deps.roster.members(id) }
  const read = await deps.exchange.spreadsheets.read({ name: job.file.name, bytes }, (file) =>
    summed(deps, project, rowsOfImport(file, job, into)),
  )
  if (read.kind === 'refused') {
    return { kind: 'importRefused', project: headOf(project), file: job.file.name, why: read.why }
  }
  return { kind: 'importPreview', project: headOf(project), job, preview: read.value }
}

async function summed(
  { records }: Pick<Deps, 'records'>,
  project: Project,
  rows: AsyncIterable<RowOfFile>,
): Promise<ImportPreview> {
  const problems: RowProblem[] = []
  const sample: ImportPreview['sample'][number][] = []
  const others = new Map<string, number>()
  let [all, wrong, ours] = [0, 0, 0]
  let allProblems = 0
  const keys: ReturnType<typeof importedKey>[] = []
  for await (const { sheet, row, read } of rows) {
    const found = problemsOf(sheet.name, row, read)
    allProblems += found.length
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length))
    if (read.kind === 'wrong') wrong++
    else if (read.kind === 'other') others.set(read.category, (others.get(read.category) ?? 0) + 1)
    else if (read.kind === 'record') {
      all++
      if (read.identity.ours) ours++
      else keys.push(importedKey(read.record, read.identity.name))
      if (sample.length < SAMPLE) {
        sample.push({
          sheet: sheet.name,
          row,
          record: read.record,
          title: read.fields.title,
          ...takenFor(read.fields),
        })
      }
    }
  }
  const known = (await records.imported(project.id, keys)).size
  return {
    fresh: all - known - ours,
    known: known + ours,
    wrong,
    others: [...others].map(([category, rows]) => ({ category, rows })),
    problems,
    allProblems,
    sample,
  }
}

/** What a row is taken for. */
function takenFor({ severity, status, owner, due, raised }: RowFields) {
  return {
    severity: severity ?? null,
    status: status ?? null,
    owner: owner?.person?.name ?? null,
    date: due ?? raised ?? null,
  }
}
