import type { ItemRow } from '../../bot/contract/item'
import type { ActionItem } from '../../bot/domain/actionItem'
import type { FurtherChannel } from '../../bot/domain/audience'
import type { Answer, Ask, Cycle, MessageRef } from '../../bot/domain/cycle'
import type { DueDate } from '../../bot/domain/dueDate'
import type { Change } from '../../bot/domain/history'
import type { ChannelId, PersonId, ProjectId, TeamId, TenantId, WorkstreamId } from '../../bot/domain/ids'
import type { Issue } from '../../bot/domain/issue'
import type { Member, Person } from '../../bot/domain/person'
import type { Project, Workstream } from '../../bot/domain/project'
import type { RagVerdict } from '../../bot/domain/rag'
import { USUAL_RAISING } from '../../bot/domain/raising'
import type { Draft, PostedRecap, Recap } from '../../bot/domain/recap'
import { draftRecap, type RecapInput } from '../../bot/domain/recapDraft'
import {
  addDays,
  epochMs,
  fromEpochMs,
  instant,
  instantAt,
  parseWallTime,
  parseZone,
  plainDate,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from '../../bot/domain/time'
import type { SourceEntry } from '../../bot/domain/sourceEntry'
import type { OpenQuestion } from '../../bot/domain/openQuestion'
import { USUAL_WEEK, type WeekId } from '../../bot/domain/week'

/*
 * The world of the tests: Northwind Traders goes live on Mon 11 Jan 2027; now is Fri 20 Nov 2026, 15:00 in
 * Copenhagen, when the recap of week 47 goes out. Each builder makes a valid record; a test names only what it is about.
 */

export const COPENHAGEN = zone('Europe/Copenhagen')
export const THIS_WEEK: WeekId = '2026-W47'
export const LAST_WEEK: WeekId = '2026-W46'
export const TODAY = plainDate('2026-11-20')
export const NOW = at(TODAY, '15:00')

export const TENANT = 'tenant-northwind' as TenantId
export const PROJECT_ID = 'project-northwind' as ProjectId

export const ALEX = aPerson('Alex Wilber')
export const MEGAN = aPerson('Megan Bowen')
export const ADELE = aPerson('Adele Vance')
export const ISAIAH = aPerson('Isaiah Langer')
export const PATTI = aPerson('Patti Fernandez')
export const LYNNE = aPerson('Lynne Robbins')
/** Alex leads the project. */
export const EVERYBODY = [ALEX, MEGAN, ADELE, ISAIAH, PATTI, LYNNE] as const

export const DATA_MIGRATION = aWorkstream('Data migration')
export const INTEGRATIONS = aWorkstream('Integrations')
export const TRAINING = aWorkstream('Training')

/** Channels of Northwind's team besides the project's. */
export const STEERING = aChannelOf('Steering')
export const VENDORS = aChannelOf('Vendors')

/** A zone known to be good; throws for others. */
export function zone(text: string): ZoneId {
  const known = parseZone(text)
  if (known === undefined) throw new RangeError(`Not a zone: ${text}`)
  return known
}

/** A wall-clock time known to be good; throws for others. */
export function wallTime(text: string): WallTime {
  const time = parseWallTime(text)
  if (time === undefined) throw new RangeError(`Not a time: ${text}`)
  return time
}

/** The moment when the wall shows this: `at('2026-11-20', '15:00')`. Copenhagen's wall unless told. */
export function at(date: string, time = '09:00', where = zone('Europe/Copenhagen')): Instant {
  return instantAt(plainDate(date), wallTime(time), where)
}

/** The date so many days after today; before it when negative. */
export function inDays(days: number): PlainDate {
  return addDays(TODAY, days)
}

/** The moment so many days before now. */
export function daysAgo(days: number): Instant {
  return fromEpochMs(epochMs(NOW) - days * 24 * 3_600_000)
}

/** A clock that stands still until it is set: to an ISO moment, or ahead by milliseconds. */
export function fixedClock(start: Instant = NOW) {
  let time = start
  return {
    now: () => time,
    set: (to: string) => {
      time = instant(to)
    },
    advance: (ms: number) => {
      time = fromEpochMs(epochMs(time) + ms)
    },
  }
}

/** Somebody whose id is made from the name, so that the same name is the same person. */
export function aPerson(name: string): Person {
  return { id: `person-${name.toLowerCase().replace(/\W+/g, '-')}` as PersonId, name }
}

export function aMember(person: Person = MEGAN, over: Partial<Member> = {}): Member {
  const [first = person.name] = person.name.split(' ')
  return { ...person, givenName: first, email: `${first.toLowerCase()}@northwind.example`, ...over }
}

export function aChannelOf(name: string, id = `channel-${name.toLowerCase()}`): FurtherChannel {
  return { id: id as ChannelId, name }
}

export function aWorkstream(name: string): Workstream {
  return { id: name.toLowerCase().replace(/\W+/g, '-') as WorkstreamId, name }
}

/** A date with its ledger: `aDueDate('2026-11-13', ['2026-11-20', 'files came late'])`. Megan moved it, a day after the last. */
export function aDueDate(
  first: string,
  ...moves: readonly (readonly [to: string, why?: string, at?: Instant])[]
): DueDate {
  let from = plainDate(first)
  const ledger: DueDate['moves'][number][] = []
  moves.forEach(([to, why = 'more to do than thought', when], index) => {
    const next = plainDate(to)
    ledger.push({ from, to: next, by: MEGAN, at: when ?? daysAgo(moves.length - index), why })
    from = next
  })
  return { first: plainDate(first), moves: ledger }
}

export function anActionItem(over: Partial<ActionItem> = {}): ActionItem {
  return {
    id: 'A-12',
    title: 'Send the cleaned customer list',
    owner: MEGAN,
    for: LYNNE,
    unblocks: 'load test 3',
    workstream: DATA_MIGRATION.id,
    due: aDueDate('2026-11-24'),
    state: { status: 'open' },
    conversation: null,
    createdBy: ALEX,
    createdAt: daysAgo(14),
    changedBy: ALEX,
    changedAt: daysAgo(14),
    version: 1,
    ...over,
  }
}

/** An action item as a row of the tab: Megan's, for Lynne, due next Tuesday. */
export function anItemRow(over: Partial<ItemRow> = {}): ItemRow {
  return {
    id: 'A-12',
    title: 'Send the cleaned customer list',
    owner: MEGAN,
    for: LYNNE,
    unblocks: 'load test 3',
    workstream: DATA_MIGRATION.id,
    due: plainDate('2026-11-24'),
    drift: 0,
    moves: 0,
    status: 'open',
    reason: null,
    needs: null,
    since: null,
    changedAt: daysAgo(14),
    changedBy: ALEX,
    canChange: true,
    version: 1,
    ...over,
  }
}

/** A written entry of the source of truth, verified by its owner four days ago. */
export function anEntry(over: Partial<SourceEntry> = {}): SourceEntry {
  const owner = over.owner === undefined ? ALEX : over.owner
  return {
    id: 'S-1',
    title: 'Project plan',
    kind: 'plan',
    content: { kind: 'link', url: 'https://northwind.example/plan' },
    writtenAt: at('2026-11-02'),
    owner,
    verified: owner && { by: owner, at: at('2026-11-16') },
    reviewDays: 14,
    toBeRead: null,
    state: { status: 'standing' },
    createdBy: ALEX,
    createdAt: at('2026-11-02'),
    changedBy: ALEX,
    changedAt: at('2026-11-16'),
    version: 2,
    ...over,
  }
}

/** Lynne asked it two days ago. */
export function anOpenQuestion(over: Partial<OpenQuestion> = {}): OpenQuestion {
  return {
    id: 'rotterdam-signs-warehouse' as OpenQuestion['id'],
    text: 'Who signs for the Rotterdam warehouse?',
    askers: [{ person: LYNNE, at: at('2026-11-18') }],
    state: { status: 'open' },
    version: 1,
    ...over,
  }
}

export function anIssue(over: Partial<Issue> = {}): Issue {
  return {
    id: 'I-7',
    title: 'Totals are wrong on the invoice',
    details: '',
    where: 'Invoices, print preview',
    steps: 'Open an invoice with two tax rates and print it',
    happened: 'this morning',
    severity: 'cosmetic',
    workaround: '',
    owner: ISAIAH,
    workstream: INTEGRATIONS.id,
    reporter: PATTI,
    state: { status: 'triaged' },
    timesReopened: 0,
    conversation: null,
    createdAt: daysAgo(3),
    changedBy: PATTI,
    changedAt: daysAgo(3),
    version: 1,
    ...over,
  }
}

export function aProject(over: Partial<Project> = {}): Project {
  return {
    id: PROJECT_ID,
    tenant: TENANT,
    team: 'team-northwind' as TeamId,
    channel: 'channel-general' as ChannelId,
    name: 'ERP roll-out',
    customer: 'Northwind Traders',
    lead: ALEX,
    zone: COPENHAGEN,
    language: 'en',
    goLive: aDueDate('2027-01-11'),
    workstreams: [DATA_MIGRATION, INTEGRATIONS, TRAINING],
    week: USUAL_WEEK,
    namesWhoIsMissing: false,
    reminds: true,
    // A test of the week is about the week; one about what is raised turns it on.
    raising: { ...USUAL_RAISING, on: false },
    audience: [],
    state: { status: 'running' },
    createdBy: ALEX,
    createdAt: daysAgo(21),
    version: 1,
    ...over,
  }
}

export function aChange(over: Partial<Change> = {}): Change {
  return {
    record: 'A-12',
    version: 2,
    at: daysAgo(1),
    by: MEGAN,
    inPlaceOf: null,
    door: 'chat',
    why: null,
    undoes: null,
    fields: [],
    ...over,
  }
}

export function aCycle(over: Partial<Cycle> = {}): Cycle {
  return {
    week: THIS_WEEK,
    askedAt: at('2026-11-19', '10:00'),
    askedBy: ALEX,
    draftedAt: null,
    leftOutAt: null,
    ...over,
  }
}

export function aMessageRef(over: Partial<MessageRef> = {}): MessageRef {
  return { conversation: 'conversation-1', message: 'message-1', ...over }
}

export function anAsk(over: Partial<Ask> = {}): Ask {
  const askedAt = at('2026-11-19', '10:00')
  return {
    week: THIS_WEEK,
    person: MEGAN,
    items: ['A-12'],
    askedAt,
    delivery: { status: 'sent', at: askedAt, message: aMessageRef() },
    comment: '',
    commentedAt: null,
    snoozes: [],
    remindedAt: [],
    away: null,
    covers: [],
    answeredAt: null,
    ...over,
  }
}

export function anAnswer(over: Partial<Answer> = {}): Answer {
  return {
    week: THIS_WEEK,
    person: MEGAN,
    by: over.person ?? MEGAN,
    item: 'A-12',
    says: { kind: 'onTrack' },
    at: at('2026-11-19', '10:42'),
    itemVersionBefore: 1,
    itemVersionAfter: 2,
    ...over,
  }
}

export function aVerdict(over: Partial<RagVerdict> = {}): RagVerdict {
  return { rule: 'green', evidence: [{ kind: 'allOnTrack', open: 5 }], override: null, ...over }
}

/** The recap of an empty project's week, worked out from what is given. */
export function aDraftedRecap(over: Partial<RecapInput> = {}): Recap {
  return draftRecap({
    project: aProject(),
    week: THIS_WEEK,
    items: [],
    issues: [],
    changes: [],
    asks: [],
    entries: [],
    last: null,
    draft: null,
    raised: null,
    now: NOW,
    ...over,
  })
}

export function aRecap(over: Partial<Recap> = {}): Recap {
  return {
    week: THIS_WEEK,
    from: plainDate('2026-11-16'),
    to: plainDate('2026-11-22'),
    asOf: NOW,
    zone: COPENHAGEN,
    project: { name: 'ERP roll-out', customer: 'Northwind Traders' },
    language: 'en',
    overall: aVerdict(),
    overallWas: null,
    headline: 'All on track',
    note: '',
    goLive: { date: plainDate('2027-01-11'), first: plainDate('2027-01-11'), driftDays: 0 },
    workstreams: [],
    done: [],
    slipped: [],
    late: [],
    blocked: [],
    issues: {
      opened: 0,
      closed: 0,
      open: 0,
      change: null,
      bySeverity: [
        { severity: 'showStopper', open: 0, change: null },
        { severity: 'workaround', open: 0, change: null },
        { severity: 'cosmetic', open: 0, change: null },
      ],
      worst: [],
    },
    answers: { asked: 6, answered: 6, missing: null, unreached: [], away: [] },
    comments: [],
    source: { written: 8, verified: 6, stale: 1 },
    editedBy: null,
    dueAt: null,
    raised: null,
    corrected: null,
    ...over,
  }
}

export function aDraft(over: Partial<Draft> = {}): Draft {
  return {
    week: THIS_WEEK,
    headline: null,
    note: null,
    overallOverride: null,
    workstreamOverrides: [],
    editedBy: ALEX,
    editedAt: at('2026-11-20', '12:30'),
    ...over,
  }
}

export function aPostedRecap(over: Partial<PostedRecap> = {}): PostedRecap {
  return {
    recap: aRecap(),
    card: { type: 'AdaptiveCard', version: '1.5', body: [] },
    postedAt: NOW,
    postedBy: null,
    delivery: { status: 'sent', at: NOW, message: aMessageRef({ message: 'recap-1' }) },
    copies: [],
    ...over,
  }
}
