import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'

/** How this project runs. */
export async function showSource(
  { records }: Pick<FlowDeps, 'records'>,
  order: Order<CommandOf<'source'>>,
): Promise<Outcome> {
  const stored = await records.project(order.project)
  return stored ? { kind: 'source', project: stored.record } : { kind: 'notSetUp' }
}
