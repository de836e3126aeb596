import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'

/** Turns the actor's reminders on or off, in all projects of their tenant. Their cards still come once a week. */
export async function wantReminders(
  { people }: Pick<FlowDeps, 'people'>,
  { actor, command: { on } }: Order<CommandOf<'wantReminders'>>,
): Promise<Outcome> {
  await people.keepWishes(actor.tenant, actor.person.id, { reminders: on })
  return { kind: 'reminders', on }
}
