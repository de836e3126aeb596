import type { ActionItem, ItemState } from '../actionItem'
import { driftDays, dueOn, type DueMove } from '../dueDate'
import type { ProjectId, WorkstreamId } from '../ids'
import type { Issue, IssueState } from '../issue'
import type { Person } from '../person'
import type { Workstream } from '../project'
import { colourOf } from '../rag'
import type { PostedRecap } from '../recap'
import type { SourceEntry } from '../sourceEntry'
import { dateIn, type Instant, type ZoneId } from '../time'
import type { Cell, CellDay } from './cell'
import { KEY_HEADING } from './fields'
import { recordKey } from './recordKey'
import { ISSUE_STATUS_NAME, ITEM_STATUS_NAME, SEVERITY_NAME } from './stateWords'

/** The sheets of an export, in their order. */
export const EXPORT_SHEETS = ['issues', 'items', 'delays', 'recaps', 'source'] as const
export type ExportSheet = (typeof EXPORT_SHEETS)[number]

export const SHEET_NAME: Readonly<Record<ExportSheet, string>> = {
  issues: 'Issues',
  items: 'Action items',
  delays: 'Delay ledger',
  recaps: 'Recaps',
  source: 'Source of truth',
}

/** A column of an export; `width` in characters. */
export type ExportColumn = { readonly heading: string; readonly width: number }

/** What stands in an export beside the records themselves. */
export type ExportOf = {
  readonly project: ProjectId
  readonly zone: ZoneId
  readonly workstreams: readonly Workstream[]
}

export const EXPORT_COLUMNS: Readonly<Record<ExportSheet, readonly ExportColumn[]>> = {
  issues: columns({
    Number: 9,
    Title: 50,
    Status: 16,
    Severity: 14,
    Owner: 20,
    Workstream: 18,
    Where: 20,
    Steps: 30,
    'When it happened': 18,
    Workaround: 30,
    Details: 50,
    Reason: 30,
    'Reported by': 20,
    'Reported on': 13,
    'Closed on': 13,
    'Times reopened': 9,
    'Last change': 13,
    'Changed by': 20,
    [KEY_HEADING]: 18,
  }),
  items: columns({
    Number: 9,
    Title: 50,
    Status: 13,
    Owner: 20,
    For: 20,
    Due: 13,
    Unblocks: 30,
    Workstream: 18,
    Reason: 30,
    'First date': 13,
    'Days moved': 9,
    Moves: 9,
    'Created by': 20,
    'Created on': 13,
    'Closed on': 13,
    'Last change': 13,
    'Changed by': 20,
    [KEY_HEADING]: 18,
  }),
  delays: columns({
    Item: 9,
    Title: 50,
    Owner: 20,
    Move: 9,
    From: 13,
    To: 13,
    Days: 9,
    'Moved by': 20,
    'Moved on': 13,
    Why: 50,
  }),
  recaps: columns({
    Week: 11,
    'From day': 13,
    'To day': 13,
    Colour: 10,
    Headline: 60,
    Note: 60,
    'Go-live': 13,
    'Days later than planned': 12,
    'Issues open': 9,
    'Issues opened': 9,
    'Issues closed': 9,
    'Items done': 9,
    'Items slipped': 9,
    'Items blocked': 9,
    Asked: 9,
    Answered: 9,
  }),
  source: columns({
    Number: 9,
    Title: 40,
    'Link or text': 60,
    Owner: 20,
    'Verified by': 20,
    'Verified on': 13,
    'Review after days': 9,
    'Last change': 13,
    'Changed by': 20,
  }),
}

function columns(widths: Readonly<Record<string, number>>): ExportColumn[] {
  return Object.entries(widths).map(([heading, width]) => ({ heading, width }))
}

export function issueCells(issue: Issue, of: ExportOf): Cell[] {
  const { id, title, state, severity, owner, workstream, where, steps, happened, workaround, details } = issue
  return [
    id,
    title,
    issueStatus(state),
    severity && SEVERITY_NAME[severity],
    nameOf(owner),
    streamName(workstream, of),
    where,
    steps,
    happened,
    workaround,
    details,
    'why' in state ? state.why : '',
    issue.reporter.name,
    dayOf(issue.createdAt, of),
    'at' in state ? dayOf(state.at, of) : null,
    issue.timesReopened,
    dayOf(issue.changedAt, of),
    issue.changedBy.name,
    recordKey(of.project, issue),
  ]
}

export function itemCells(item: ActionItem, of: ExportOf): Cell[] {
  const { id, title, state, owner, due, unblocks, workstream } = item
  return [
    id,
    title,
    ITEM_STATUS_NAME[state.status],
    owner.name,
    nameOf(item.for),
    due && { day: dueOn(due) },
    unblocks ?? '',
    streamName(workstream, of),
    reasonOf(state),
    due && { day: due.first },
    due && driftDays(due),
    due && due.moves.length,
    item.createdBy.name,
    dayOf(item.createdAt, of),
    'at' in state ? dayOf(state.at, of) : null,
    dayOf(item.changedAt, of),
    item.changedBy.name,
    recordKey(of.project, item),
  ]
}

/** One row for each move of a due date, oldest first. */
export function delayCells({ id, title, owner, due }: ActionItem, of: ExportOf): Cell[][] {
  return (due?.moves ?? []).map((move: DueMove, at) => [
    id,
    title,
    owner.name,
    at + 1,
    { day: move.from },
    { day: move.to },
    driftDays({ first: move.from, moves: [move] }),
    move.by.name,
    dayOf(move.at, of),
    move.why,
  ])
}

export function recapCells({ recap }: PostedRecap): Cell[] {
  const { week, from, to, overall, headline, note, goLive, issues, answers } = recap
  return [
    week,
    { day: from },
    { day: to },
    COLOUR[colourOf(overall)],
    headline,
    note,
    goLive && { day: goLive.date },
    goLive && goLive.driftDays,
    issues.open,
    issues.opened,
    issues.closed,
    recap.done.length,
    recap.slipped.length,
    recap.blocked.length,
    answers && answers.asked,
    answers && answers.answered,
  ]
}

const COLOUR = { red: 'Red', amber: 'Amber', green: 'Green' } as const

export function sourceCells(entry: SourceEntry, of: ExportOf): Cell[] {
  const { id, title, content, owner, verified, reviewDays, changedAt, changedBy } = entry
  return [
    id,
    title,
    contentOf(content),
    nameOf(owner),
    verified && verified.by.name,
    verified && dayOf(verified.at, of),
    reviewDays,
    changedAt && dayOf(changedAt, of),
    nameOf(changedBy),
  ]
}

function contentOf(content: SourceEntry['content']): string {
  if (content.kind === 'empty') return ''
  return content.kind === 'link' ? content.url : content.text
}

function issueStatus(state: IssueState): string {
  return state.status === 'duplicate'
    ? `${ISSUE_STATUS_NAME.duplicate} of ${state.of}`
    : ISSUE_STATUS_NAME[state.status]
}

function reasonOf(state: ItemState): string {
  if (state.status === 'blocked') return state.reason
  return state.status === 'cancelled' ? state.why : ''
}

function nameOf(person: Person | null): string {
  return person?.name ?? ''
}

function streamName(id: WorkstreamId | null, { workstreams }: ExportOf): string {
  return workstreams.find((one) => one.id === id)?.name ?? ''
}

function dayOf(at: Instant, { zone }: ExportOf): CellDay {
  return { day: dateIn(at, zone) }
}
