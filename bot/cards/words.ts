import type { ActionItem, ItemState } from '../domain/actionItem'
import { daysLate } from '../domain/actionItem'
import { dueOn } from '../domain/dueDate'
import type { Severity } from '../domain/issue'
import type { Evidence, Rag } from '../domain/rag'
import type { PlainDate } from '../domain/time'
import type { StepTime } from '../domain/week'
import { dateWords, nearDate, type Calendar } from './dates'
import type { Fact, Mark } from './parts'
import { capital } from './text'
import { wordsOf, type Words } from './words/wordsOf'

/** The words and signs by which the cards name states, severities and colours: one place, so that they never differ. */

export function itemStatus(state: Pick<ItemState, 'status'>, w: Words): string {
  return w.states.item[state.status]
}

export const SEVERITIES = ['showStopper', 'workaround', 'cosmetic'] as const satisfies readonly Severity[]

export function severityWord(severity: Severity | null, w: Words): string {
  return severity === null ? w.states.notRated : w.states.severity[severity]
}

/** The same inside a sentence. */
export function severityInline(severity: Severity | null, w: Words): string {
  return severity === null ? w.states.notRatedInline : w.states.severityInline[severity]
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

export function ragWord(rag: Rag, w: Words): string {
  return w.states.rag[rag]
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
export function evidenceWords(evidence: readonly Evidence[], w: Words): string {
  return capital(evidence.map((one) => evidenceWord(one, w)).join(', '))
}

function evidenceWord(evidence: Evidence, w: Words): string {
  switch (evidence.kind) {
    case 'showStopper':
      return w.states.showStopperOpen(evidence.issue, evidence.days)
    case 'itemBlocked':
      return w.states.itemBlocked(evidence.item, evidence.days)
    case 'itemsLate':
      return w.states.itemsLate(evidence.late, evidence.open, evidence.worstDays)
    case 'itemsSlipped':
      return w.states.itemsSlipped(evidence.slipped, evidence.open)
    case 'itemMovedOften':
      return w.states.itemMoved(evidence.item, evidence.times)
    case 'goLiveMoved':
      return w.states.goLiveMoved(evidence.days)
    case 'workstreams': {
      const { red, amber, of } = evidence
      return red + amber === 0 ? w.states.workstreamsGreen(of) : w.states.workstreamsBad(red, amber, of)
    }
    case 'allOnTrack':
      return w.states.allOnTrack(evidence.open)
    case 'nothingOpen':
      return w.states.nothingOpen
  }
}

/** "3 days late" in red, or when it is due; `near` says "Tomorrow", on cards that are read at once. */
export function dueFact(item: ActionItem, calendar: Calendar, near = false): Fact {
  const w = wordsOf(calendar)
  const late = daysLate(item, calendar.today)
  if (late > 0) return { text: w.states.late(late), alarming: true }
  if (!item.due) return { text: w.states.noDate }
  const due = dueOn(item.due)
  return { text: near ? capital(nearDate(due, calendar)) : dateWords(due, calendar) }
}

/** The date an item stands at, or "no date". */
export function dueWords(item: ActionItem, calendar: Calendar): string {
  const w = wordsOf(calendar)
  return item.due ? dateWords(dueOn(item.due), calendar) : w.states.noDateInline
}

/** "Thu 10:00". */
export function stepTimeWords({ day, time }: StepTime, w: Words): string {
  return `${Object.values(w.dates.day)[day - 1] ?? ''} ${time}`
}

/** The project's date as a calendar for this reader. */
export function calendarOf(today: PlainDate, { locale }: { readonly locale: string }): Calendar {
  return { locale, today }
}
