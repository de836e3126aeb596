import { columnsAs } from '../../domain/exchange/columns'
import { FIELDS } from '../../domain/exchange/fields'
import type { PlannedSheet } from '../../domain/exchange/importJob'
import type { SheetPlan } from '../../domain/exchange/sheetPlan'
import type { Member } from '../../domain/person'
import type { Order } from '../command'
import type { FlowDeps } from '../deps'
import type { ImportId } from '../../domain/exchange/importJob'
import type { Outcome } from '../outcome'
import { headOf } from '../projectHead'
import { gone, importFor, previewOf } from './previewImport'
import { factsOf } from './readImport'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'teamAccess' | 'clock' | 'exchange'>

/** What somebody changes of how a sheet is read; what is absent stays. `fields` by the column's place, from 0. */
export type PlanChange = {
  readonly sheet: number
  readonly fields?: Readonly<Record<number, SheetPlan['columns'][number]['field']>>
} & Partial<
  Pick<SheetPlan, 'takes' | 'kind' | 'order' | 'severities' | 'issueStates' | 'itemStates' | 'people'>
>

/** Reads a file's sheets otherwise from now on, and shows what would come of it then. */
export async function changeMapping(
  deps: Deps,
  order: Pick<Order, 'project' | 'actor'>,
  id: ImportId,
  changes: readonly PlanChange[],
): Promise<Outcome> {
  const found = await importFor(deps, order, id)
  if ('kind' in found) return found
  const { project, stored } = found
  const job = stored.record
  const refused = (why: 'alreadyRun' | 'unknownChoice'): Outcome => ({
    kind: 'importRefused',
    project: headOf(project),
    file: job.file.name,
    why,
  })
  if (job.state.status !== 'ready') return refused('alreadyRun')
  const members = await deps.roster.members(order.project)
  const plans = job.sheets.map(({ plan }) =>
    changed(
      plan,
      changes.find(({ sheet }) => sheet === plan.sheet),
      members,
    ),
  )
  if (plans.some((plan) => plan === null)) return refused('unknownChoice')
  const bytes = await deps.exchange.imports.bytes(job)
  if (!bytes) return gone(project, job)
  const read = await deps.exchange.spreadsheets.read({ name: job.file.name, bytes }, async (file) => {
    const sheets: PlannedSheet[] = []
    for (const plan of plans) if (plan) sheets.push({ plan, facts: await factsOf(file, plan) })
    return sheets
  })
  if (read.kind === 'refused')
    return { kind: 'importRefused', project: headOf(project), file: job.file.name, why: read.why }
  const next = { ...job, sheets: read.value }
  // Lost: somebody changed it in another window, or carries it out; theirs stands.
  if (!(await deps.exchange.imports.save(next, stored.revision))) return refused('alreadyRun')
  return previewOf(deps, project, next, bytes)
}

/** Null where somebody or something is chosen that there is not. */
function changed(
  plan: SheetPlan,
  change: PlanChange | undefined,
  members: readonly Member[],
): SheetPlan | null {
  if (!change) return plan
  const { sheet: _, fields = {}, kind = plan.kind, ...rest } = change
  const chosen = Object.values(change.people ?? {}).filter((id) => id !== null)
  if (chosen.some((id) => !members.some((member) => member.id === id))) return null
  const base = kind === plan.kind ? plan.columns : columnsAs(plan.columns, kind)
  const columns = base.map((column) => ({
    ...column,
    field: fields[column.at] === undefined ? column.field : (fields[column.at] ?? null),
  }))
  const isKnown = columns.every(({ field }) => field === null || FIELDS[kind].includes(field))
  return isKnown ? { ...plan, ...rest, kind, columns } : null
}
