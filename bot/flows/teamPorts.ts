import type { FurtherChannel } from '../domain/audience'
import type { PersonId, ProjectId } from '../domain/ids'
import type { Language } from '../domain/language'
import type { StandingTab, TabEntity, WantedTab } from '../domain/pinnedTabs'
import type { Instant } from '../domain/time'
import type { Revision, Stored } from './ports'

/** The channels of the project's team, asked of Teams and kept for minutes; General among them by its name. */
export interface TeamChannels {
  channels(project: ProjectId): Promise<readonly FurtherChannel[]>
}

/** What the bot may see and do in a team beside talking; `trial`: there is no Teams, `notConnected`: nobody set it up. */
export type TeamAccess =
  | { readonly kind: 'none'; readonly why: 'trial' | 'notConnected' }
  | {
      readonly kind: 'granted'
      readonly owners: TeamOwners
      readonly tabs: ChannelTabs
      readonly pins: Pins
      /** The two tabs as they are to stand in any channel. */
      readonly wanted: (language: Language) => readonly WantedTab[]
    }

export interface TeamOwners {
  /** Whether somebody owns the project's Teams team. An outage means no, and is logged. */
  owns(project: ProjectId, person: PersonId): Promise<boolean>
}

/** Why Teams did not do what was asked of it; each wants something else of people. */
export type TabTrouble =
  /** The team has not agreed to what the app asks for now. */
  | { readonly kind: 'notConsented' }
  | { readonly kind: 'notInstalled' }
  /** No such team or channel any more, or a kind of channel where apps have no tabs. */
  | { readonly kind: 'noChannel' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'failed' }
export type TabResult<T> = { readonly kind: 'ok'; readonly value: T } | TabTrouble

/** The tabs of our own app in a project's channel. What was just created may not be listed for a while. */
export interface ChannelTabs {
  /** With our app's id in the tenant's catalogue, by which tabs are made and links lead to them. */
  list(
    project: ProjectId,
  ): Promise<TabResult<{ readonly app: string; readonly tabs: readonly StandingTab[] }>>
  /** Asks for one tab by its id. */
  stands(project: ProjectId, tab: string): Promise<TabResult<boolean>>
  /** Answers with the new tab's id. */
  create(project: ProjectId, app: string, tab: WantedTab): Promise<TabResult<string>>
  repair(project: ProjectId, id: string, tab: WantedTab): Promise<TabResult<null>>
  /** One that is gone already is removed, too. */
  remove(project: ProjectId, id: string): Promise<TabResult<null>>
}

/** What we know of the tabs that we put up in a project's channel. */
export type Pinned = {
  /** Our app in the tenant's catalogue; empty before the first tab. */
  readonly app: string
  readonly tabs: readonly { readonly entity: TabEntity; readonly id: string; readonly at: Instant }[]
  /** Since when somebody is at it; null while nobody is. */
  readonly busySince: Instant | null
}

export interface Pins {
  of(project: ProjectId): Promise<Stored<Pinned> | null>
  /** Answers with the new revision; null when somebody else was first. */
  keep(
    project: ProjectId,
    put: { readonly record: Pinned; readonly over: Revision | 'new' },
  ): Promise<Revision | null>
  /** The tabs went with the app: nothing is known of them any more. */
  forget(project: ProjectId): Promise<void>
}
