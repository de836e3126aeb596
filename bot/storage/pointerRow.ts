import { z } from 'zod'
import type { PersonId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { AgendaEntry } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { AGENDA, PENDING_PROJECTS, PLACES, rowKeys, tenantPartition } from './keys'
import { at } from './parts'

const seen = z.object({ project: text<ProjectId>() })
const pending = z.object({ project: text<ProjectId>(), at })
const look = pending satisfies z.ZodType<AgendaEntry>

/** Says that a person was seen in a project. */
export const seenRow = {
  toEntity: (tenant: TenantId, person: PersonId, project: ProjectId) =>
    toRow({ partition: tenantPartition(tenant), row: rowKeys.seenIn(person, project) }, 'seen', { project }),
  fromEntity: (row: StoredRow) => fromRow(row, 'seen', seen),
}

/** Says that something was heard from a channel of a team. */
export const ofTeamRow = {
  toEntity: (tenant: TenantId, team: TeamId, project: ProjectId) =>
    toRow({ partition: tenantPartition(tenant), row: rowKeys.ofTeam(team, project) }, 'ofTeam', { project }),
  fromEntity: (row: StoredRow) => fromRow(row, 'ofTeam', seen),
}

/** Says that every channel that there was is found by its team. */
export const placesAdoptedRow = {
  place: { partition: PLACES, row: rowKeys.adopted },
  toEntity: () => toRow(placesAdoptedRow.place, 'adopted', {}),
}

/** Says that a project has, or since this moment is about to have, something to send. */
export const pendingRow = {
  place: (project: ProjectId) => ({ partition: PENDING_PROJECTS, row: project }),
  toEntity: (project: ProjectId, since: Instant) =>
    toRow(pendingRow.place(project), 'pending', { project, at: since }),
  fromEntity: (row: StoredRow) => fromRow(row, 'pending', pending),
}

/** Says when to look at a project. */
export const lookRow = {
  place: ({ project, at: when }: AgendaEntry) => ({ partition: AGENDA, row: rowKeys.look(when, project) }),
  toEntity: (entry: AgendaEntry) => toRow(lookRow.place(entry), 'look', entry),
  fromEntity: (row: StoredRow): AgendaEntry => fromRow(row, 'look', look),
}

/** Says that every project that there was is on the agenda. */
export const adoptedRow = {
  place: { partition: AGENDA, row: rowKeys.adopted },
  toEntity: (when: Instant) => toRow(adoptedRow.place, 'adopted', { at: when }),
}
