import { z } from 'zod'
import type { ChannelId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { ChannelPlace } from '../flows/ports'
import { anyJson, fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'

const schema = z.object({
  tenant: text<TenantId>(),
  team: text<TeamId>(),
  channel: text<ChannelId>(),
  teamName: z.string().nullable(),
  channelName: z.string().nullable(),
  reference: anyJson,
}) satisfies z.ZodType<ChannelPlace>

export const placeRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.place }),
  toEntity: (project: ProjectId, place: ChannelPlace) => toRow(placeRow.place(project), 'place', place),
  fromEntity: (row: StoredRow): ChannelPlace => fromRow(row, 'place', schema),
}
