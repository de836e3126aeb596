import type { Project } from '../../domain/project'
import type { Actor } from '../command'
import type { FlowDeps } from '../deps'
import { leads } from '../rights'

/** Whether somebody may import: the lead, and whoever owns the Teams team, which is asked only where it matters. */
export async function mayImport(
  { teamAccess }: Pick<FlowDeps, 'teamAccess'>,
  actor: Actor,
  project: Project,
): Promise<boolean> {
  if (leads(actor, project)) return true
  return teamAccess.kind === 'granted' && teamAccess.owners.owns(project.id, actor.person.id)
}
