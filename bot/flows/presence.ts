import type { Away } from '../domain/away'
import type { PersonId } from '../domain/ids'
import type { Project } from '../domain/project'
import type { ZoneId } from '../domain/time'
import type { FlowDeps } from './deps'
import { inBatches } from './inBatches'

/** What the clock has to know of somebody: their zone (the project's where theirs is not known), and their wishes. */
export type Presence = {
  readonly zone: ZoneId
  readonly away: Away | null
  readonly wantsReminders: boolean
}

/** How these people and their delegates stand; whoever else is asked about counts as there. */
export async function loadPresence(
  { people }: Pick<FlowDeps, 'people'>,
  project: Project,
  ids: readonly PersonId[],
): Promise<(person: PersonId) => Presence> {
  const known = new Map<PersonId, Presence>()
  const learn = async (some: readonly PersonId[]) => {
    const unknown = [...new Set(some)].filter((id) => !known.has(id))
    const found = await inBatches(unknown, (id) => presenceOf({ people }, project, id))
    unknown.forEach((id, index) => known.set(id, found[index] ?? there(project)))
  }
  await learn(ids)
  await learn([...known.values()].flatMap(({ away }) => (away?.delegate ? [away.delegate.id] : [])))
  return (person) => known.get(person) ?? there(project)
}

export async function presenceOf(
  { people }: Pick<FlowDeps, 'people'>,
  project: Project,
  person: PersonId,
): Promise<Presence> {
  const [wishes, contact] = await Promise.all([
    people.wishes(project.tenant, person),
    people.contact(project.tenant, person),
  ])
  return { zone: contact?.zone ?? project.zone, away: wishes.away, wantsReminders: wishes.reminders }
}

function there({ zone }: Project): Presence {
  return { zone, away: null, wantsReminders: true }
}
