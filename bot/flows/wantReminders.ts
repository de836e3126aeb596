import { lookedAtSoon } from './changingPresence'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'

/**
 * Turns the actor's reminders on or off, in all projects of their tenant. Their cards still come once a week. When they
 * are on again, the clock has to learn of the reminder that it did not count with.
 */
export async function wantReminders(
  deps: Pick<FlowDeps, 'people' | 'records'>,
  { project, actor, command: { on } }: Order<CommandOf<'wantReminders'>>,
): Promise<Outcome> {
  const { tenant, person } = actor
  if (on) await lookedAtSoon(deps, { tenant, person: person.id }, project)
  await deps.people.keepWishes(tenant, person.id, { reminders: on })
  return { kind: 'reminders', on }
}
