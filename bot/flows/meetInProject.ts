import type { Person } from '../domain/person'
import type { Order } from './command'
import type { FlowDeps } from './deps'

/**
 * Notes that a record names these people, so that their 1:1 chat finds the project. It is noted before the record is
 * written: a crash between leaves a pointer that leads nowhere, the other way round somebody with work would be unknown.
 */
export async function meetInProject(
  { people }: Pick<FlowDeps, 'people'>,
  { actor, project }: Pick<Order, 'actor' | 'project'>,
  named: readonly (Person | null | undefined)[],
): Promise<void> {
  const ids = new Set(named.flatMap((person) => (person ? [person.id] : [])))
  await Promise.all([...ids].map((id) => people.seenIn(actor.tenant, id, project)))
}
