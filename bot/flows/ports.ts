import type { ActionItem } from '../domain/actionItem'
import type { ChartLine } from '../domain/chartLine'
import type { Answer, Ask, Cycle, MessageRef } from '../domain/cycle'
import type { DayCount } from '../domain/dayCounts'
import type { Raised } from '../domain/digest'
import type { Imported, ImportedKey } from '../domain/exchange/importJob'
import type { Change, FieldValue } from '../domain/history'
import type {
  Brand,
  ChannelId,
  EntryId,
  IssueId,
  ItemId,
  PersonId,
  ProjectId,
  QuestionId,
  RecordId,
  TenantId,
} from '../domain/ids'
import type { Issue } from '../domain/issue'
import type { IssueCounts, IssueListing, ListedIssue } from '../domain/issueList'
import type { OpenQuestion } from '../domain/openQuestion'
import type { Person } from '../domain/person'
import type { Project } from '../domain/project'
import type { Correction, Draft, PostedRecap, Recap } from '../domain/recap'
import type { SourceEntry } from '../domain/sourceEntry'
import type { Instant, PlainDate, ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { Outgoing, OutgoingState } from './outgoing'

/** Stands for one stored state of one record. Opaque: it is only handed back. */
export type Revision = Brand<string, 'Revision'>
export type Stored<T> = { readonly record: T; readonly revision: Revision }

/** `over`: the revision that was read, `new` when there must be none yet, `any` when the last write may win. */
export type Put<T> = { readonly record: T; readonly over: Revision | 'new' | 'any' }

/**
 * What happens together or not at all: records, their history, and what is to be sent because of them. At most 100 rows:
 * an issue counts 12, the first one 13, an item, a question or a change 2, everything else 1, and creating a numbered record 1 more. Beyond it throws.
 */
export type Commit = {
  readonly project?: Put<Project>
  readonly items?: readonly Put<ActionItem>[]
  readonly issues?: readonly Put<Issue>[]
  readonly entries?: readonly Put<SourceEntry>[]
  /** Each can be inserted once. */
  readonly reads?: readonly EntryRead[]
  readonly questions?: readonly Put<OpenQuestion>[]
  readonly changes?: readonly Change[]
  readonly cycle?: Put<Cycle>
  readonly asks?: readonly Put<Ask>[]
  readonly answers?: readonly Put<Answer>[]
  readonly draft?: Put<Draft>
  readonly recap?: Put<PostedRecap>
  readonly raised?: Put<Raised>
  readonly told?: readonly Told[]
  readonly correction?: Put<Correction>
  /** Days as they were counted for good, on the wall of a zone; each can be inserted once. */
  readonly days?: { readonly zone: ZoneId; readonly counts: readonly DayCount[] }
  readonly posted?: readonly Posted[]
  /** What rows of files became. Each inserted once, or over what was known of it. */
  readonly imported?: readonly Put<Imported>[]
  readonly outgoing?: readonly Outgoing[]
  /** Inserted with the rest: the commit is lost where the same mark stands already. Counts 1. */
  readonly mark?: Mark
  /** Whether the same command has a commit to come, which then carries the command's mark. */
  readonly more?: boolean
}

/**
 * Says that what somebody asked for was done, so that it is done once however often it arrives. `key` stands for who
 * asked, where, when and for what. Kept for days, longer than anything is delivered again.
 */
export type Mark = {
  readonly key: string
  readonly at: Instant
  /** The record that it was about or that it made, if any. */
  readonly about: RecordId | EntryId | null
}

/** `lost`: somebody changed one of the records first, or inserted it; nothing of the commit was written. */
export type CommitResult = 'saved' | 'lost'

/** Somebody has read a version of an entry. */
export type EntryRead = {
  readonly entry: EntryId
  readonly version: number
  readonly person: Person
  readonly at: Instant
}

/** The card of ours in the channel that shows a record, the week or a recap: the one to edit in place. */
export type Posted = {
  readonly about:
    | RecordId
    | EntryId
    | `week:${WeekId}`
    | `recap:${WeekId}`
    /** Asks everybody to read a version of an entry. */
    | `read:${EntryId}:${number}`
    /** How this project runs. */
    | 'anchor'
    | 'welcome'
  /** Null: nobody knows whether it arrived, so that none is posted in its place. */
  readonly message: MessageRef | null
  /** The record's version that the card shows, where that is known: it needs no edit to show it. */
  readonly shows?: number | undefined
}

/** Which version of an item somebody who waits for it was told of last. */
export type Told = { readonly item: ItemId; readonly person: PersonId; readonly version: number }

/** `next`: what the next page comes after, to be handed back as it is; null at the end. */
export type IssuePage = { readonly rows: readonly ListedIssue[]; readonly next: string | null }

/** All records of a project. Reading never makes an outage look like an empty list: it throws. */
export interface Records {
  /** The project's id, whether it was set up or not. */
  idOf(tenant: TenantId, channel: ChannelId): ProjectId
  commit(project: ProjectId, commit: Commit): Promise<CommitResult>
  /** Takes the project away; from then on there is none, and its records go after it. `lost`: there was none. */
  remove(project: ProjectId): Promise<CommitResult>
  /** Since when what was a project's records are going; null when nothing is. */
  removal(project: ProjectId): Promise<Instant | null>
  /** Takes away what is left of them; answers with when to look again, null when nothing is. */
  goOnRemoving(project: ProjectId): Promise<Instant | null>
  /** Takes the next number and commits what `make` returns for it, as one; numbers are dense. */
  createItem(project: ProjectId, make: (id: ItemId) => Commit | Promise<Commit>): Promise<ItemId>
  createIssue(project: ProjectId, make: (id: IssueId) => Commit | Promise<Commit>): Promise<IssueId>
  /** The usual places have the first ten numbers: what is created comes after them. */
  createEntry(project: ProjectId, make: (id: EntryId) => Commit | Promise<Commit>): Promise<EntryId>

  /** The same for several at once: as many of the next numbers as are asked for, in one commit. */
  createItems(
    project: ProjectId,
    count: number,
    make: (ids: readonly ItemId[]) => Commit | Promise<Commit>,
  ): Promise<readonly ItemId[]>
  createIssues(
    project: ProjectId,
    count: number,
    make: (ids: readonly IssueId[]) => Commit | Promise<Commit>,
  ): Promise<readonly IssueId[]>
  /** What became of rows of files, by what they are known by; a row that never came is absent. */
  imported(
    project: ProjectId,
    keys: readonly ImportedKey[],
  ): Promise<ReadonlyMap<ImportedKey, Stored<Imported>>>

  project(id: ProjectId): Promise<Stored<Project> | null>
  item(project: ProjectId, id: ItemId): Promise<Stored<ActionItem> | null>
  issue(project: ProjectId, id: IssueId): Promise<Stored<Issue> | null>
  /** Open, in progress and blocked ones, without reading the others. */
  openItems(project: ProjectId): Promise<readonly ActionItem[]>
  /** Neither closed, deferred nor duplicate. */
  openIssues(project: ProjectId): Promise<readonly Issue[]>
  /** All items, by number, newest first: those with the `limit` numbers before `before`, or the last ones given. */
  items(
    project: ProjectId,
    page: { readonly before: ItemId | null; readonly limit: number },
  ): Promise<readonly ActionItem[]>
  /** All issues, by number, newest first, a page at a time. */
  issues(
    project: ProjectId,
    page: { readonly before: IssueId | null; readonly limit: number },
  ): Promise<readonly Issue[]>

  /** How many there are, without reading them. */
  issueCounts(project: ProjectId): Promise<IssueCounts>
  /** A page of a listing: reads its rows and one more, whatever else there is. Null: `after` is not of this listing. */
  issuePage(
    project: ProjectId,
    listing: IssueListing,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<IssuePage | null>

  entry(project: ProjectId, id: EntryId): Promise<Stored<SourceEntry> | null>
  /** All that were ever touched, removed ones among them, by number. */
  entries(project: ProjectId): Promise<readonly SourceEntry[]>
  /** Who has read this version, in no order. */
  reads(project: ProjectId, entry: EntryId, version: number): Promise<readonly EntryRead[]>
  question(project: ProjectId, id: QuestionId): Promise<Stored<OpenQuestion> | null>
  /** Those that wait for an answer, without reading the others. */
  openQuestions(project: ProjectId): Promise<readonly OpenQuestion[]>

  /** A record's whole history, oldest first. */
  history(project: ProjectId, record: Change['record']): Promise<readonly Change[]>
  change(project: ProjectId, record: Change['record'], version: number): Promise<Change | null>
  /** Everything that changed in `[from, until)`, oldest first. */
  changesBetween(project: ProjectId, from: Instant, until: Instant): Promise<readonly Change[]>

  /** The same as charts count it, without reading the changes; null where some were written before that was noted. */
  chartLines(project: ProjectId, from: Instant, until: Instant): Promise<readonly ChartLine[] | null>

  cycle(project: ProjectId, week: WeekId): Promise<Stored<Cycle> | null>
  ask(project: ProjectId, week: WeekId, person: PersonId): Promise<Stored<Ask> | null>
  asks(project: ProjectId, week: WeekId): Promise<readonly Stored<Ask>[]>
  answers(project: ProjectId, week: WeekId, person?: PersonId): Promise<readonly Stored<Answer>[]>

  draft(project: ProjectId, week: WeekId): Promise<Stored<Draft> | null>
  recap(project: ProjectId, week: WeekId): Promise<Stored<PostedRecap> | null>
  /** The latest posted before `week` (null: of all), newest first. */
  recaps(project: ProjectId, before: WeekId | null, limit: number): Promise<readonly PostedRecap[]>

  raised(project: ProjectId): Promise<Stored<Raised> | null>
  /** The days from this one on that were counted for good on the wall of the zone, oldest first. */
  countedDays(project: ProjectId, zone: ZoneId, from: PlainDate): Promise<readonly DayCount[]>
  /** Null: they were told of no version yet. */
  told(project: ProjectId, item: ItemId, person: PersonId): Promise<Told | null>

  /**
   * Says that something is about to be written that is due earlier than the clock's next look: it looks now, and once
   * more when the write is certain to have ended.
   */
  lookSoon(project: ProjectId): Promise<void>

  /** The corrections of a week's recap, the first one first. */
  corrections(project: ProjectId, week: WeekId): Promise<readonly Correction[]>

  posted(project: ProjectId, about: Posted['about']): Promise<Posted | null>
  /** What became of messages, by id: the latest of each. One that was never ordered is absent. */
  fates(project: ProjectId, ids: readonly string[]): Promise<ReadonlyMap<string, OutgoingState>>
  /** The mark that stands under a key. */
  marked(project: ProjectId, key: Mark['key']): Promise<Mark | null>
}

/** A moment at which the clock looks at a project. */
export type AgendaEntry = { readonly project: ProjectId; readonly at: Instant }

/**
 * When to look at which project, by due time, so that a tick costs what is due and not what exists. An entry is a hint:
 * what is due is worked out from the project's records. Whatever changes when a project's next step is due puts it on
 * the agenda by itself.
 */
export interface Agenda {
  /** What is due by `until`, the longest due first. */
  due(until: Instant, limit: number): Promise<readonly Stored<AgendaEntry>[]>
  plan(project: ProjectId, at: Instant): Promise<void>
  /** Takes an entry away that was looked after, unless it was planned anew meanwhile. */
  done(entry: Stored<AgendaEntry>): Promise<void>
  /** Puts every project that was set up before there was an agenda on it; once, and from then on does nothing. */
  adopt(): Promise<void>
}

export interface Clock {
  now(): Instant
}

/** Makes the frozen card of a recap; given by the cards. */
export type RecapRenderer = (recap: Recap) => FieldValue
