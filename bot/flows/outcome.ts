import type { ActionItem, ItemChange } from '../domain/actionItem'
import type { AnswerRefusal } from '../domain/answer'
import type { Away, AwayProblem } from '../domain/away'
import type { AwayLine } from '../domain/channelWeek'
import type { Answer, AnswerSays, Ask, Cover, Snooze } from '../domain/cycle'
import type { Change } from '../domain/history'
import type { EntryId, ItemId, PersonId, RecordId, WorkstreamId } from '../domain/ids'
import type { Issue, IssueChange, IssueStatus } from '../domain/issue'
import type { OpenQuestion } from '../domain/openQuestion'
import type { Member, Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { SetupFault } from '../domain/projectSetup'
import type { Raising, RaisingFault, RaisingFields } from '../domain/raising'
import type { PostedRecap, Recap } from '../domain/recap'
import type { Instant, PlainDate } from '../domain/time'
import type { Trouble } from '../domain/trouble'
import type { WeekId } from '../domain/week'
import type { AudienceOutcome } from './audienceOutcome'
import type { CommandOf, DraftEdit, IssueFilter, ItemFilter, SetupForm } from './command'
import type { EntryLine, EntryView, SourceOutcome, SourceRefusal } from './sourceOutcome'
import type { CorrectionOutcome } from './correctionOutcome'
import type { DeliveriesView } from './deliveriesView'
import type { ImportOutcome } from './exchange/importOutcome'
import type { DraftProblem } from './draftEdit'
import type { ProjectHead } from './projectHead'
import type { TabTrouble, TeamAccess } from './teamPorts'

/** One action item with what its card shows. */
export type ItemView = {
  readonly record: 'item'
  readonly project: ProjectHead
  readonly item: ActionItem
  readonly workstream: string | null
  /** The date in the project's zone. */
  readonly today: PlainDate
  /** Whether the one who asked may change it. */
  readonly canChange: boolean
  /** Oldest first, when it was asked for. */
  readonly history: readonly Change[] | null
}

/** One issue with what its card shows. */
export type IssueView = {
  readonly record: 'issue'
  readonly project: ProjectHead
  readonly issue: Issue
  readonly workstream: string | null
  readonly today: PlainDate
  /** Whether the one who asked may edit its texts. Moving it through its states is open to every member. */
  readonly canChange: boolean
  readonly history: readonly Change[] | null
}

export type RecordView = ItemView | IssueView

/** What just happened to a record, for the line above its card. */
export type RecordNote =
  | { readonly kind: 'added' }
  | { readonly kind: 'unchanged' }
  /** `told`: who waits for it and will be told. `undo`: the version that its author may take back. */
  | {
      readonly kind: 'changed'
      readonly by: Person
      readonly change: ItemChange['kind'] | IssueChange['kind']
      readonly told: Person | null
      readonly undo: number
    }
  | { readonly kind: 'undone'; readonly by: Person }

/** What is wrong with one field of the setup form. */
export type SetupProblem =
  | SetupFault
  | { readonly field: 'lead'; readonly because: 'notAMember' }
  /** Its open records would lose their colour; at least one of the counts is more than zero. */
  | {
      readonly field: 'workstreams'
      readonly because: 'inUse'
      readonly name: string
      readonly items: number
      readonly issues: number
    }

export type ItemsPage = {
  readonly project: ProjectHead
  readonly filter: ItemFilter
  readonly today: PlainDate
  readonly rows: readonly ActionItem[]
  /** From 0. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

export type IssuesPage = {
  readonly project: ProjectHead
  readonly filter: IssueFilter
  readonly now: Instant
  readonly rows: readonly Issue[]
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

/** One item on a weekly card. */
export type WeeklyRow = {
  readonly item: ActionItem
  /** 0 when not late. */
  readonly daysLate: number
  /** This week's answer, once given. */
  readonly answer: Answer | null
  /** Last week's, when it was anything but "on track". */
  readonly lastWeek: AnswerSays | null
  /** Whose item it is, and until when they are away, where the card is of who looks after it. */
  readonly inPlaceOf: Pick<Cover, 'owner' | 'until'> | null
}

/** The small form of "not on track", open for one row with what was typed and what is still missing. */
export type WeeklyForm = {
  readonly item: ItemId
  readonly why: string
  readonly newDate: PlainDate | null
  readonly needs: PersonId | null
  readonly missing: readonly ('why' | 'dateOrPerson')[]
  /** Set when the answer could not be taken as it is. */
  readonly problem: AnswerRefusal | null
}

/** One person's card of one week: the same in the 1:1 chat and on the tab. */
export type WeeklyView = {
  readonly project: ProjectHead
  readonly week: WeekId
  readonly ask: Ask
  readonly rows: readonly WeeklyRow[]
  /** When the recap is drafted. */
  readonly answerBy: Instant
  /** Entries of the source of truth that wait for this person's word. */
  readonly stillTrue: readonly EntryLine[]
  readonly today: PlainDate
  /** Who can be named as needed. */
  readonly members: readonly Member[]
  readonly form: WeeklyForm | null
  /** The week's recap stands: an answer now appears in the next one. */
  readonly recapPosted: boolean
  /** Set when the card is shown to somebody who is silent because of a reminder; `askedFor`: their own wish. */
  readonly reminder: 'usual' | 'askedFor' | null
  /** The snooze that still holds. */
  readonly snooze: Snooze | null
  /** How the card can be put off now; empty where it can't. */
  readonly snoozeChoices: readonly Snooze[]
}

/** The channel's card of a week. */
export type ChannelWeekView = {
  readonly project: ProjectHead
  readonly week: WeekId
  readonly asked: number
  readonly answered: number
  /** One a person, in no order that tells who; names only when the project chose to name. */
  readonly people: readonly { readonly person: Person | null; readonly answered: boolean }[]
  readonly unreached: readonly {
    readonly person: Person
    readonly why: string
    readonly mentioned: boolean
  }[]
  /** Sends of which nobody knows whether they arrived. */
  readonly unknown: number
  readonly away: readonly AwayLine[]
  readonly answerBy: Instant
  readonly recapPosted: boolean
}

/** What is over a project's limits, the worst first. */
export type TroubleView = {
  readonly project: ProjectHead
  readonly raising: Raising
  readonly today: PlainDate
  /** What is news to the lead, and what was raised with them before. */
  readonly fresh: readonly Trouble[]
  readonly known: readonly Trouble[]
}

/** What came of a command. Every way it can end is here; `cards` renders each. */
export type Outcome =
  | { readonly kind: 'help'; readonly project: ProjectHead | null }
  /** The channel has no project yet. */
  | { readonly kind: 'notSetUp' }
  | {
      readonly kind: 'setupForm'
      readonly project: ProjectHead | null
      readonly form: SetupForm
      /** The project's version when the form was opened; null for a new one. */
      readonly version: number | null
      readonly members: readonly Member[]
      readonly problems: readonly SetupProblem[]
    }
  | { readonly kind: 'projectSaved'; readonly project: Project; readonly created: boolean }
  | SourceOutcome
  /** Both tabs stand. `did`: what it took for each, by its name; `doubles`: how many of ours were one too many. */
  | {
      readonly kind: 'pinned'
      readonly project: ProjectHead
      readonly did: readonly { readonly name: string; readonly what: PinStep }[]
      readonly doubles: number
      /** Whether the channel has the card of how the project runs. */
      readonly hasAnchor: boolean
    }
  | { readonly kind: 'unpinned'; readonly project: ProjectHead; readonly removed: number }
  /** Some or all of it was not done, and why; doing it again goes on from there. */
  | {
      readonly kind: 'notPinned'
      readonly project: ProjectHead
      readonly wanted: 'pin' | 'unpin'
      readonly because: PinTrouble
      readonly hasAnchor: boolean
    }
  | { readonly kind: 'record'; readonly view: RecordView; readonly note: RecordNote | null }
  /** A new item that lacks something: the card asks for it with what is known filled in. */
  | {
      readonly kind: 'itemForm'
      readonly project: ProjectHead
      readonly draft: CommandOf<'addItem'>
      readonly workstreams: readonly { readonly id: WorkstreamId; readonly name: string }[]
      readonly members: readonly Member[]
      readonly missing: readonly ('title' | 'owner')[]
    }
  /** A change that lacks something: the card asks for it with what is known filled in. */
  | {
      readonly kind: 'changeForm'
      readonly view: RecordView
      readonly change: ItemChange | IssueChange
      readonly missing: readonly ('why' | 'date' | 'reason' | 'severity' | 'owner' | 'title')[]
      /** Set when something was given that can't be used. */
      readonly problem?: 'dateInPast' | 'duplicateOfItself'
      readonly members: readonly Member[]
    }
  | { readonly kind: 'items'; readonly list: ItemsPage }
  | { readonly kind: 'issues'; readonly list: IssuesPage }
  | { readonly kind: 'weeklyCard'; readonly view: WeeklyView; readonly stillLate: readonly ItemId[] }
  | { readonly kind: 'asked'; readonly view: ChannelWeekView; readonly again: boolean }
  | { readonly kind: 'status'; readonly project: ProjectHead; readonly recap: Recap }
  | {
      readonly kind: 'draft'
      readonly project: ProjectHead
      readonly recap: Recap
      /** What was typed and refused, kept in the form. */
      readonly typed: DraftEdit | null
      readonly problems: readonly DraftProblem[]
      /** What waits for an answer of the source of truth; not in the recap. */
      readonly questions?: readonly OpenQuestion[]
    }
  | {
      readonly kind: 'recapPosted'
      readonly project: ProjectHead
      readonly posted: PostedRecap
      readonly again: boolean
    }
  | { readonly kind: 'pastRecap'; readonly project: ProjectHead; readonly posted: PostedRecap }
  /** `week`: the number that was asked for; null where none was posted yet. */
  | { readonly kind: 'noPastRecap'; readonly project: ProjectHead; readonly week: number | null }
  | AudienceOutcome
  | CorrectionOutcome
  | { readonly kind: 'deliveries'; readonly view: DeliveriesView }
  | { readonly kind: 'reminders'; readonly on: boolean }
  | { readonly kind: 'trouble'; readonly view: TroubleView }
  | {
      readonly kind: 'raisingForm'
      readonly project: ProjectHead
      readonly form: RaisingFields
      /** The project's version when the form was opened. */
      readonly version: number
      readonly problems: readonly RaisingFault[]
    }
  | { readonly kind: 'raisingSaved'; readonly project: ProjectHead; readonly raising: Raising }
  /** `delegateAway`: how the delegate is away in the same days; null when they are there. */
  | {
      readonly kind: 'away'
      readonly project: ProjectHead
      readonly person: Person
      readonly away: Away
      readonly today: PlainDate
      readonly delegateAway: Away | null
    }
  /** Asks until when somebody is away, with what is known filled in. `isAway`: a wish to be away stands already. */
  | {
      readonly kind: 'awayForm'
      readonly project: ProjectHead
      readonly draft: Omit<CommandOf<'away'>, 'do'>
      readonly today: PlainDate
      readonly members: readonly Member[]
      readonly problem: AwayProblem | null
      readonly isAway: boolean
    }
  /** `wasAway` false: there was nothing to end. */
  | { readonly kind: 'back'; readonly project: ProjectHead; readonly wasAway: boolean }
  | ImportOutcome
  /** Says how one gets the project's records as a file. */
  /** `toChat`: whether a file can be sent into the 1:1 chat. */
  | { readonly kind: 'exportOffer'; readonly project: ProjectHead; readonly toChat: boolean }
  | { readonly kind: 'paused' | 'resumed'; readonly project: ProjectHead; readonly already: boolean }
  /** What it means to delete the project; `said`: another name than the project's. */
  | { readonly kind: 'deleteAsked'; readonly project: ProjectHead; readonly said: string | null }
  | { readonly kind: 'deleted'; readonly project: ProjectHead; readonly by: Person }
  /** The records of the project before are going; until then nothing can be set up here. */
  | { readonly kind: 'stillGoing'; readonly until: Instant }
  | Refusal

/** What it took to have a tab as it should be. */
export type PinStep = 'created' | 'repaired' | 'stood'

export type PinTrouble =
  | TabTrouble['kind']
  | Extract<TeamAccess, { kind: 'none' }>['why']
  /** Somebody is at it this minute. */
  | 'underWay'

/** Nothing was written, and why. */
export type Refusal =
  | SourceRefusal
  | { readonly kind: 'notFound'; readonly id: RecordId | EntryId }
  | {
      readonly kind: 'notAllowed'
      readonly who: 'lead' | 'ownerCreatorLead'
      readonly lead: Person
      readonly owner: Person | null
    }
  | {
      readonly kind: 'tooLong'
      readonly field: string
      readonly length: number
      readonly most: number
      readonly text: string
    }
  /** Somebody else changed it after the actor's card was made; `yours` was not saved. */
  | {
      readonly kind: 'changedMeanwhile'
      readonly view: RecordView
      readonly last: Change
      readonly yours: ItemChange | IssueChange
    }
  | {
      readonly kind: 'setupChangedMeanwhile'
      readonly project: Project
      readonly by: Person
      readonly form: SetupForm
      readonly members: readonly Member[]
    }
  /** The same of what is raised when; `version`: the project's as it stands now. */
  | {
      readonly kind: 'raisingChangedMeanwhile'
      readonly project: ProjectHead
      readonly version: number
      readonly by: Person
      readonly form: RaisingFields
    }
  | {
      readonly kind: 'moveNotAllowed'
      readonly view: IssueView
      readonly wanted: IssueStatus
      readonly allowed: readonly IssueChange['kind'][]
    }
  | { readonly kind: 'itemEnded'; readonly view: ItemView }
  | {
      readonly kind: 'undoTooLate'
      readonly view: RecordView | EntryView
      readonly because: 'notYours' | 'changedSince' | 'nothing' | 'tooOld'
    }
  | { readonly kind: 'nothingToAsk'; readonly project: ProjectHead }
  | { readonly kind: 'noCardForYou'; readonly project: ProjectHead; readonly week: WeekId }
