import { isOverdue, type ActionItem } from './actionItem'
import { dueOn } from './dueDate'
import { numberOf } from './ids'
import type { Issue, Severity } from './issue'
import type { PlainDate } from './time'

/** Something that one person has to do in one of their projects; `today` on that project's wall. */
export type Owed =
  | { readonly record: 'item'; readonly item: ActionItem; readonly today: PlainDate }
  | { readonly record: 'issue'; readonly issue: Issue; readonly today: PlainDate }

/**
 * Order over projects: what is in trouble first (blocked, late, a show-stopper), the newest trouble on top; then items
 * by their date, and issues by how bad they are.
 */
export function byLatestTrouble(a: Owed, b: Owed): number {
  const [since, other] = [troubleSince(a), troubleSince(b)]
  if (since !== null || other !== null) return compareText(other ?? '', since ?? '') || compareRest(a, b)
  return compareRest(a, b)
}

/** The day its latest trouble began; null without any. UTC days will do, because they only order a list. */
function troubleSince(owed: Owed): string | null {
  if (owed.record === 'issue') {
    return owed.issue.severity === 'showStopper' ? owed.issue.createdAt.slice(0, 10) : null
  }
  const { item, today } = owed
  const blocked = item.state.status === 'blocked' ? item.state.since.slice(0, 10) : ''
  const late = item.due !== null && isOverdue(item, today) ? dueOn(item.due) : ''
  const latest = blocked > late ? blocked : late
  return latest === '' ? null : latest
}

const RANK: Readonly<Record<Severity | 'none', number>> = {
  showStopper: 0,
  workaround: 1,
  none: 2,
  cosmetic: 3,
}

function compareRest(a: Owed, b: Owed): number {
  return compareText(placeOf(a), placeOf(b)) || numberIn(a) - numberIn(b)
}

/** Items by their date, those without one after them, and issues last. */
function placeOf(owed: Owed): string {
  if (owed.record === 'issue') return `9 ${RANK[owed.issue.severity ?? 'none']}`
  return owed.item.due === null ? '8' : `1 ${dueOn(owed.item.due)}`
}

function numberIn(owed: Owed): number {
  return numberOf(owed.record === 'item' ? owed.item.id : owed.issue.id)
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
