import { z } from 'zod'
import type { ChannelId, GroupId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { Hindrance } from '../domain/place'
import type { ChannelPlace } from '../flows/peoplePorts'
import { anyJson, fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at } from './parts'

const hindrance = z.enum([
  'channelDeleted',
  'teamArchived',
  'teamDeleted',
  'removed',
]) satisfies z.ZodType<Hindrance>

const schema = z.object({
  tenant: text<TenantId>(),
  team: text<TeamId>(),
  channel: text<ChannelId>(),
  teamName: z.string().nullable(),
  channelName: z.string().nullable(),
  group: text<GroupId>().nullable().default(null),
  reference: anyJson,
  hindrances: z.array(hindrance).default([]),
  hinderedSince: at.nullable().default(null),
}) satisfies z.ZodType<ChannelPlace>

export const placeRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.place }),
  toEntity: (project: ProjectId, place: ChannelPlace) => toRow(placeRow.place(project), 'place', place),
  fromEntity: (row: StoredRow): ChannelPlace => fromRow(row, 'place', schema),
}
