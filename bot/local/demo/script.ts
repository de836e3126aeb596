import type { IssueId, ItemId } from '../../domain/ids'
import type { Severity } from '../../domain/issue'
import type { Rag } from '../../domain/rag'

/** The Playground's people, by the names that they have there. */
export type DemoPerson =
  'Alex Wilber' | 'Megan Bowen' | 'Adele Vance' | 'Isaiah Langer' | 'Patti Fernandez' | 'Lynne Robbins'

export type DemoWorkstream = 'Data migration' | 'Integrations' | 'Training and UAT'

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
type Day = (typeof DAYS)[number]

/** `-2 Thu 10:00`: two weeks before the one in which the demo is made, on the wall of the project's zone. */
export type PastMoment = `${-2 | -1} ${Day} ${string}`
/** How far into the working time of the running week, so that it fits whatever day it is. */
export type MomentThisWeek = `${number}% of this week`
export type Moment = PastMoment | MomentThisWeek

/** `1 Tue`: the Tuesday of next week, counted from the week in which the demo is made. */
export type RelativeDay = `${number} ${Day}`

type Deed = { readonly at: Moment; readonly by: DemoPerson }

export type ItemDeed = Deed &
  (
    | { readonly does: 'done' | 'start' }
    | { readonly does: 'move'; readonly to: RelativeDay; readonly why: string }
    | { readonly does: 'cancel'; readonly why: string }
  )

/** An action item as it was added, and what happened to it outside the weekly cards. */
export type DemoItem = Deed & {
  readonly id: ItemId
  readonly title: string
  readonly owner: DemoPerson
  readonly for?: DemoPerson
  readonly unblocks?: string
  readonly workstream: DemoWorkstream
  readonly due: RelativeDay
  readonly then?: readonly ItemDeed[]
}

export type IssueDeed = Deed &
  /** Sorts it into a workstream too. */
  (
    | {
        readonly does: 'triage'
        readonly severity: Severity
        readonly owner?: DemoPerson
        readonly workstream: DemoWorkstream
      }
    | { readonly does: 'fix' | 'retest' | 'close' }
    | { readonly does: 'defer' | 'reopen'; readonly why: string }
    | { readonly does: 'duplicate'; readonly of: IssueId }
    /** Another severity than was thought at first. */
    | { readonly does: 'rate'; readonly severity: Severity }
    | { readonly does: 'writeWorkaround'; readonly workaround: string }
  )

/** An issue as it was reported, and its way since. */
export type DemoIssue = Deed & {
  readonly id: IssueId
  readonly title: string
  readonly details?: string
  readonly where?: string
  readonly steps?: string
  readonly happened?: string
  readonly workaround?: string
  readonly then?: readonly IssueDeed[]
}

export type DemoSays =
  | 'done'
  | 'on track'
  | 'no change'
  | { readonly why: string; readonly newDate?: RelativeDay; readonly needs?: DemoPerson }

/** One sending of a weekly card: whoever sends twice in a week replaces what they said first. */
export type DemoAnswer = Deed & {
  readonly says: Readonly<Record<ItemId, DemoSays>>
  readonly comment?: string
}

/** A week that was asked, answered and posted. The lead does the first and the last. */
export type DemoWeek = {
  readonly week: -2 | -1
  readonly asked: PastMoment
  readonly answers: readonly DemoAnswer[]
  readonly draft?: {
    readonly at: PastMoment
    readonly headline: string
    readonly note: string
    readonly overrides: readonly {
      readonly workstream: DemoWorkstream
      readonly colour: Rag
      readonly why: string
    }[]
  }
  readonly posted: PastMoment
}

/** How the project was set up, and how its go-live moved. */
export type DemoProject = {
  readonly name: string
  readonly customer: string
  readonly lead: DemoPerson
  readonly workstreams: readonly DemoWorkstream[]
  readonly setUp: PastMoment
  readonly goLive: RelativeDay
  readonly goLiveMoved: { readonly at: PastMoment; readonly to: RelativeDay; readonly why: string }
}
