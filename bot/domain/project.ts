import type { FurtherChannel } from './audience'
import type { DueDate } from './dueDate'
import type { ChannelId, ProjectId, TeamId, TenantId, WorkstreamId } from './ids'
import type { Language } from './language'
import type { Person } from './person'
import type { Raising } from './raising'
import type { Instant, ZoneId } from './time'
import type { WeekTimes } from './week'

/** A strand of the project; its colour is worked out, never stored. */
export type Workstream = { readonly id: WorkstreamId; readonly name: string }

export type ProjectState =
  { readonly status: 'running' } | { readonly status: 'paused'; readonly since: Instant; readonly by: Person }

/** One Teams channel with its records. */
export type Project = {
  readonly id: ProjectId
  readonly tenant: TenantId
  readonly team: TeamId
  readonly channel: ChannelId
  readonly name: string
  readonly customer: string
  readonly lead: Person
  readonly zone: ZoneId
  /** In which the bot writes what many read; to one person it speaks their own. */
  readonly language: Language
  readonly goLive: DueDate | null
  readonly workstreams: readonly Workstream[]
  readonly week: WeekTimes
  /** Whether the channel and the recap name who has not answered; a count otherwise. */
  readonly namesWhoIsMissing: boolean
  /** Whether the clock reminds who has not answered. */
  readonly reminds: boolean
  /** When its troubles are raised with the lead. */
  readonly raising: Raising
  /** The channels of the team that get a copy of the recap, beside the project's own. */
  readonly audience: readonly FurtherChannel[]
  readonly state: ProjectState
  readonly createdBy: Person
  readonly createdAt: Instant
  readonly version: number
}
