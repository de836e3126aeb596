import type { Authority, ChangeContext } from './actionItem'
import type { ConversationLink } from './conversation'
import { isSameValue } from './history'
import { numberOf, type IssueId, type WorkstreamId } from './ids'
import { movesFrom } from './issueMoves'
import { isSamePerson, type Person } from './person'
import { cleanLine, cleanText, TITLE_MAX } from './text'
import { epochMs, type Instant } from './time'

export type Severity = 'showStopper' | 'workaround' | 'cosmetic'

export type IssueState =
  | { readonly status: 'new' }
  | { readonly status: 'triaged' }
  | { readonly status: 'inProgress' }
  | { readonly status: 'readyForRetest' }
  | { readonly status: 'reopened'; readonly why: string }
  | { readonly status: 'closed'; readonly validatedBy: Person; readonly at: Instant }
  | {
      readonly status: 'deferred'
      readonly acceptedBy: Person
      readonly at: Instant
      /** The special circumstances under which this is accepted. */
      readonly why: string
    }
  | { readonly status: 'duplicate'; readonly of: IssueId; readonly at: Instant }

export type IssueStatus = IssueState['status']

/** Something wrong, found by QA, UAT or users. */
export type Issue = {
  readonly id: IssueId
  /** What is wrong, in one line. */
  readonly title: string
  /** The rest of what was said, as it was said; empty when the title is all. */
  readonly details: string
  /** Where in the system. */
  readonly where: string
  /** How to reproduce it. */
  readonly steps: string
  /** When it happened, in the reporter's words. */
  readonly happened: string
  readonly severity: Severity | null
  /** How work goes on meanwhile; written down for severity `workaround`. */
  readonly workaround: string
  /** Who fixes it. */
  readonly owner: Person | null
  readonly workstream: WorkstreamId | null
  readonly reporter: Person
  readonly state: IssueState
  /** How often it came back. */
  readonly timesReopened: number
  readonly conversation: ConversationLink | null
  readonly createdAt: Instant
  readonly changedBy: Person
  readonly changedAt: Instant
  /** 1 when created, one more with each change. */
  readonly version: number
}

/** What can be done to an issue. Texts come as typed and may be empty: `decideIssue` says what is missing. */
export type IssueChange =
  /** `severity` null: asked for without one. `owner` null: who owns it stays. */
  | { readonly kind: 'triage'; readonly severity: Severity | null; readonly owner: Person | null }
  | { readonly kind: 'fix' }
  | { readonly kind: 'retest' }
  | { readonly kind: 'close' }
  | { readonly kind: 'defer'; readonly why: string }
  | { readonly kind: 'reopen'; readonly why: string }
  | { readonly kind: 'duplicate'; readonly of: IssueId }
  | {
      readonly kind: 'edit'
      readonly title?: string
      readonly details?: string
      readonly where?: string
      readonly steps?: string
      readonly happened?: string
      readonly workaround?: string
      readonly severity?: Severity | null
      readonly owner?: Person | null
      readonly workstream?: WorkstreamId | null
    }

/** A change that takes an issue through its states. */
export type IssueMove = Exclude<IssueChange['kind'], 'edit'>

type IssueRefusal =
  /** The states don't allow this move now; these they do, the likeliest first. */
  | { readonly because: 'notAllowed'; readonly allowed: readonly IssueMove[] }
  | { readonly because: 'duplicateOfItself' | 'noTitle' | 'titleTooLong' | 'textTooLong' }

export type IssueDecision =
  | { readonly kind: 'changed'; readonly issue: Issue }
  | { readonly kind: 'unchanged'; readonly issue: Issue }
  | { readonly kind: 'missing'; readonly what: readonly ('severity' | 'why')[] }
  | ({ readonly kind: 'refused' } & IssueRefusal)

/** What the issue's card still asks for. */
export type IssueGap = 'where' | 'steps' | 'severity' | 'workaround'

/** What can be done next from this state, the likeliest first. */
export function allowedMoves(state: IssueState): readonly IssueMove[] {
  return movesFrom(state.status)
}

/** Neither closed, deferred nor a duplicate. */
export function isOpenIssue(issue: Issue): boolean {
  return isOpenStatus(issue.state.status)
}

/** The same of a state alone, as a line of history names it. */
export function isOpenStatus(status: unknown): boolean {
  return status !== 'closed' && status !== 'deferred' && status !== 'duplicate'
}

/**
 * Any member may move an issue through its states, because testers triage and retest together. Its words and its
 * people are changed by who reported it, who fixes it, the lead and the team's owners.
 */
export function canChangeIssue(
  issue: Issue,
  actor: Authority,
  change: Pick<IssueChange, 'kind'> = { kind: 'edit' },
): boolean {
  if (change.kind !== 'edit') return true
  const isTheirs = isSamePerson(issue.owner, actor.person) || isSamePerson(issue.reporter, actor.person)
  return isTheirs || actor.isLead || actor.ownsTeam
}

/** What to ask for so that somebody can reproduce and rank it; nothing once it is closed. */
export function whatIsMissing(issue: Issue): IssueGap[] {
  if (!isOpenIssue(issue)) return []
  const gaps: IssueGap[] = []
  if (issue.where === '') gaps.push('where')
  if (issue.steps === '') gaps.push('steps')
  if (issue.severity === null) gaps.push('severity')
  if (issue.severity === 'workaround' && issue.workaround === '') gaps.push('workaround')
  return gaps
}

/** Hours after which a report that nobody rated is looked at right after the show-stoppers. */
const UNRATED_PATIENCE_HOURS = 24

/**
 * Order of lists: show-stoppers, workarounds, cosmetic ones, the oldest first in each; closed ones last. What nobody
 * has rated stands after the workarounds for a day, then right after the show-stoppers.
 */
