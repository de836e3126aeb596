import { weekIn } from '../domain/week'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { recapAsOf } from './recapAsOf'

/** A private look at the recap as it would be now, for any member; nothing is written. */
export async function viewStatus(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'status'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const now = deps.clock.now()
  const week = weekIn(now, project.zone)
  const draft = await deps.records.draft(project.id, week)
  const recap = await recapAsOf(deps, project, week, now, draft?.record ?? null)
  return { kind: 'status', project: headOf(project), recap }
}
