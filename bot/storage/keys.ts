import type { Change } from '../domain/history'
import type {
  ChannelId,
  EntryId,
  IssueId,
  ItemId,
  PersonId,
  ProjectId,
  QuestionId,
  TeamId,
  TenantId,
} from '../domain/ids'
import type { ImportId } from '../domain/exchange/importJob'
import { isEntryId, isItemId, numberOf } from '../domain/ids'
import { epochMs, type Instant, type PlainDate, type ZoneId } from '../domain/time'
import type { WeekId } from '../domain/week'
import type { Outgoing } from '../flows/outgoing'
import type { Mark, Posted } from '../flows/ports'
import type { Target } from '../flows/sendingPorts'

/**
 * Row keys inside a project's partition. Parts are joined by dots; `encoded` leaves no dot in a part, so ranges by
 * prefix never take in strangers. Numbers are padded, because keys are ordered as text.
 *
 *     project                             the project
 *     removing                            it was taken away, and its rows are going
 *     place                               where its channel is reached
 *     pinned                              the tabs that we put up there
 *     counter.item  counter.issue  counter.entry   the last number given
 *     item.00000012                       an item; item-open.00000012: its copy while it is open
 *     issue.99999992                      issue 7, newest first; issue-open.99999992: its copy while it is open
 *     list.severity.0.00000007  list.state.0.0.00000007  list.owner.<person>.0.00000007
 *     list.workstream.<id>.0.00000007  list.change.<instant, counted down>.00000007
 *                                         what lists show of issue 7, in the order of each list
 *     issue-counts                        how many issues there are; it stands once all have their rows in the lists
 *     source.00000003                     an entry of the source of truth
 *     read.00000003.00000005.<person>     somebody has read version 5 of entry 3
 *     question.<id>                       a question that had no answer; question-open.<id>: its copy while it waits
 *     history.item.00000012.00000003      a change, by record; history.project.00000000.…: of the project itself
 *     time.<instant>.item.00000012.00000003    the same change, by time
 *     cycle.2026-W47  ask.2026-W47.<person>  answer.2026-W47.<person>.00000012
 *     draft.2026-W47  recap.797352        drafts by week; recaps with the week counted down, newest first
 *     day.<zone>.2026-11-20               what was open, opened, closed and moved on a day, counted for good
 *     raised                              what was raised with the lead, and when one looked
 *     told.00000012.<person>              what who waits for an item was told of it
 *     correction.2026-W47.00000001        a correction of a posted recap
 *     posted.<about>                      our card in the channel
 *     imported.<kind and hash>            what a row of a file became
 *     out.<instant>.<id>.<stamp>          to be sent; sent.<id>: what became of it
 *     mark.<key>                          something asked for that was done, for some days
 *
 * A tenant's partition holds contact.<person>, wishes.<person>, focus.<person>, seen.<person>.<project>, `sending-lease`,
 * which process sends for it, and shut.<person or project>, to whom nothing is sent for now.
 *
 * A file that is imported has a partition of its own, with `job` and its pieces file.00000001 and so on; the partition
 * `imports` lists them as <instant>.<id>, by when each is taken away. The partition `import-looks` has <instant>.<id>
 * for those that are under way: when to see whether somebody is still at it.
 *
 * The agenda's partition holds <instant>.<project>, when to look at a project, and `adopted`.
 */
