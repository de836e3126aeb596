import { z } from 'zod'
import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import type { Instant } from '../domain/time'
import { fromRow, text, toRow, type StoredRow } from './document'
import { PENDING_PROJECTS, rowKeys, tenantPartition } from './keys'
import { at } from './parts'

const seen = z.object({ project: text<ProjectId>() })
const pending = z.object({ project: text<ProjectId>(), at })

/** Says that a person was seen in a project. */
export const seenRow = {
  toEntity: (tenant: TenantId, person: PersonId, project: ProjectId) =>
    toRow({ partition: tenantPartition(tenant), row: rowKeys.seenIn(person, project) }, 'seen', { project }),
  fromEntity: (row: StoredRow) => fromRow(row, 'seen', seen),
}

/** Says that a project has, or since this moment is about to have, something to send. */
export const pendingRow = {
  place: (project: ProjectId) => ({ partition: PENDING_PROJECTS, row: project }),
  toEntity: (project: ProjectId, since: Instant) =>
    toRow(pendingRow.place(project), 'pending', { project, at: since }),
  fromEntity: (row: StoredRow) => fromRow(row, 'pending', pending),
}
