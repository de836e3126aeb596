import { z } from 'zod'
import type { ImportId } from '../domain/exchange/importJob'
import type { PersonId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { ImportLook } from '../flows/exchangePorts'
import type { AgendaEntry } from '../flows/ports'
import { fromRow, text, toRow, type StoredRow } from './document'
import { AGENDA, IMPORT_LOOKS, PENDING_PROJECTS, PLACES, rowKeys, tenantPartition } from './keys'
import { at } from './parts'

const seen = z.object({ project: text<ProjectId>() })
const pending = z.object({ project: text<ProjectId>(), at })
const look = pending satisfies z.ZodType<AgendaEntry>
const importLook = z.object({ import: text<ImportId>(), at, since: at }) satisfies z.ZodType<ImportLook>

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

/** Says when to see whether somebody is still at an import. */
export const importLookRow = {
  place: ({ at: when, import: id }: Pick<ImportLook, 'at' | 'import'>) => ({
    partition: IMPORT_LOOKS,
    row: rowKeys.importLook(when, id),
  }),
  toEntity: (entry: ImportLook) => toRow(importLookRow.place(entry), 'importLook', entry),
  fromEntity: (row: StoredRow): ImportLook => fromRow(row, 'importLook', importLook),
}

/** Says that every project that there was is on the agenda. */
export const adoptedRow = {
  place: { partition: AGENDA, row: rowKeys.adopted },
  toEntity: (when: Instant) => toRow(adoptedRow.place, 'adopted', { at: when }),
}
