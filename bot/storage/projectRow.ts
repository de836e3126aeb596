import { z } from 'zod'
import type { ChannelId, ProjectId, TeamId, TenantId } from '../domain/ids'
import { LANGUAGES } from '../domain/language'
import type { Project } from '../domain/project'
import { USUAL_RAISING, type Raising } from '../domain/raising'
import type { WallTime, ZoneId } from '../domain/time'
import type { StepTime } from '../domain/week'
import { fromRow, text, toRow, type StoredRow } from './document'
import { rowKeys } from './keys'
import { at, count, dueDate, furtherChannel, person, workstreamId } from './parts'

const step = z.object({ day: count, time: text<WallTime>() }) satisfies z.ZodType<StepTime>

const limit = count.nullable()
const raising: z.ZodType<Raising> = z.object({
  on: z.boolean(),
  days: z.array(count),
  limits: z.object({ silentWeeks: limit, blockedDays: limit, showStopperDays: limit, moves: limit }),
})

const schema = z.object({
  id: text<ProjectId>(),
  tenant: text<TenantId>(),
  team: text<TeamId>(),
  channel: text<ChannelId>(),
  name: z.string(),
  customer: z.string(),
  lead: person,
  zone: text<ZoneId>(),
  language: z.enum(LANGUAGES).default('en'),
  goLive: dueDate.nullable(),
  workstreams: z.array(z.object({ id: workstreamId, name: z.string() })),
  week: z.object({ ask: step, remind: step, draft: step, post: step }),
  namesWhoIsMissing: z.boolean(),
  reminds: z.boolean().default(true),
  raising: raising.default(USUAL_RAISING),
  audience: z.array(furtherChannel).default([]),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('running') }),
    z.object({ status: z.literal('paused'), since: at, by: person }),
  ]),
  createdBy: person,
  createdAt: at,
  version: count,
}) satisfies z.ZodType<Project>

export const projectRow = {
  place: (project: ProjectId) => ({ partition: project, row: rowKeys.project }),
  toEntity: (project: ProjectId, record: Project) => toRow(projectRow.place(project), 'project', record),
  fromEntity: (row: StoredRow): Project => fromRow(row, 'project', schema),
}