export const rowKeys = {
  project: 'project',
  removing: 'removing',
  place: 'place',
  pinned: 'pinned',
  counter: (of: 'item' | 'issue' | 'entry') => `counter.${of}`,
  item: (id: ItemId) => `item.${up(numberOf(id))}`,
  openItem: (id: ItemId) => `item-open.${up(numberOf(id))}`,
  issue: (id: IssueId) => `issue.${down(numberOf(id))}`,
  openIssue: (id: IssueId) => `issue-open.${down(numberOf(id))}`,
  listed: (list: IssueList, parts: readonly string[], id: IssueId) =>
    [`list.${list}`, ...parts, up(numberOf(id))].join('.'),
  issueCounts: 'issue-counts',
  entry: (id: EntryId) => `source.${up(numberOf(id))}`,
  entryRead: (id: EntryId, version: number, person: PersonId) =>
    `read.${up(numberOf(id))}.${up(version)}.${encoded(person)}`,
  question: (id: QuestionId) => `question.${encoded(id)}`,
  openQuestion: (id: QuestionId) => `question-open.${encoded(id)}`,
  history: (record: Change['record'], version: number) => `history.${ofRecord(record)}.${up(version)}`,
  changeAt: (at: Instant, record: Change['record'], version: number) =>
    `time.${instantPart(at)}.${ofRecord(record)}.${up(version)}`,
  cycle: (week: WeekId) => `cycle.${week}`,
  ask: (week: WeekId, person: PersonId) => `ask.${week}.${encoded(person)}`,
  answer: (week: WeekId, person: PersonId, item: ItemId) =>
    `answer.${week}.${encoded(person)}.${up(numberOf(item))}`,
  draft: (week: WeekId) => `draft.${week}`,
  recap: (week: WeekId) => `recap.${weekDown(week)}`,
  day: (zone: ZoneId, date: PlainDate) => `day.${encoded(zone)}.${date}`,
  raised: 'raised',
  told: (item: ItemId, person: PersonId) => `told.${up(numberOf(item))}.${encoded(person)}`,
  correction: (week: WeekId, number: number) => `correction.${week}.${up(number)}`,
  posted: (about: Posted['about']) => `posted.${encoded(about)}`,
  imported: (kind: 'issue' | 'item', hash: string) => `imported.${kind}.${hash}`,
  importJob: 'job',
  importPiece: (number: number) => `file.${up(number)}`,
  importUntil: (until: Instant, id: ImportId) => `${instantPart(until)}.${encoded(id)}`,
  importLook: (at: Instant, id: ImportId) => `${instantPart(at)}.${encoded(id)}`,
  waiting: (outgoing: Pick<Outgoing, 'id' | 'at'>, stamp: string) =>
    `out.${instantPart(outgoing.at)}.${encoded(outgoing.id)}.${encoded(stamp)}`,
  finished: (outgoing: Pick<Outgoing, 'id'>) => `sent.${encoded(outgoing.id)}`,
  mark: (key: Mark['key']) => `mark.${encoded(key)}`,
  greeted: (place: string) => `greeted.${encoded(place)}`,
  wishes: (person: PersonId) => `wishes.${encoded(person)}`,
  focus: (person: PersonId) => `focus.${encoded(person)}`,
  contact: (person: PersonId) => `contact.${encoded(person)}`,
  seenIn: (person: PersonId, project: ProjectId) => `seen.${encoded(person)}.${project}`,
  ofTeam: (team: TeamId, project: ProjectId) => `team.${encoded(team)}.${project}`,
  look: (at: Instant, project: ProjectId) => `${instantPart(at)}.${project}`,
  adopted: 'adopted',
  sendingLease: 'sending-lease',
  shut: (target: Target) => `shut.${encoded(target.to === 'person' ? target.person : target.project)}`,
}

/** The orders in which issues stand in rows of their own. */
export type IssueList = 'severity' | 'state' | 'owner' | 'workstream' | 'change'

/** Keys from `from` up to, not including, `until`. */
export type KeyRange = { readonly from: string; readonly until: string }

export const ranges = {
  openItems: under('item-open'),
  openIssues: under('issue-open'),
  /** Items with the numbers from `from` up to, not including, `until`. */
  itemsNumbered: (from: number, until: number): KeyRange => ({
    from: `item.${up(Math.max(0, from))}`,
    until: `item.${up(until)}`,
  }),
  issuesBefore: (before: IssueId | null): KeyRange =>
    before === null
      ? under('issue')
      : { from: `issue.${down(numberOf(before) - 1)}`, until: under('issue').until },
  listed: (list: IssueList, parts: readonly string[]) => under([`list.${list}`, ...parts].join('.')),
  /** What is left of a range after this key. */
  after: (range: KeyRange, key: string): KeyRange => ({ ...range, from: `${key} ` }),
  imported: under('imported'),
  entries: under('source'),
  entryReads: (id: EntryId, version: number) => under(`read.${up(numberOf(id))}.${up(version)}`),
  openQuestions: under('question-open'),
  history: (record: Change['record']) => under(`history.${ofRecord(record)}`),
  changes: (from: Instant, until: Instant): KeyRange => ({
    from: `time.${instantPart(from)}`,
    until: `time.${instantPart(until)}`,
  }),
  asks: (week: WeekId) => under(`ask.${week}`),
  answers: (week: WeekId, person?: PersonId) =>
    under(person === undefined ? `answer.${week}` : `answer.${week}.${encoded(person)}`),
  recapsBefore: (before: WeekId | null): KeyRange =>
    before === null
      ? under('recap')
      : // Just behind that week's own key.
        { from: `recap.${weekDown(before)}.`, until: under('recap').until },
  daysSince: (zone: ZoneId, from: PlainDate): KeyRange => ({
    from: rowKeys.day(zone, from),
    until: under(`day.${encoded(zone)}`).until,
  }),
  corrections: (week: WeekId) => under(`correction.${week}`),
  waiting: under('out'),
  shut: under('shut'),
  marks: under('mark'),
  seenIn: (person: PersonId) => under(`seen.${encoded(person)}`),
  ofTeam: (team: TeamId) => under(`team.${encoded(team)}`),
  /** What is to be taken away by then. */
  importsUntil: (now: Instant): KeyRange => ({ from: ' ', until: `${instantPart(now)}.~` }),
  looks: (until: Instant): KeyRange => ({ from: ' ', until: `${instantPart(until)}.~` }),
  importLooks: (until: Instant): KeyRange => ({ from: ' ', until: `${instantPart(until)}.~` }),
  all: { from: ' ', until: '~' } satisfies KeyRange,
}

