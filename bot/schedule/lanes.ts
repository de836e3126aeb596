import type { Brand, PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Project } from '../domain/project'
import type { OutgoingWhat } from '../flows/outgoing'
import type { Records } from '../flows/ports'
import type { Target } from '../flows/sendingPorts'

/** Messages of one lane go out one after the other, in their order; lanes know nothing of each other. */
export type Lane = Brand<string, 'Lane'>

/** Whom a message is for: a member's 1:1 chat, which all of the tenant's projects share, or a channel by its project's id. */
export function targetOf(project: Project, what: OutgoingWhat, idOf: Records['idOf']): Target {
  switch (what.kind) {
    case 'weeklyAsk':
    case 'reminder':
    case 'handedOver':
    case 'overtakenCard':
    case 'importCard':
      return { to: 'person', person: what.person }
    case 'draft':
    case 'digest':
    case 'questionAsked':
      return { to: 'person', person: project.lead.id }
    case 'itemDone':
    case 'itemReopened':
    case 'itemMoved':
    case 'questionAnswered':
      return { to: 'person', person: what.to.id }
    case 'recapCopy':
      return { to: 'channel', project: idOf(project.tenant, what.channel) }
    case 'recapCorrected':
      return {
        to: 'channel',
        project: what.channel === null ? project.id : idOf(project.tenant, what.channel),
      }
    case 'askInThread':
    case 'channelWeek':
    case 'recap':
    case 'refreshCard':
    case 'anchor':
    case 'backAgain':
    case 'toBeRead':
      return { to: 'channel', project: project.id }
  }
}

export function laneTo(tenant: TenantId, target: Target): Lane {
  return target.to === 'person' ? chatLane(tenant, target.person) : channelLane(target.project)
}

export function chatLane(tenant: TenantId, person: PersonId): Lane {
  return `chat ${tenant} ${person}` as Lane
}

/** The channel and all that stands in its threads. */
export function channelLane(project: ProjectId): Lane {
  return `channel ${project}` as Lane
}

/** The reads of a team's roster, which have limits of their own. */
export function rosterLane(team: string): Lane {
  return `roster ${team}` as Lane
}
