import type { Away } from '../domain/away'
import type { ChatFocus } from '../domain/chatFocus'
import type { FieldValue } from '../domain/history'
import type { ChannelId, GroupId, PersonId, ProjectId, TeamId, TenantId } from '../domain/ids'
import type { Member, Person } from '../domain/person'
import type { Hindrance } from '../domain/place'
import type { Instant, ZoneId } from '../domain/time'

/** People of a tenant as the bot met them: how to reach them, and which projects they were seen in. */
export interface People {
  meet(tenant: TenantId, contact: Contact): Promise<void>
  contact(tenant: TenantId, person: PersonId): Promise<Contact | null>
  /** What a person wants of the bot, in every project of the tenant; the usual where they never said. */
  wishes(tenant: TenantId, person: PersonId): Promise<Wishes>
  /** Keeps what is given; what is not stays as it was. */
  keepWishes(tenant: TenantId, person: PersonId, some: Partial<Wishes>): Promise<void>
  /** What the 1:1 chat with somebody on several projects was last about. */
  focus(tenant: TenantId, person: PersonId): Promise<ChatFocus | null>
  keepFocus(tenant: TenantId, person: PersonId, focus: ChatFocus): Promise<void>
  /** Notes that a person was seen in a project. A pointer, not a right: membership is asked of the roster. */
  seenIn(tenant: TenantId, person: PersonId, project: ProjectId): Promise<void>
  projectsOf(tenant: TenantId, person: PersonId): Promise<readonly ProjectId[]>
}

/** `reminders`: whether to be reminded at all. `away` may be over, or still to come. */
export type Wishes = { readonly reminders: boolean; readonly away: Away | null }

export type Contact = {
  readonly person: Person
  readonly locale: string | null
  readonly zone: ZoneId | null
  /** The Teams conversation reference of the 1:1 chat; opaque outside `teams`. Null: none seen yet. */
  readonly reference: FieldValue
  /** The id by which Teams mentions and addresses the person. */
  readonly teamsId: string
}

/** Where a channel is reached: the conversation reference of its latest activity; opaque outside `teams`. */
export interface Channels {
  /** Takes what is known now; what it does not tell (null) stays as it was, and so does what stands in the way. */
  remember(project: ProjectId, seen: SeenPlace): Promise<void>
  place(project: ProjectId): Promise<ChannelPlace | null>
  /** Writes what `next` makes of a place, over what stands there then; null where nothing was heard from it yet. */
  change(
    project: ProjectId,
    next: (place: ChannelPlace) => ChannelPlace,
  ): Promise<{ readonly before: ChannelPlace; readonly after: ChannelPlace } | null>
  /** The channels of a team that something was heard from, each under the id that its project has or would have. */
  ofTeam(tenant: TenantId, team: TeamId): Promise<readonly ProjectId[]>
}

/** A channel as an activity shows it. */
export type SeenPlace = {
  readonly tenant: TenantId
  readonly team: TeamId
  readonly channel: ChannelId
  readonly teamName: string | null
  readonly channelName: string | null
  readonly group: GroupId | null
  readonly reference: FieldValue
}

export type ChannelPlace = SeenPlace & {
  /** What keeps the bot out; nothing is sent while there is anything. */
  readonly hindrances: readonly Hindrance[]
  /** Since when; null while there is nothing. */
  readonly hinderedSince: Instant | null
}

/** Who belongs to the channel's team, asked of Teams and kept for minutes. */
export interface Roster {
  members(project: ProjectId): Promise<readonly Member[]>
}

/** Where the bot has said hello. */
export interface Greetings {
  /** Whether it is the caller's to greet in a place (an id of Teams): true for one of all who ask within minutes. */
  claim(tenant: TenantId, place: string): Promise<boolean>
}
