import type { ActionItem, ItemState } from '../actionItem'
import { driftDays, dueOn, type DueMove } from '../dueDate'
import type { ProjectId, WorkstreamId } from '../ids'
import type { Issue, IssueState } from '../issue'
import type { Language } from '../language'
import type { Person } from '../person'
import type { Workstream } from '../project'
import { colourOf } from '../rag'
import type { PostedRecap } from '../recap'
import type { SourceEntry } from '../sourceEntry'
import { dateIn, type Instant, type ZoneId } from '../time'
import type { Cell, CellDay } from './cell'
import { WIDTHS, type ExportSheet } from './exportColumns'
import { EXPORT_WORDS } from './exportWords'
import { recordKey } from './recordKey'

/** A column of an export; `width` in characters. */
export type ExportColumn = { readonly heading: string; readonly width: number }

/** What stands in an export beside the records themselves. */
export type ExportOf = {
  readonly project: ProjectId
  readonly zone: ZoneId
  readonly language: Language
  readonly workstreams: readonly Workstream[]
}

/** What a sheet is called. */
export function sheetName(sheet: ExportSheet, language: Language): string {
  return EXPORT_WORDS[language].sheet[sheet]
}

/** The columns of a sheet, in their order. */
export function exportColumns(sheet: ExportSheet, language: Language): readonly ExportColumn[] {
  const headings: Readonly<Record<string, string>> = EXPORT_WORDS[language].heading[sheet]
  return Object.entries(WIDTHS[sheet]).map(([column, width]) => ({
    heading: headings[column] ?? column,
    width,
  }))
}

export function issueCells(issue: Issue, of: ExportOf): Cell[] {
  const { id, title, state, severity, owner, workstream, where, steps, happened, workaround, details } = issue
  return [
    id,
    title,
    issueStatus(state, of),
    severity && EXPORT_WORDS[of.language].severity[severity],
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
    EXPORT_WORDS[of.language].itemStatus[state.status],
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

export function recapCells({ recap }: PostedRecap, { language }: Pick<ExportOf, 'language'>): Cell[] {
  const { week, from, to, overall, headline, note, goLive, issues, answers } = recap
  return [
    week,
    { day: from },
    { day: to },
    EXPORT_WORDS[language].colour[colourOf(overall)],
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

function issueStatus(state: IssueState, { language }: ExportOf): string {
  const { issueStatus: name, duplicateOf } = EXPORT_WORDS[language]
  return state.status === 'duplicate' ? duplicateOf(state.of) : name[state.status]
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