/** The one partition that lists which projects have something to send. */
export const PENDING_PROJECTS = 'pending'

/** The one partition that says when to look at which project. */
export const AGENDA = 'agenda'

/** The one partition that lists files on their way in, by when they are taken away. */
export const IMPORTS = 'imports'

/** The one partition that says when to look after which import. */
export const IMPORT_LOOKS = 'import-looks'

/** The partition of a file that is imported. */
export function importPartition(id: ImportId): string {
  return `import.${encoded(id)}`
}

/** The one partition that says whether the channels of before are found by their teams. */
export const PLACES = 'places'

/** The partition of a project: its tenant and channel, encoded. Also its id everywhere else. */
export function projectPartition(tenant: TenantId, channel: ChannelId): ProjectId {
  return `project.${encoded(tenant)}.${encoded(channel)}` as ProjectId
}

/** The tenant of a project, out of its id. */
export function tenantOf(project: ProjectId): TenantId {
  const [, tenant = ''] = project.split('.')
  return decodeURIComponent(tenant.replaceAll('_', '%')) as TenantId
}

export function tenantPartition(tenant: TenantId): string {
  return `tenant.${encoded(tenant)}`
}

const LONGEST_KEY = 1_024

/**
 * Whether anything can stand in a partition. A project's id may come from outside as somebody made it up, and the service
 * takes a request for a key that it forbids for a mistake, which would look like an outage.
 */
export function isPartition(text: string): boolean {
  return text.length <= LONGEST_KEY && /^[\w.-]+$/.test(text)
}

const LONGEST_PART = 450
const bytes = new TextEncoder()

/**
 * An opaque id as a part of a key: letters, digits and `-` stand for themselves, every other byte of its UTF-8 is
 * `_` and two hex digits. So two ids never share a key, and nothing that the service forbids in keys (/ \ # ? % and
 * control characters) gets there. Throws RangeError for an id too long to be a key.
 */
export function encoded(id: string): string {
  const part = id.replace(/[^A-Za-z0-9-]/gu, (char) =>
    Array.from(bytes.encode(char), (byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  if (part.length > LONGEST_PART) throw new RangeError('An id is too long to be stored under')
  return part
}

const LARGEST = 99_999_999

function up(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > LARGEST) {
    throw new RangeError(`Not a number that a key can hold: ${number}`)
  }
  return String(number).padStart(8, '0')
}

function down(number: number): string {
  return up(LARGEST - number)
}

/** A moment counted down, so that the latest comes first. */
export function instantDown(at: Instant): string {
  return String(9_999_999_999_999 - epochMs(at)).padStart(13, '0')
}

/** Weeks counted down: `recap.797352` of 2026-W47, so that the newest comes first. */
function weekDown(week: WeekId): string {
  return String(999_999 - Number(week.replace('-W', ''))).padStart(6, '0')
}

/** A moment as it stands in a key; its text is ordered already. */
function instantPart(at: Instant): string {
  return at.replace('.', ',')
}

function ofRecord(record: Change['record']): string {
  if (record === 'project') return `project.${up(0)}`
  if (isEntryId(record)) return `source.${up(numberOf(record))}`
  return `${isItemId(record) ? 'item' : 'issue'}.${up(numberOf(record))}`
}

/** All keys that start with these parts; `~` stands after everything that a part can hold. */
function under(prefix: string): KeyRange {
  return { from: `${prefix}.`, until: `${prefix}.~` }
}
