import { dateIn } from '../domain/time'
import { changingPresence } from './changingPresence'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { presenceOf } from './presence'
import { headOf } from './projectHead'

/** Ends the actor's being away, in all their projects: what nobody has answered in their place is theirs to answer again. */
export async function comeBack(
  deps: Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>,
  order: Order<CommandOf<'back'>>,
): Promise<Outcome> {
  const { actor } = order
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const { away, zone } = await presenceOf(deps, stored.record, actor.person.id)
  const today = dateIn(deps.clock.now(), actor.zone ?? zone)
  const wasAway = away !== null && away.until >= today
  const person = { tenant: actor.tenant, person: actor.person.id }
  await changingPresence(deps, person, order.project, () =>
    deps.people.keepWishes(actor.tenant, actor.person.id, { away: null }),
  )
  return { kind: 'back', project: headOf(stored.record), wasAway }
}
