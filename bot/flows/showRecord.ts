import { isItemId } from '../domain/ids'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { issueView, itemView, type Look } from './recordView'

/** One record as it stands now, with its history when that was asked for. */
export async function showRecord(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'show'>>,
): Promise<Outcome> {
  const { id } = order.command
  const [project, item, issue, history] = await Promise.all([
    records.project(order.project),
    isItemId(id) ? records.item(order.project, id) : null,
    isItemId(id) ? null : records.issue(order.project, id),
    order.command.history ? records.history(order.project, id) : null,
  ])
  if (!project) return { kind: 'notSetUp' }
  const look: Look = { project: project.record, actor: order.actor, now: clock.now() }
  if (item) return { kind: 'record', view: itemView(look, item.record, history), note: null }
  if (issue) return { kind: 'record', view: issueView(look, issue.record, history), note: null }
  return { kind: 'notFound', id }
}
