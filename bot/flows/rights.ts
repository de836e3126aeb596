import type { Project } from '../domain/project'
import type { SourceEntry } from '../domain/sourceEntry'
import type { Actor } from './command'
import type { Refusal } from './outcome'

/** Whether somebody may do what is the lead's to do: the lead, or an owner of the Teams team. */
export function leads(actor: Actor, project: Project): boolean {
  return actor.ownsTeam || actor.person.id === project.lead.id
}

export function onlyTheLead(project: Project): Refusal {
  return { kind: 'notAllowed', who: 'lead', lead: project.lead, owner: null }
}

export function onlyWhoseEntry(project: Project, entry: SourceEntry): Refusal {
  return { kind: 'notAllowed', who: 'ownerCreatorLead', lead: project.lead, owner: entry.owner }
}
