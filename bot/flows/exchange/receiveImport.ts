import {
  KEPT_DAYS,
  MOST_BYTES,
  NOTHING_YET,
  type ImportId,
  type ImportJob,
} from '../../domain/exchange/importJob'
import { cleanLine, shortened } from '../../domain/text'
import { epochMs, fromEpochMs } from '../../domain/time'
import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { SheetFile } from '../exchangePorts'
import type { Outcome } from '../outcome'
import { headOf } from '../projectHead'
import { onlyTheLead } from '../rights'
import { mayImport } from './leading'
import { previewOf } from './previewImport'
import { planSheets } from './readImport'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'teamAccess' | 'clock' | 'exchange'>

const LONGEST_NAME = 120
const DAY = 86_400_000

/** Says how one brings a file; the lead's to do. */
export async function offerImport(deps: Deps, order: Order<CommandOf<'import'>>): Promise<Outcome> {
  const project = (await deps.records.project(order.project))?.record
  if (!project) return { kind: 'notSetUp' }
  const may = await mayImport(deps, order.actor, project)
  return may ? { kind: 'importOffer', project: headOf(project) } : onlyTheLead(project)
}

/** Takes a file in: looks it through, works out how it is read, keeps it, and shows what would come of it. */
export async function receiveImport(
  deps: Deps,
  { project: id, actor }: Pick<Order, 'project' | 'actor'>,
  given: SheetFile,
): Promise<Outcome> {
  const { clock, exchange } = deps
  const project = (await deps.records.project(id))?.record
  if (!project) return { kind: 'notSetUp' }
  if (!(await mayImport(deps, actor, project))) return onlyTheLead(project)
  const file = { name: nameOf(given), bytes: given.bytes }
  const refused = (why: Extract<Outcome, { kind: 'importRefused' }>['why']): Outcome => ({
    kind: 'importRefused',
    project: headOf(project),
    file: file.name,
    why,
  })
  if (file.bytes.length > MOST_BYTES) return refused('tooBig')
  const found = await exchange.spreadsheets.read(file, planSheets)
  if (found.kind === 'refused') return refused(found.why)
  if (found.value.sheets.length === 0) return refused('noRecords')

  const at = clock.now()
  const job: ImportJob = {
    ...found.value,
    id: exchange.newId() as ImportId,
    project: id,
    by: actor.person,
    at,
    until: fromEpochMs(epochMs(at) + KEPT_DAYS * DAY),
    file: { name: file.name, bytes: file.bytes.length },
    state: { status: 'ready' },
    run: null,
    counts: NOTHING_YET,
    mark: null,
    conflicts: [],
  }
  await exchange.imports.clear(at)
  await exchange.imports.keep(job, file.bytes)
  return previewOf(deps, project, job, file.bytes)
}

function nameOf({ name }: SheetFile): string {
  const line = cleanLine(name.replaceAll(/[/\\]/g, ' '), 1_000)
  return line.kind === 'ok' && line.text !== '' ? shortened(line.text, LONGEST_NAME) : 'file'
}
