import type { Change, FieldValue } from './history'
import { isIssueId, type IssueId } from './ids'
import { isOpenIssue, isOpenStatus, type Issue, type Severity } from './issue'
import type { Instant } from './time'

/*
 * What history tells of the issues' past, for charts over time. The rule:
 *
 * - An issue counts from the moment of its first line of history, as open, in the severity that it had then; one that
 *   has no such line counts as if it had always been there.
 * - On each day it counts in the severity that it had at the end of that day. History says what a change made of what;
 *   what it does not say was as it is now.
 * - Closed, deferred and duplicate are not open. Coming back from there opens it anew, so that on every day what was
 *   opened less what was closed is the change of what is open.
 */

/** Where an issue stands as far as charts count it. */
export type IssueStanding = { readonly open: boolean; readonly severity: Severity | null }

/** A change of one issue that a chart counts. `was` null: it is its first line. */
export type IssueStep = {
  readonly issue: IssueId
  readonly at: Instant
  readonly was: IssueStanding | null
  readonly is: IssueStanding
}

/** What a project's issues went through, and where each that is known stands when all of it is done. */
export type IssuePast = {
  readonly steps: readonly IssueStep[]
  readonly standing: ReadonlyMap<IssueId, IssueStanding>
}

export function standingOf(issue: Issue): IssueStanding {
  return { open: isOpenIssue(issue), severity: issue.severity }
}

/** Issues whose severity neither these changes nor the open records tell: their own records have to be looked up. */
export function untoldIssues(
  changes: readonly Change[],
  open: ReadonlyMap<IssueId, IssueStanding>,
): readonly IssueId[] {
  return [...byIssue(changes)]
    .filter(([id, lines]) => !open.has(id) && lines.some(touchesState) && !lines.some(tellsSeverity))
    .map(([id]) => id)
}

/**
 * Walks each issue back from where it stands through its changes, newest first. `known` has the open ones, and those
 * that `untoldIssues` named; a change that was made after they were read counts all the same.
 */
export function issuePast(changes: readonly Change[], known: ReadonlyMap<IssueId, IssueStanding>): IssuePast {
  const standing = new Map(known)
  const steps: IssueStep[] = []
  for (const [issue, lines] of byIssue(changes)) {
    const latest = lines.reduce<IssueStanding>(after, known.get(issue) ?? CLOSED)
    standing.set(issue, latest)
    let is = latest
    for (const change of lines.toReversed()) {
      const was = change.version === 1 ? null : before(is, change)
      if (was === null || !isSame(was, is)) steps.push({ issue, at: change.at, was, is })
      if (was === null) break
      is = was
    }
  }
  return { steps, standing }
}

/** What one change made of its issue as far as charts count it; null when nothing. `issue`: as it is after the change. */
export function stepOf(id: IssueId, change: Change, issue: Issue): IssueStep | null {
  const is = standingOf(issue)
  const was = change.version === 1 ? null : before(is, change)
  return was !== null && isSame(was, is) ? null : { issue: id, at: change.at, was, is }
}

/** One that is neither open nor looked up: its changes say all that is counted of it. */
const CLOSED: IssueStanding = { open: false, severity: null }

/** In the order of their versions, whatever the clocks of those who wrote them said. */
function byIssue(changes: readonly Change[]): Map<IssueId, readonly Change[]> {
  const lines = new Map<IssueId, Change[]>()
  for (const change of changes) {
    if (!isIssueId(change.record)) continue
    const there = lines.get(change.record)
    if (there) there.push(change)
    else lines.set(change.record, [change])
  }
  for (const ofOne of lines.values()) ofOne.sort((a, b) => a.version - b.version)
  return lines
}

function after(standing: IssueStanding, change: Change): IssueStanding {
  return laid(standing, change, 'to')
}

function before(standing: IssueStanding, change: Change): IssueStanding {
  return laid(standing, change, 'from')
}

function laid(standing: IssueStanding, { version, fields }: Change, side: 'from' | 'to'): IssueStanding {
  const state = fields.find(({ field }) => field === 'state')
  const severity = fields.find(({ field }) => field === 'severity')
  const isNew = version === 1 && side === 'to'
  return {
    open: isNew || (state ? isOpenStatus(statusIn(state[side])) : standing.open),
    severity: severity ? severityIn(severity[side]) : standing.severity,
  }
}

function touchesState({ version, fields }: Change): boolean {
  return version === 1 || fields.some(({ field }) => field === 'state')
}

function tellsSeverity({ fields }: Change): boolean {
  return fields.some(({ field }) => field === 'severity')
}

function statusIn(state: FieldValue): FieldValue {
  return state !== null && typeof state === 'object' && 'status' in state ? state['status'] : null
}

function severityIn(value: FieldValue): Severity | null {
  return value === 'showStopper' || value === 'workaround' || value === 'cosmetic' ? value : null
}

function isSame(a: IssueStanding, b: IssueStanding): boolean {
  return a.open === b.open && a.severity === b.severity
}
