import type { ItemChange } from '../domain/actionItem'
import type { ConversationLink } from '../domain/conversation'
import type { AnswerSays, SnoozeChoice } from '../domain/cycle'
import type { ImportCard, ImportId } from '../domain/exchange/importJob'
import type { Door } from '../domain/history'
import type {
  ChannelId,
  EntryId,
  IssueId,
  ItemId,
  ProjectId,
  QuestionId,
  RecordId,
  TenantId,
  WorkstreamId,
} from '../domain/ids'
import type { IssueChange, Severity } from '../domain/issue'
import type { Person } from '../domain/person'
import type { SetupFields } from '../domain/projectSetup'
import type { RaisingFields } from '../domain/raising'
import type { Rag } from '../domain/rag'
import type { EntryChange } from '../domain/sourceEntry'
import type { EntryKind } from '../domain/sourceKinds'
import type { PlainDate, ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'

/** Who acts: an identity that was verified and found on the roster of the project's team before it got here. */
export type Actor = {
  readonly tenant: TenantId
  readonly person: Person
  /** BCP 47, e.g. `en-GB`. */
  readonly locale: string
  /** The person's own zone, where their client told it. */
  readonly zone: ZoneId | null
  /** Owns the Teams team, where Graph tells who does. */
  readonly ownsTeam: boolean
}

/** What was typed into the setup card, as typed. */
export type SetupForm = SetupFields

export type ItemFilter =
  | { readonly kind: 'open' }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'blocked' }
  /** Due on that day or before it. */
  | { readonly kind: 'dueBy'; readonly until: PlainDate }
  | { readonly kind: 'of'; readonly person: Person }

export type IssueFilter =
  | { readonly kind: 'open' }
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'notRated' }
  /** Nobody fixes them yet. */
  | { readonly kind: 'unowned' }
  | { readonly kind: 'of'; readonly person: Person }
  | { readonly kind: 'words'; readonly words: string }

/** An entry of the source of truth by its number, or by words that find it. */
export type EntryRef = EntryId | { readonly words: string }

/** What was typed of a new entry, as typed; what is left open takes the usual. */
export type NewEntry = {
  readonly title: string
  readonly about: EntryKind | null
  /** An address or a text. */
  readonly content: string
  readonly owner: Person | null
  readonly reviewDays: number | null
  readonly toBeRead: boolean
}

