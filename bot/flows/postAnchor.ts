import { anchorMessage } from './anchorMessage'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'

/** Posts the card of how this project runs in the channel, once: where it stands already it is brought up to date. */
export async function postAnchor(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  order: Order<CommandOf<'postAnchor'>>,
): Promise<Outcome> {
  const [stored, there] = await Promise.all([
    records.project(order.project),
    records.posted(order.project, 'anchor'),
  ])
  if (!stored) return { kind: 'notSetUp' }
  await records.commit(order.project, { outgoing: [anchorMessage(clock.now(), true)] })
  return { kind: 'anchorPosted', project: headOf(stored.record), again: there !== null }
}
