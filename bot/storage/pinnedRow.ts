import { z } from 'zod'
import type { ProjectId } from '../domain/ids'
import type { TabEntity } from '../domain/pinnedTabs'
import type { Pinned } from '../flows/teamPorts'
import { fromRow, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at } from './parts'

const entity = z.enum(['source', 'issues']) satisfies z.ZodType<TabEntity>

const schema = z.object({
  app: z.string(),
  tabs: z.array(z.object({ entity, id: z.string(), at })),
  busySince: at.nullable(),
}) satisfies z.ZodType<Pinned>

export const pinnedRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.pinned }),
  toEntity: (project: ProjectId, pinned: Pinned) => toRow(pinnedRow.place(project), 'pinned', pinned),
  fromEntity: (row: StoredRow): Pinned => fromRow(row, 'pinned', schema),
}