/** What somebody wants done, in one plain record, whichever door it came through. People and dates are resolved. */
export type Command =
  | { readonly do: 'help' }
  | { readonly do: 'showSetup' }
  | { readonly do: 'saveSetup'; readonly form: SetupForm; readonly version: number | null }
  | {
      readonly do: 'addItem'
      readonly title: string
      readonly owner: Person | null
      readonly for: Person | null
      readonly due: PlainDate | null
      readonly unblocks: string | null
      readonly workstream: WorkstreamId | null
      readonly conversation: ConversationLink | null
    }
  | { readonly do: 'listItems'; readonly filter: ItemFilter; readonly page: number }
  | {
      readonly do: 'changeItem'
      readonly id: ItemId
      readonly change: ItemChange
      readonly seen: number | null
    }
  | {
      readonly do: 'logIssue'
      readonly title: string
      readonly details: string
      readonly conversation: ConversationLink | null
      /** What a form asked for beside the two; chat logs first and asks then. */
      readonly where?: string
      readonly steps?: string
      readonly happened?: string
      readonly workaround?: string
      readonly severity?: Severity | null
      readonly owner?: Person | null
    }
  | { readonly do: 'listIssues'; readonly filter: IssueFilter; readonly page: number }
  | {
      readonly do: 'changeIssue'
      readonly id: IssueId
      readonly change: IssueChange
      readonly seen: number | null
    }
  | { readonly do: 'commentIssue'; readonly id: IssueId; readonly text: string }
  | { readonly do: 'show'; readonly id: RecordId; readonly history: boolean }
  /** Takes back the change that made this version, by its author, while it is the latest. */
  | { readonly do: 'undo'; readonly id: RecordId | EntryId; readonly version: number }
  /** `mine`: only what waits for the actor's word that it is still true. */
  | { readonly do: 'source'; readonly mine?: boolean }
  | { readonly do: 'showEntry'; readonly entry: EntryRef; readonly history: boolean }
  /** Writes a new entry, or at the usual place that its title names; without a title or content it asks for them. */
  | {
      readonly do: 'addEntry'
      readonly fields: NewEntry
      /** What it is to answer, where it was written for that. */
      readonly question?: QuestionId
    }
  | { readonly do: 'editEntry'; readonly entry: EntryId }
  | {
      readonly do: 'changeEntry'
      readonly entry: EntryRef
      readonly change: EntryChange
      readonly seen: number | null
      /** The weekly card on which it was tapped, to be answered with. */
      readonly onCard: WeekId | null
    }
  | { readonly do: 'readEntry'; readonly entry: EntryId; readonly version: number }
  /** `sure`: put so that it can be nothing but a question about the project. */
  | { readonly do: 'where'; readonly question: string; readonly sure: boolean }
  | { readonly do: 'askLead'; readonly question: string }
  /** Without an entry: it needs no answer. */
  | { readonly do: 'settleQuestion'; readonly question: QuestionId; readonly entry: EntryId | null }
  | { readonly do: 'postAnchor' }
  /** The project's pages as tabs of its channel: up, or down again. */
  | { readonly do: 'pin' }
  | { readonly do: 'unpin' }
  | { readonly do: 'askNow' }
  | { readonly do: 'showCard'; readonly week: WeekId | null }
  | {
      readonly do: 'answer'
      readonly week: WeekId
      readonly answers: readonly { readonly item: ItemId; readonly says: AnswerSays }[]
      /** Every item on the card not answered yet: no change. */
      readonly restNoChange: boolean
      readonly comment: string | null
    }
  | { readonly do: 'status' }
  /** A posted recap; `week`: the number of its week, null for the latest one. */
  | { readonly do: 'showRecap'; readonly week: number | null }
  | { readonly do: 'draft' }
  | { readonly do: 'editDraft'; readonly week: WeekId; readonly edit: DraftEdit }
  /** `week`: of the draft that is posted; the running one for typed words. */
  | { readonly do: 'postRecap'; readonly week?: WeekId; readonly edit: DraftEdit | null }
  /** Opens the form by which a posted recap is corrected; `week` null: the latest one's. */
  | { readonly do: 'correctRecap'; readonly week: WeekId | null }
  /** `edit`: all that the form held. `seen`: how often the recap had been corrected when the form was opened. */
  | {
      readonly do: 'saveCorrection'
      readonly week: WeekId
      readonly edit: DraftEdit
      readonly seen: number
    }
  /** Opens the choice of who else gets the recap; `wanted`: the name of a channel that was typed. */
  | { readonly do: 'showAudience'; readonly wanted: string | null }
  | {
      readonly do: 'saveAudience'
      readonly channels: readonly ChannelId[]
      readonly version: number
    }
  /** What became of everything that was sent this week and last. */
  | { readonly do: 'deliveries' }
  /** Takes the project away. `name`: as it was said, so that it is meant; null: what would it mean? */
  | { readonly do: 'deleteProject'; readonly name: string | null }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** What would be raised with the lead now. */
  | { readonly do: 'trouble' }
  /** Opens the settings of what is raised when. `version`: the project's when the form was opened. */
  | { readonly do: 'showRaising' }
  | { readonly do: 'saveRaising'; readonly form: RaisingFields; readonly version: number }
  /** Whether the actor is reminded, in all their projects. */
  | { readonly do: 'wantReminders'; readonly on: boolean }
  /** The actor is away, in all their projects; without an `until` the form asks. `from` null: from today on. */
  | {
      readonly do: 'away'
      readonly from: PlainDate | null
      readonly until: PlainDate | null
      readonly delegate: Person | null
    }
  | { readonly do: 'back' }
  /** How one gets the project's records as a file, or brings a file of records. */
  | { readonly do: 'export' }
  | { readonly do: 'import' }
  /** `url`: where Teams keeps a file that was sent in the chat. */
  | { readonly do: 'fetchImport'; readonly url: string; readonly name: string }
  /** `card`: on which it was asked for in one's own chat; the outbox edits it, so that what it says comes in order. */
  | { readonly do: 'showImport'; readonly id: ImportId; readonly card: ImportCard | null }
  /** Takes the rows of a file that was given, or goes on taking them. The card, if any, follows it from then on. */
  | { readonly do: 'runImport'; readonly id: ImportId; readonly card: ImportCard | null }
  /** Puts the actor's card off. `comment` as it stood in its field. */
  | {
      readonly do: 'snooze'
      readonly week: WeekId
      readonly choice: SnoozeChoice
      readonly comment: string | null
    }

/**
 * The lead's edit of a draft, as typed. A headline or a colour that was not touched (null, or not among them) stays what
 * it is; a colour equal to the rule's takes an override off.
 */
export type DraftEdit = {
  readonly headline: string | null
  readonly note: string
  readonly overall: { readonly colour: Rag; readonly why: string } | null
  readonly workstreams: readonly {
    readonly workstream: WorkstreamId
    readonly colour: Rag
    readonly why: string
  }[]
}

/** A command for one project, by somebody who may see it. */
export type Order<C extends Command = Command> = {
  readonly project: ProjectId
  readonly actor: Actor
  /** Through which door it came, for the history. */
  readonly door: Door
  readonly command: C
}

/** Whether a command shows what there is and changes nothing, so that it does no harm in a project that was not meant. */
export function isLook({ do: what }: Command): boolean {
  return LOOKS.includes(what)
}

const LOOKS: readonly Command['do'][] = [
  ...(['help', 'show', 'listItems', 'listIssues', 'source', 'showEntry', 'where'] as const),
  ...(['showCard', 'status', 'showRecap', 'deliveries', 'trouble'] as const),
]

/** Whether a command comes to the same in every project that its actor is on. */
export function isSameEverywhere(command: Command): boolean {
  switch (command.do) {
    case 'help':
    case 'wantReminders':
    case 'back':
      return true
    case 'away':
      return command.delegate === null
    default:
      return false
  }
}

export type CommandOf<Do extends Command['do']> = Extract<Command, { do: Do }>
