import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'

/** What can be said here; it differs in a channel that has no project yet. */
export async function showHelp(
  { records }: Pick<FlowDeps, 'records'>,
  order: Order<CommandOf<'help'>>,
): Promise<Outcome> {
  const stored = await records.project(order.project)
  return { kind: 'help', project: stored && headOf(stored.record) }
}
