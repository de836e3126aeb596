import type { ItemChange } from '../../domain/actionItem'
import type { AnswerSays } from '../../domain/cycle'
import type { Door } from '../../domain/history'
import type { EntryId, ItemId, RecordId, WorkstreamId } from '../../domain/ids'
import type { IssueChange } from '../../domain/issue'
import type { Person } from '../../domain/person'
import { setupFieldsOf } from '../../domain/projectSetup'
import type { Project } from '../../domain/project'
import { epochMs, fromEpochMs, type Instant } from '../../domain/time'
import { weeksLater, type WeekId } from '../../domain/week'
import type { Command } from '../../flows/command'
import { demoIssues } from './issues'
import { demoItems } from './items'
import { dayOf, isThisWeek, momentThisWeek, pastMoment, type DemoCalendar } from './moments'
import { demoProject } from './project'
import type {
  DemoAnswer,
  DemoIssue,
  DemoItem,
  DemoPerson,
  DemoSays,
  DemoWeek,
  DemoWorkstream,
  IssueDeed,
  ItemDeed,
  Moment,
} from './script'
import { demoSource, type DemoEntry } from './source'
import { demoWeeks } from './weeks'

/** One thing that one person did. All but the weeks' own steps make exactly one change of one record. */
export type DemoEvent = {
  readonly at: Instant
  readonly isThisWeek: boolean
  readonly by: Person
  readonly door: Door
  /** The number that the new record gets. */
  readonly makes: RecordId | EntryId | null
  /** `project` as it stands then; null before it is set up. */
  readonly command: (project: Project | null) => Command
}

export type DemoCast = {
  readonly calendar: DemoCalendar
  readonly now: Instant
  readonly person: (name: DemoPerson) => Person
}

const MINUTE_MS = 60_000

/** The whole story in the order in which it happened. */
export function demoEvents(cast: DemoCast): readonly DemoEvent[] {
  return [
    ...projectEvents(cast),
    ...demoItems.flatMap((item) => itemEvents(item, cast)),
    ...demoIssues.flatMap((issue) => issueEvents(issue, cast)),
    ...demoSource.flatMap((entry) => entryEvents(entry, cast)),
    ...demoWeeks.flatMap((week) => weekEvents(week, cast)),
  ].sort((a, b) => epochMs(a.at) - epochMs(b.at))
}

type Deed = { readonly at: Moment; readonly by: DemoPerson }

function event(
  deed: Deed,
  cast: DemoCast,
  command: DemoEvent['command'],
  more: { readonly makes?: RecordId | EntryId; readonly door?: Door } = {},
): DemoEvent {
  const { calendar, now } = cast
  return {
    at: isThisWeek(deed.at) ? momentThisWeek(deed.at, calendar, now) : pastMoment(deed.at, calendar),
    isThisWeek: isThisWeek(deed.at),
    by: cast.person(deed.by),
    door: more.door ?? 'chat',
    makes: more.makes ?? null,
    command,
  }
}

function projectEvents(cast: DemoCast): DemoEvent[] {
  const { lead, setUp, goLiveMoved } = demoProject
  const form = {
    ...setupFieldsOf(null),
    name: demoProject.name,
    customer: demoProject.customer,
    lead: cast.person(lead),
    zone: cast.calendar.zone,
    goLive: dayOf(demoProject.goLive, cast.calendar),
    workstreams: demoProject.workstreams.join('\n'),
  }
  return [
    event({ at: setUp, by: lead }, cast, () => ({ do: 'saveSetup', form, version: null })),
    event({ at: goLiveMoved.at, by: lead }, cast, (project) => ({
      do: 'saveSetup',
      form: {
        ...setupFieldsOf(project),
        goLive: dayOf(goLiveMoved.to, cast.calendar),
        goLiveWhy: goLiveMoved.why,
      },
      version: project?.version ?? null,
    })),
  ]
}

function itemEvents(item: DemoItem, cast: DemoCast): DemoEvent[] {
  const add = event(
    item,
    cast,
    (project) => ({
      do: 'addItem',
      title: item.title,
      owner: cast.person(item.owner),
      for: item.for ? cast.person(item.for) : null,
      due: dayOf(item.due, cast.calendar),
      unblocks: item.unblocks ?? null,
      workstream: workstreamOf(item.workstream, project),
      conversation: null,
    }),
    { makes: item.id },
  )
  const changes = (item.then ?? []).map((deed) =>
    event(deed, cast, () => ({
      do: 'changeItem',
      id: item.id,
      change: itemChange(deed, cast),
      seen: null,
    })),
  )
  return [add, ...changes]
}

function itemChange(deed: ItemDeed, { calendar }: DemoCast): ItemChange {
  switch (deed.does) {
    case 'done':
    case 'start':
      return { kind: deed.does }
    case 'move':
      return { kind: 'move', to: dayOf(deed.to, calendar), why: deed.why }
    case 'cancel':
      return { kind: 'cancel', why: deed.why }
  }
}

