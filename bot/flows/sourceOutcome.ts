import type { Change } from '../domain/history'
import type { OpenQuestion } from '../domain/openQuestion'
import type { Member, Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { Rag } from '../domain/rag'
import type { EntryChange, EntryRefusal, SourceEntry } from '../domain/sourceEntry'
import type { Freshness, SourceCount } from '../domain/sourceFreshness'
import type { PlainDate } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { NewEntry } from './command'
import type { ProjectHead } from './projectHead'

/** One entry as a line of a list: with how far one may trust it. */
export type EntryLine = { readonly entry: SourceEntry; readonly freshness: Freshness }

/** How many of the team have read what they were asked to read. */
export type ReadCount = {
  readonly version: number
  readonly read: number
  readonly of: number
  /** Whether the one who looks is among them. */
  readonly mine: boolean
}

/** One entry with what its card shows. */
export type EntryView = EntryLine & {
  readonly record: 'entry'
  readonly project: ProjectHead
  /** The date in the project's zone. */
  readonly today: PlainDate
  readonly canChange: boolean
  /** Null when nobody is asked to read it. */
  readonly reads: ReadCount | null
  /** Oldest first, when it was asked for. */
  readonly history: readonly Change[] | null
}

/** How this project runs: the page that the chat, the channel's card and the tab show. */
export type SourceView = {
  readonly project: Project
  /** By kind, then by number; empty places among them. */
  readonly lines: readonly EntryLine[]
  readonly count: SourceCount
  /** The last recap's colour with its week; as it stands now, without a week, before the first. */
  readonly colour: { readonly rag: Rag; readonly week: WeekId | null }
  /** The date in the project's zone. */
  readonly today: PlainDate
}

/** What just happened to an entry. `undo`: the version that its author may take back. */
export type EntryNote =
  | {
      readonly kind: 'added' | 'changed' | 'verified' | 'removed'
      readonly by: Person
      readonly undo: number
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'undone'; readonly by: Person }

/** A version of an entry that everybody is asked to read. */
export type ReadNotice = {
  readonly project: ProjectHead
  readonly entry: SourceEntry
  readonly reads: ReadCount
  /** Who made this version, and when. */
  readonly change: Change | null
  readonly today: PlainDate
}

export type SourceOutcome =
  | { readonly kind: 'source'; readonly view: SourceView }
  /** What waits for the asker's word; may be nothing. */
  | { readonly kind: 'toVerify'; readonly project: ProjectHead; readonly lines: readonly EntryLine[] }
  /** `answers`: open questions that it may answer, when it was just written. */
  | {
      readonly kind: 'entry'
      readonly view: EntryView
      readonly note: EntryNote | null
      readonly answers: readonly OpenQuestion[]
    }
  /** Asks for an entry with what is known filled in. `entry`: the one that is changed; null for a new one. */
  | {
      readonly kind: 'entryForm'
      readonly project: ProjectHead
      readonly entry: SourceEntry | null
      readonly typed: NewEntry
      readonly members: readonly Member[]
      readonly problem: EntryRefusal | null
    }
  | {
      readonly kind: 'answers'
      readonly project: ProjectHead
      readonly question: string
      readonly lines: readonly EntryLine[]
    }
  /** `sure`: it can be nothing but a question. `place`: the empty place where its answer would stand. */
  | {
      readonly kind: 'noAnswer'
      readonly project: ProjectHead
      readonly question: string
      readonly sure: boolean
      readonly place: SourceEntry | null
    }
  /** `again`: the asker waits for it already. */
  | {
      readonly kind: 'questionWaits'
      readonly project: ProjectHead
      readonly question: OpenQuestion
      readonly again: boolean
    }
  /** `line` null: it was said to need no answer. `again`: it was settled before. */
  | {
      readonly kind: 'questionSettled'
      readonly project: ProjectHead
      readonly question: OpenQuestion
      readonly line: EntryLine | null
      readonly again: boolean
    }
  | { readonly kind: 'hasRead'; readonly notice: ReadNotice }
  | { readonly kind: 'anchorPosted'; readonly project: ProjectHead; readonly again: boolean }

export type SourceRefusal =
  /** Somebody else changed it after the actor's card was made; `yours` was not saved. */
  | {
      readonly kind: 'entryChangedMeanwhile'
      readonly view: EntryView
      readonly last: Change
      readonly yours: EntryChange
    }
  | { readonly kind: 'questionGone'; readonly project: ProjectHead }