export function byUrgency(now: Instant): (a: Issue, b: Issue) => number {
  return (a, b) =>
    urgency(a, now) - urgency(b, now) ||
    epochMs(a.createdAt) - epochMs(b.createdAt) ||
    numberOf(a.id) - numberOf(b.id)
}

function urgency(issue: Issue, now: Instant): number {
  if (!isOpenIssue(issue)) return 5
  switch (issue.severity) {
    case 'showStopper':
      return 0
    case 'workaround':
      return 2
    case 'cosmetic':
      return 4
    case null: {
      const hours = (epochMs(now) - epochMs(issue.createdAt)) / 3_600_000
      return hours > UNRATED_PATIENCE_HOURS ? 1 : 3
    }
  }
}

/** Applies a change, or says why not and what would be allowed. A change makes the next version. */
export function decideIssue(issue: Issue, change: IssueChange, ctx: ChangeContext): IssueDecision {
  if (change.kind === 'edit') return decideEdit(issue, change, ctx)
  if (isThereAlready(issue, change)) return { kind: 'unchanged', issue }
  if (change.kind === 'duplicate' && change.of === issue.id) {
    return { kind: 'refused', because: 'duplicateOfItself' }
  }
  const allowed = allowedMoves(issue.state)
  if (!allowed.includes(change.kind)) return { kind: 'refused', because: 'notAllowed', allowed }
  return decideMove(issue, change, ctx)
}

function decideMove(
  issue: Issue,
  change: Extract<IssueChange, { kind: IssueMove }>,
  ctx: ChangeContext,
): IssueDecision {
  const { by, at } = ctx
  switch (change.kind) {
    case 'triage':
      return decideTriage(issue, change, ctx)
    case 'fix':
      return settled(issue, { state: { status: 'inProgress' }, owner: issue.owner ?? by }, ctx)
    case 'retest':
      return settled(issue, { state: { status: 'readyForRetest' } }, ctx)
    case 'close':
      return settled(issue, { state: { status: 'closed', validatedBy: by, at } }, ctx)
    case 'duplicate':
      return settled(issue, { state: { status: 'duplicate', of: change.of, at } }, ctx)
    case 'defer':
      return withWhy(change.why, (why) =>
        settled(issue, { state: { status: 'deferred', acceptedBy: by, at, why } }, ctx),
      )
    case 'reopen':
      return withWhy(change.why, (why) =>
        settled(issue, { state: { status: 'reopened', why }, timesReopened: issue.timesReopened + 1 }, ctx),
      )
  }
}

/** Ranks it: a new or reopened one becomes triaged, one that is being worked on keeps its state. */
function decideTriage(
  issue: Issue,
  change: Extract<IssueChange, { kind: 'triage' }>,
  ctx: ChangeContext,
): IssueDecision {
  const severity = change.severity ?? issue.severity
  if (severity === null) return { kind: 'missing', what: ['severity'] }
  const isWaiting = issue.state.status === 'new' || issue.state.status === 'reopened'
  const state: IssueState = isWaiting ? { status: 'triaged' } : issue.state
  return settled(issue, { state, severity, owner: change.owner ?? issue.owner }, ctx)
}

/** The same move asked for twice, e.g. by a double tap, is no mistake. */
function isThereAlready(issue: Issue, change: Extract<IssueChange, { kind: IssueMove }>): boolean {
  const { state } = issue
  switch (change.kind) {
    case 'triage':
      return false
    case 'fix':
      return state.status === 'inProgress'
    case 'retest':
      return state.status === 'readyForRetest'
    case 'close':
      return state.status === 'closed'
    case 'defer':
      return state.status === 'deferred' && isSameText(state.why, change.why)
    case 'reopen':
      return state.status === 'reopened' && isSameText(state.why, change.why)
    case 'duplicate':
      return state.status === 'duplicate' && state.of === change.of
  }
}

function isSameText(kept: string, typed: string): boolean {
  const clean = cleanText(typed)
  return clean.kind === 'ok' && clean.text === kept
}

function withWhy(typed: string, decide: (why: string) => IssueDecision): IssueDecision {
  const why = cleanText(typed)
  if (why.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
  return why.text === '' ? { kind: 'missing', what: ['why'] } : decide(why.text)
}

const TEXTS = ['details', 'where', 'steps', 'happened', 'workaround'] as const

/** Texts of a closed issue may still be put right. */
function decideEdit(
  issue: Issue,
  change: Extract<IssueChange, { kind: 'edit' }>,
  ctx: ChangeContext,
): IssueDecision {
  const title = cleanLine(change.title ?? issue.title, TITLE_MAX)
  if (title.kind === 'tooLong') return { kind: 'refused', because: 'titleTooLong' }
  if (title.text === '') return { kind: 'refused', because: 'noTitle' }
  const texts: Partial<Record<(typeof TEXTS)[number], string>> = {}
  for (const field of TEXTS) {
    const text = cleanText(change[field] ?? issue[field])
    if (text.kind === 'tooLong') return { kind: 'refused', because: 'textTooLong' }
    texts[field] = text.text
  }
  const { severity = issue.severity, owner = issue.owner, workstream = issue.workstream } = change
  return settled(issue, { ...texts, title: title.text, severity, owner, workstream }, ctx)
}

function settled(issue: Issue, fields: Partial<Issue>, ctx: ChangeContext): IssueDecision {
  const next: Issue = { ...issue, ...fields }
  if (isSameValue(issue, next)) return { kind: 'unchanged', issue }
  return {
    kind: 'changed',
    issue: { ...next, version: issue.version + 1, changedBy: ctx.by, changedAt: ctx.at },
  }
}