function issueEvents(issue: DemoIssue, cast: DemoCast): DemoEvent[] {
  const { id, title, details = '', where = '', steps = '', happened = '', workaround = '' } = issue
  const log = event(
    issue,
    cast,
    () => ({
      do: 'logIssue',
      title,
      details,
      conversation: null,
      where,
      steps,
      happened,
      workaround,
    }),
    { makes: id },
  )
  const changes = (issue.then ?? []).flatMap((deed) => [
    event(deed, cast, () => ({ do: 'changeIssue', id, change: issueChange(deed, cast), seen: null })),
    ...(deed.does === 'triage' ? [sorting(issue, deed, cast)] : []),
  ])
  return [log, ...changes]
}

/** Whoever ranks an issue sorts it into its workstream on the tab a minute later. */
function sorting({ id }: DemoIssue, deed: Extract<IssueDeed, { does: 'triage' }>, cast: DemoCast): DemoEvent {
  const sort = event(
    deed,
    cast,
    (project) => ({
      do: 'changeIssue',
      id,
      change: { kind: 'edit', workstream: workstreamOf(deed.workstream, project) },
      seen: null,
    }),
    { door: 'tab' },
  )
  return sort.isThisWeek ? sort : { ...sort, at: fromEpochMs(epochMs(sort.at) + MINUTE_MS) }
}

function issueChange(deed: IssueDeed, cast: DemoCast): IssueChange {
  switch (deed.does) {
    case 'triage':
      return {
        kind: 'triage',
        severity: deed.severity,
        owner: deed.owner ? cast.person(deed.owner) : null,
      }
    case 'rate':
      return { kind: 'triage', severity: deed.severity, owner: null }
    case 'fix':
    case 'retest':
    case 'close':
      return { kind: deed.does }
    case 'defer':
    case 'reopen':
      return { kind: deed.does, why: deed.why }
    case 'duplicate':
      return { kind: 'duplicate', of: deed.of }
    case 'writeWorkaround':
      return { kind: 'edit', workaround: deed.workaround }
  }
}

function entryEvents(entry: DemoEntry, cast: DemoCast): DemoEvent[] {
  const { id, title, content, owner, reviewDays = null, confirmed } = entry
  const fields = {
    title,
    about: null,
    content,
    owner: owner ? cast.person(owner) : null,
    reviewDays,
    toBeRead: false,
  }
  const write = event(entry, cast, () => ({ do: 'addEntry', fields }), { makes: id })
  if (!confirmed) return [write]
  const confirm = event(confirmed, cast, () => ({
    do: 'changeEntry',
    entry: id,
    change: { kind: 'verify' },
    seen: null,
    onCard: null,
  }))
  return [write, confirm]
}

function weekEvents(story: DemoWeek, cast: DemoCast): DemoEvent[] {
  const { lead } = demoProject
  const week = weeksLater(cast.calendar.week, story.week)
  const { draft } = story
  const edit =
    draft &&
    event({ at: draft.at, by: lead }, cast, (project) => ({
      do: 'editDraft',
      week,
      edit: {
        headline: draft.headline,
        note: draft.note,
        overall: null,
        workstreams: draft.overrides.map(({ workstream, colour, why }) => ({
          workstream: workstreamOf(workstream, project),
          colour,
          why,
        })),
      },
    }))
  return [
    event({ at: story.asked, by: lead }, cast, () => ({ do: 'askNow' })),
    ...story.answers.map((answer) => answerEvent(answer, week, cast)),
    ...(edit ? [edit] : []),
    event({ at: story.posted, by: lead }, cast, () => ({ do: 'postRecap', edit: null })),
  ]
}

function answerEvent(answer: DemoAnswer, week: WeekId, cast: DemoCast): DemoEvent {
  const answers = Object.entries(answer.says).map(([item, says]) => ({
    item: item as ItemId,
    says: answerSays(says, cast),
  }))
  const { comment = null } = answer
  return event(answer, cast, () => ({ do: 'answer', week, answers, restNoChange: false, comment }), {
    door: 'weeklyCard',
  })
}

function answerSays(says: DemoSays, { calendar, person }: DemoCast): AnswerSays {
  switch (says) {
    case 'done':
      return { kind: 'done' }
    case 'on track':
      return { kind: 'onTrack' }
    case 'no change':
      return { kind: 'noChange' }
    default:
      return {
        kind: 'notOnTrack',
        why: says.why,
        newDate: says.newDate ? dayOf(says.newDate, calendar) : null,
        needs: says.needs ? person(says.needs) : null,
      }
  }
}

function workstreamOf(name: DemoWorkstream, project: Project | null): WorkstreamId {
  const found = project?.workstreams.find((workstream) => workstream.name === name)
  if (!found) throw new Error(`The demo's project has no workstream ${name}`)
  return found.id
}
