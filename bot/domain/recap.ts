import type { AwayLine } from './channelWeek'
import type { FurtherChannel } from './audience'
import type { Delivery, UnreachableReason } from './cycle'
import type { RaisedLine } from './digest'
import type { FieldValue } from './history'
import type { IssueId, ItemId, WorkstreamId } from './ids'
import type { Severity } from './issue'
import type { Language } from './language'
import type { Person } from './person'
import type { Rag, RagOverride, RagVerdict } from './rag'
import type { SourceCount } from './sourceFreshness'
import type { Instant, PlainDate, ZoneId } from './time'
import type { WeekId } from './week'

export type WorkstreamLine = {
  readonly id: WorkstreamId
  readonly name: string
  readonly verdict: RagVerdict
  /** Last posted recap's colour, where there is one. */
  readonly was: Rag | null
}

export type DoneLine = { readonly item: ItemId; readonly title: string; readonly owner: Person }

export type SlippedLine = {
  readonly item: ItemId
  readonly title: string
  readonly owner: Person
  /** The date at the week's start and the one now. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly why: string
  /** Moves in its whole life, this week's included. */
  readonly moves: number
}

export type LateLine = {
  readonly item: ItemId
  readonly title: string
  readonly owner: Person
  readonly due: PlainDate
  readonly days: number
}

export type BlockedLine = {
  readonly item: ItemId
  readonly title: string
  readonly owner: Person
  readonly reason: string
  readonly needs: Person | null
  readonly waits: Person | null
  readonly unblocks: string | null
  readonly days: number
}

export type IssueCounts = {
  readonly opened: number
  readonly closed: number
  readonly open: number
  /** Against the last posted recap; null when there is none. */
  readonly change: number | null
  readonly bySeverity: readonly {
    readonly severity: Severity | null
    readonly open: number
    readonly change: number | null
  }[]
  /** The worst open ones, at most five, show-stoppers first. */
  readonly worst: readonly {
    readonly issue: IssueId
    readonly title: string
    readonly severity: Severity | null
    readonly owner: Person | null
    readonly days: number
  }[]
}

export type AnswerCount = {
  readonly asked: number
  readonly answered: number
  /** Names only where the project chose to name; otherwise null. */
  readonly missing: readonly Person[] | null
  readonly unreached: readonly { readonly person: Person; readonly why: UnreachableReason }[]
  /** Who was away and what came of their items; by name only where the project chose to name. */
  readonly away: readonly AwayLine[]
}

/** The weekly status report, frozen: nothing in it is looked up again later. */
export type Recap = {
  readonly week: WeekId
  readonly from: PlainDate
  readonly to: PlainDate
  /** Records as of this moment. */
  readonly asOf: Instant
  readonly zone: ZoneId
  readonly project: { readonly name: string; readonly customer: string }
  /** In which it is posted and mailed. */
  readonly language: Language
  readonly overall: RagVerdict
  readonly overallWas: Rag | null
  readonly headline: string
  /** A sentence or two under the headline, the lead's; empty when untouched. */
  readonly note: string
  readonly goLive: { readonly date: PlainDate; readonly first: PlainDate; readonly driftDays: number } | null
  readonly workstreams: readonly WorkstreamLine[]
  readonly done: readonly DoneLine[]
  readonly slipped: readonly SlippedLine[]
  readonly late: readonly LateLine[]
  readonly blocked: readonly BlockedLine[]
  readonly issues: IssueCounts
  readonly answers: AnswerCount | null
  /** What owners added in their own words on the weekly card. */
  readonly comments: readonly { readonly person: Person; readonly text: string }[]
  /** How far the source of truth may be trusted; null in recaps from before it was counted. */
  readonly source: SourceCount | null
  /** Whose draft this is; null when nobody edited it. */
  readonly editedBy: Person | null
  /** When it should have been posted, where it goes out late; null when in time. */
  readonly dueAt: Instant | null
  /** What was raised with the lead since the last recap; null when nothing was. */
  readonly raised: RaisedLine | null
  /** Null while it stands as it was posted. */
  readonly corrected: CorrectionNote | null
}

/** What the lead may put right in a posted recap: its words and colours. The numbers and records stay as they were. */
export type RecapPart = 'headline' | 'note' | 'overall' | WorkstreamId

/** What a corrected recap says of it: how often, by whom and when last, and all that was ever put right. */
type CorrectionNote = {
  readonly times: number
  readonly at: Instant
  readonly by: Person
  readonly parts: readonly RecapPart[]
}

/** The words and colours of a recap. */
export type RecapWords = Pick<Recap, 'headline' | 'note'> & {
  readonly overallOverride: RagOverride | null
  readonly workstreamOverrides: readonly (RagOverride & { readonly workstream: WorkstreamId })[]
}

/** One correction of a posted recap, with the words that it replaced. Key: week and number, counted from 1. */
export type Correction = {
  readonly week: WeekId
  readonly number: number
  readonly at: Instant
  readonly by: Person
  readonly parts: readonly RecapPart[]
  readonly before: RecapWords
}

/** The copy of a recap in a further channel, and what became of it. */
export type RecapCopy = { readonly channel: FurtherChannel; readonly delivery: Delivery }

/** What the lead changes before a recap is posted. Kept beside the records, laid over them when drafted anew. */
export type Draft = {
  readonly week: WeekId
  readonly headline: string | null
  readonly note: string | null
  readonly overallOverride: RagOverride | null
  readonly workstreamOverrides: readonly (RagOverride & { readonly workstream: WorkstreamId })[]
  readonly editedBy: Person
  readonly editedAt: Instant
}

/** A recap as it was posted. Key: its week; inserting it is the claim to post. */
export type PostedRecap = {
  readonly recap: Recap
  /** The very card that the channel gets, so that it looks the same in years. */
  readonly card: FieldValue
  readonly postedAt: Instant
  /** Null when the clock posted it. */
  readonly postedBy: Person | null
  readonly delivery: Delivery
  readonly copies: readonly RecapCopy[]
}

/** Whether a recap would only say that nothing is open and nothing happened. */
export function hasNothingToTell({ issues, editedBy, answers, ...lists }: Recap): boolean {
  const { done, slipped, late, blocked, comments } = lists
  const isQuiet = [done, slipped, late, blocked, comments].every((list) => list.length === 0)
  return isQuiet && answers === null && editedBy === null && issues.open + issues.opened + issues.closed === 0
}
