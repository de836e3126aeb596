import { weekIn, weeksLater } from '../domain/week'
import type { CommandOf, Order } from './command'
import { loadDeliveries } from './deliveriesView'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'

/** The lead's private view of what became of everything that was sent this week and last. */
export async function showDeliveries(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'deliveries'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  const running = weekIn(deps.clock.now(), project.zone)
  const weeks = await Promise.all(
    [running, weeksLater(running, -1)].map((week) => loadDeliveries(deps, project, week)),
  )
  return {
    kind: 'deliveries',
    view: { project: headOf(project), weeks: weeks.filter(({ lines }) => lines.length > 0) },
  }
}
