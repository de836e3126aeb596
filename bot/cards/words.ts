import type { ActionItem, ItemState, ItemStatus } from '../domain/actionItem'
import { daysLate } from '../domain/actionItem'
import { dueOn } from '../domain/dueDate'
import type { IssueMove, IssueStatus, Severity } from '../domain/issue'
import type { Evidence, Rag } from '../domain/rag'
import type { PlainDate } from '../domain/time'
import { dateWords, nearDate, type Calendar } from './dates'
import type { Fact, Mark } from './parts'
import { capital, counted } from './text'

/** The words and signs by which the cards name states, severities and colours: one place, so that they never differ. */

const ITEM_STATUS: Readonly<Record<ItemStatus, string>> = {
  open: 'open',
  inProgress: 'in progress',
  blocked: 'blocked',
  done: 'done',
  cancelled: 'cancelled',
}

export function itemStatus(state: Pick<ItemState, 'status'>): string {
  return ITEM_STATUS[state.status]
}

export const ISSUE_STATUS: Readonly<Record<IssueStatus, string>> = {
  new: 'new',
  triaged: 'triaged',
  inProgress: 'in progress',
  readyForRetest: 'ready for retest',
  reopened: 'reopened',
  closed: 'closed',
  deferred: 'deferred',
  duplicate: 'duplicate',
}

/** What a move is called on a button. */
export const MOVE_BUTTON: Readonly<Record<IssueMove, string>> = {
  triage: 'Triage',
  fix: 'Start fixing',
  retest: 'Ready for retest',
  close: 'Close',
  defer: 'Defer',
  reopen: 'Reopen',
  duplicate: 'Duplicate',
}

export const SEVERITIES = ['showStopper', 'workaround', 'cosmetic'] as const satisfies readonly Severity[]

const SEVERITY: Readonly<Record<Severity, string>> = {
  showStopper: 'Show-stopper',
  workaround: 'Workaround',
  cosmetic: 'Cosmetic',
}

export function severityWord(severity: Severity | null): string {
  return severity === null ? 'Not rated' : SEVERITY[severity]
}

/** What each severity means, so that not every defect is called high. */
export const SEVERITY_MEANING: Readonly<Record<Severity, string>> = {
  showStopper: 'no way to work',
  workaround: 'work goes on another way',
  cosmetic: 'looks wrong, works',
}

export function severityMark(severity: Severity | null): Mark {
  switch (severity) {
    case 'showStopper':
      return { sign: '■', colour: 'attention' }
    case 'workaround':
      return { sign: '▲', colour: 'warning' }
    case 'cosmetic':
      return { sign: '●', colour: 'default' }
    case null:
      return { sign: '○', colour: 'default' }
  }
}

const RAG: Readonly<Record<Rag, string>> = { red: 'Red', amber: 'Amber', green: 'Green' }

export function ragWord(rag: Rag): string {
  return RAG[rag]
}

export function ragMark(rag: Rag): Mark {
  switch (rag) {
    case 'red':
      return { sign: '■', colour: 'attention' }
    case 'amber':
      return { sign: '▲', colour: 'warning' }
    case 'green':
      return { sign: '●', colour: 'good' }
  }
}

/** The evidence for a colour in a few words each. */
export function evidenceWords(evidence: readonly Evidence[]): string {
  return capital(evidence.map(evidenceWord).join(', '))
}

function evidenceWord(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'showStopper':
      return `show-stopper ${evidence.issue} open${evidence.days > 0 ? ` for ${counted(evidence.days, 'day')}` : ''}`
    case 'itemBlocked':
      return `${evidence.item} blocked${evidence.days > 0 ? ` for ${counted(evidence.days, 'day')}` : ''}`
    case 'itemsLate':
      return `${evidence.late} of ${counted(evidence.open, 'item')} late, at most ${counted(evidence.worstDays, 'day')}`
    case 'itemsSlipped':
      return `${evidence.slipped} of ${counted(evidence.open, 'item')} moved later this week`
    case 'itemMovedOften':
      return `${evidence.item} moved ${counted(evidence.times, 'time')}`
    case 'goLiveMoved':
      return `go-live ${counted(evidence.days, 'day')} later than first planned`
    case 'workstreams':
      return workstreamsWord(evidence)
    case 'allOnTrack':
      return evidence.open === 1 ? 'the one open item is on track' : `all ${evidence.open} items on track`
    case 'nothingOpen':
      return 'nothing open'
  }
}

function workstreamsWord({ red, amber, of }: Extract<Evidence, { kind: 'workstreams' }>): string {
  const parts = [red > 0 && `${red} red`, amber > 0 && `${amber} amber`].filter((part) => part !== false)
  return parts.length === 0
    ? `${counted(of, 'workstream')} green`
    : `${parts.join(' and ')} of ${counted(of, 'workstream')}`
}

/** "3 days late" in red, or when it is due; `near` says "Tomorrow", on cards that are read at once. */
export function dueFact(item: ActionItem, calendar: Calendar, near = false): Fact {
  const late = daysLate(item, calendar.today)
  if (late > 0) return { text: lateWords(late), alarming: true }
  if (!item.due) return { text: 'No date' }
  const due = dueOn(item.due)
  return { text: near ? capital(nearDate(due, calendar)) : dateWords(due, calendar) }
}

export function lateWords(days: number): string {
  return `${counted(days, 'day')} late`
}

/** "on plan", "4 days later", "2 days earlier". */
export function driftWords(days: number): string {
  if (days === 0) return 'on plan'
  return days > 0 ? `${counted(days, 'day')} later` : `${counted(-days, 'day')} earlier`
}

/** "once", "twice", "3 times". */
export function timesWords(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
}

/** The date an item stands at, or "no date". */
export function dueWords(item: ActionItem, calendar: Calendar): string {
  return item.due ? dateWords(dueOn(item.due), calendar) : 'no date'
}

/** The project's date as a calendar for this reader. */
export function calendarOf(today: PlainDate, { locale }: { readonly locale: string }): Calendar {
  return { locale, today }
}
