import { daysLate, isOpen, isOverdue, type ActionItem } from './actionItem'
import { driftDays, dueOn, type DueDate } from './dueDate'
import type { IssueId, ItemId } from './ids'
import { isOpenIssue, type Issue } from './issue'
import type { Person } from './person'
import { cleanText } from './text'
import {
  addDays,
  dateIn,
  daysBetween,
  instantAt,
  type Instant,
  type PlainDate,
  type WallTime,
  type ZoneId,
} from './time'

/** Red is a request for help, amber a warning, green on plan. */
export type Rag = 'red' | 'amber' | 'green'

/** One reason for a colour, counted from the records. */
export type Evidence =
  | { readonly kind: 'showStopper'; readonly issue: IssueId; readonly days: number }
  | { readonly kind: 'itemBlocked'; readonly item: ItemId; readonly days: number }
  | { readonly kind: 'itemsLate'; readonly late: number; readonly open: number; readonly worstDays: number }
  /** Open items that stand later than they did a week ago, though in time for the new date. */
  | { readonly kind: 'itemsSlipped'; readonly slipped: number; readonly open: number }
  | { readonly kind: 'itemMovedOften'; readonly item: ItemId; readonly times: number }
  | { readonly kind: 'goLiveMoved'; readonly days: number }
  | { readonly kind: 'workstreams'; readonly red: number; readonly amber: number; readonly of: number }
  | { readonly kind: 'allOnTrack'; readonly open: number }
  | { readonly kind: 'nothingOpen' }

export type RagOverride = { readonly colour: Rag; readonly by: Person; readonly why: string | null }

/** What the rule says, what it rests on, and whether a person set another colour. */
export type RagVerdict = {
  readonly rule: Rag
  readonly evidence: readonly Evidence[]
  readonly override: RagOverride | null
}

export function colourOf(verdict: RagVerdict): Rag {
  return verdict.override?.colour ?? verdict.rule
}

/**
 * The thresholds of the colours. Days are whole days on the wall of the project's zone; "over" means more than.
 * The README's table says the same in words.
 */
export const RAG_LIMITS = {
  /** Workstream red: a show-stopper open for over this many days. Younger ones: amber. */
  showStopperRedDays: 2,
  /** Workstream red: an item blocked for over this many days. Shorter: amber. */
  blockedRedDays: 5,
  /** Workstream red: an item late by over this many days. Less: amber. */
  lateRedDays: 10,
  /** Workstream red: this share of late items among late and untroubled ones, and at least so many late ones. */
  lateRedShare: 0.3,
  lateRedCount: 2,
  /** An open item moved this often: amber, red. */
  movedAmberTimes: 2,
  movedRedTimes: 3,
  /** An open item that was moved later within the last so many days: amber. A new date alone is not on track. */
  slippedDays: 7,
  /** Project red: this share of its workstreams is red. */
  workstreamsRedShare: 0.5,
  /** Project red: a show-stopper open for over this many days, whatever its workstream's colour. */
  showStopperProjectRedDays: 7,
  /** Project red: go-live moved later by over this many days within the last `goLiveFreshDays`. Any drift: amber. */
  goLiveRedDays: 7,
  goLiveFreshDays: 14,
  /** So many reasons are kept with a colour, the worst ones; the recap's sections list all records. */
  evidenceKept: 12,
} as const

/** The day on the wall of the project's zone. */
export type RagContext = { readonly today: PlainDate; readonly zone: ZoneId }

/** A reason and the colour that it alone would give. */
type Finding = { readonly colour: Rag; readonly evidence: Evidence }

/** The colour of one workstream, from its items and issues; those that are closed don't count. */
export function workstreamVerdict(
  items: readonly ActionItem[],
  issues: readonly Issue[],
  ctx: RagContext,
  override: RagOverride | null = null,
): RagVerdict {
  return verdictOf(findingsOf(items, issues, ctx), items, issues, override)
}

export type WholeProject = {
  /** As shown: a lead's judgement of a workstream carries into the project's colour. */
  readonly workstreams: readonly RagVerdict[]
  /** All of the project's. */
  readonly items: readonly ActionItem[]
  readonly issues: readonly Issue[]
  /** Those of them that belong to no workstream. */
  readonly unassigned: { readonly items: readonly ActionItem[]; readonly issues: readonly Issue[] }
  readonly goLive: DueDate | null
}

/** The project's colour: from its workstreams, what belongs to none, its go-live and old show-stoppers. */
export function overallVerdict(
  project: WholeProject,
  ctx: RagContext,
  override: RagOverride | null = null,
): RagVerdict {
  const unassigned = findingsOf(project.unassigned.items, project.unassigned.issues, ctx)
  const oldOnes = oldShowStoppers(project.issues, ctx)
  const findings = [
    ...goLiveFindings(project.goLive, ctx),
    ...workstreamFindings(project.workstreams, worstOf(unassigned) === 'red'),
    ...oldOnes,
    ...unassignedFindings(unassigned, project.workstreams.length).filter(
      (finding) => !oldOnes.some((old) => isSameShowStopper(old.evidence, finding.evidence)),
    ),
  ]
  return verdictOf(findings, project.items, project.issues, override)
}

/** A colour greener than the rule's needs a reason; one equal to it takes an override off. */
export type OverrideDecision =
  | { readonly kind: 'none' }
  | { readonly kind: 'override'; readonly colour: Rag; readonly why: string | null }
  | { readonly kind: 'missing'; readonly what: readonly ['why'] }
  | { readonly kind: 'tooLong'; readonly length: number; readonly max: number }

/** What a lead's wish for another colour comes to. */
export function decideOverride(rule: Rag, wanted: Rag, why: string): OverrideDecision {
  if (wanted === rule) return { kind: 'none' }
  const reason = cleanText(why)
  if (reason.kind === 'tooLong') return reason
  if (isGreener(wanted, rule) && reason.text === '') return { kind: 'missing', what: ['why'] }
  return { kind: 'override', colour: wanted, why: reason.text === '' ? null : reason.text }
}

/** Red 0, amber 1, green 2: the worst sorts first. */
export function ragRank(colour: Rag): number {
  return { red: 0, amber: 1, green: 2 }[colour]
}

function isGreener(a: Rag, b: Rag): boolean {
  return ragRank(a) > ragRank(b)
}

function worstOf(findings: readonly Finding[]): Rag {
  return findings.reduce<Rag>((worst, { colour }) => (isGreener(worst, colour) ? colour : worst), 'green')
}

function verdictOf(
  findings: readonly Finding[],
  items: readonly ActionItem[],
  issues: readonly Issue[],
  override: RagOverride | null,
): RagVerdict {
  const rule = worstOf(findings)
  const worstFirst = findings
    .toSorted((a, b) => ragRank(a.colour) - ragRank(b.colour) || compareEvidence(a.evidence, b.evidence))
    .slice(0, RAG_LIMITS.evidenceKept)
    .map(({ evidence }) => evidence)
  const evidence = worstFirst.length > 0 ? worstFirst : [calm(items, issues)]
  return { rule, evidence, override: standing(override, rule) }
}

function calm(items: readonly ActionItem[], issues: readonly Issue[]): Evidence {
  const open = items.filter(isOpen).length
  return open === 0 && !issues.some(isOpenIssue) ? { kind: 'nothingOpen' } : { kind: 'allOnTrack', open }
}

/**
 * An override stands while it differs from the rule. Set without a reason when the rule was greener, it falls once
 * the rule has become worse: it would hide trouble without a word.
 */
function standing(override: RagOverride | null, rule: Rag): RagOverride | null {
  if (override === null || override.colour === rule) return null
  return isGreener(override.colour, rule) && !override.why ? null : override
}

function findingsOf(
  items: readonly ActionItem[],
  issues: readonly Issue[],
  ctx: RagContext,
): readonly Finding[] {
  const open = items.filter(isOpen)
  return [
    ...showStoppers(issues, ctx, RAG_LIMITS.showStopperRedDays),
    ...open.flatMap((item) => blockedFinding(item, ctx) ?? []),
    ...lateFindings(open, ctx),
    ...slippedFindings(open, ctx),
    ...open.flatMap((item) => movedFinding(item) ?? []),
  ]
}

function showStoppers(issues: readonly Issue[], { today, zone }: RagContext, redDays: number): Finding[] {
  return issues
    .filter((issue) => issue.severity === 'showStopper' && isOpenIssue(issue))
    .map((issue) => {
      const days = daysBetween(dateIn(issue.createdAt, zone), today)
      const colour = days > redDays ? 'red' : 'amber'
      return { colour, evidence: { kind: 'showStopper', issue: issue.id, days } }
    })
}

function oldShowStoppers(issues: readonly Issue[], ctx: RagContext): Finding[] {
  return showStoppers(issues, ctx, RAG_LIMITS.showStopperProjectRedDays).filter(
    ({ colour }) => colour === 'red',
  )
}

function isSameShowStopper(a: Evidence, b: Evidence): boolean {
  return a.kind === 'showStopper' && b.kind === 'showStopper' && a.issue === b.issue
}

function blockedFinding(item: ActionItem, { today, zone }: RagContext): Finding | null {
  if (item.state.status !== 'blocked') return null
  const days = daysBetween(dateIn(item.state.since, zone), today)
  const colour = days > RAG_LIMITS.blockedRedDays ? 'red' : 'amber'
  return { colour, evidence: { kind: 'itemBlocked', item: item.id, days } }
}

/**
 * Late items are weighed against those in no trouble at all. An item that is blocked or was moved but is not late
 * counts on neither side: else a new trouble would thin out the old ones and turn red into amber.
 */
function lateFindings(open: readonly ActionItem[], ctx: RagContext): Finding[] {
  const { today } = ctx
  const since = startOfLast(RAG_LIMITS.slippedDays, ctx)
  const days = open.map((item) => daysLate(item, today)).filter((late) => late > 0)
  if (days.length === 0) return []
  const calmOnes = open.filter((item) => !isOverdue(item, today) && !isBlockedOrMoved(item, since)).length
  const worstDays = Math.max(...days)
  const isMany =
    days.length >= RAG_LIMITS.lateRedCount &&
    days.length / (days.length + calmOnes) >= RAG_LIMITS.lateRedShare
  const colour = isMany || worstDays > RAG_LIMITS.lateRedDays ? 'red' : 'amber'
  return [{ colour, evidence: { kind: 'itemsLate', late: days.length, open: open.length, worstDays } }]
}

function isBlockedOrMoved(item: ActionItem, since: Instant): boolean {
  return (
    item.state.status === 'blocked' ||
    timesMoved(item) >= RAG_LIMITS.movedAmberTimes ||
    slipDays(item.due, since) > 0
  )
}

function slippedFindings(open: readonly ActionItem[], ctx: RagContext): Finding[] {
  const since = startOfLast(RAG_LIMITS.slippedDays, ctx)
  const slipped = open.filter((item) => slipDays(item.due, since) > 0).length
  return slipped === 0
    ? []
    : [{ colour: 'amber', evidence: { kind: 'itemsSlipped', slipped, open: open.length } }]
}

/** Days by which a date stands later than it did at that moment; negative when earlier. */
function slipDays(due: DueDate | null, since: Instant): number {
  const firstMove = due?.moves.find((move) => move.at >= since)
  return due && firstMove ? daysBetween(firstMove.from, dueOn(due)) : 0
}

/** The first moment of the last so many days, today included, on the wall of the project's zone. */
function startOfLast(days: number, { today, zone }: RagContext): Instant {
  return instantAt(addDays(today, 1 - days), '00:00' as WallTime, zone)
}

function movedFinding(item: ActionItem): Finding | null {
  const times = timesMoved(item)
  if (times < RAG_LIMITS.movedAmberTimes) return null
  const colour = times >= RAG_LIMITS.movedRedTimes ? 'red' : 'amber'
  return { colour, evidence: { kind: 'itemMovedOften', item: item.id, times } }
}

function timesMoved(item: ActionItem): number {
  return item.due?.moves.length ?? 0
}

/** What belongs to no workstream weighs as one more, without diluting the share of those that are red. */
function workstreamFindings(workstreams: readonly RagVerdict[], unassignedIsRed: boolean): Finding[] {
  const colours = workstreams.map(colourOf)
  const red = colours.filter((colour) => colour === 'red').length
  const amber = colours.filter((colour) => colour === 'amber').length
  if (red + amber === 0) return []
  const share = (red + (unassignedIsRed ? 1 : 0)) / colours.length
  const isRed = red > 0 && share >= RAG_LIMITS.workstreamsRedShare
  return [
    {
      colour: isRed ? 'red' : 'amber',
      evidence: { kind: 'workstreams', red, amber, of: colours.length },
    },
  ]
}

/** Red as it is where there are few workstreams beside it; else a warning only. */
function unassignedFindings(findings: readonly Finding[], workstreams: number): Finding[] {
  const isRed = 1 >= workstreams * RAG_LIMITS.workstreamsRedShare
  return findings.map((finding) =>
    finding.colour === 'red' && !isRed ? { ...finding, colour: 'amber' } : finding,
  )
}

function goLiveFindings(goLive: DueDate | null, ctx: RagContext): Finding[] {
  if (goLive === null) return []
  const days = driftDays(goLive)
  const isFresh = slipDays(goLive, startOfLast(RAG_LIMITS.goLiveFreshDays, ctx)) > RAG_LIMITS.goLiveRedDays
  if (!isFresh && days <= 0) return []
  return [{ colour: isFresh ? 'red' : 'amber', evidence: { kind: 'goLiveMoved', days } }]
}

const EVIDENCE_ORDER: readonly Evidence['kind'][] = [
  'goLiveMoved',
  'workstreams',
  'showStopper',
  'itemBlocked',
  'itemsLate',
  'itemMovedOften',
  'itemsSlipped',
  'allOnTrack',
  'nothingOpen',
]

function compareEvidence(a: Evidence, b: Evidence): number {
  const byKind = EVIDENCE_ORDER.indexOf(a.kind) - EVIDENCE_ORDER.indexOf(b.kind)
  return byKind || weightOf(b) - weightOf(a)
}

function weightOf(evidence: Evidence): number {
  switch (evidence.kind) {
    case 'showStopper':
    case 'itemBlocked':
    case 'goLiveMoved':
      return evidence.days
    case 'itemMovedOften':
      return evidence.times
    case 'itemsLate':
      return evidence.worstDays
    case 'workstreams':
      return evidence.red
    case 'itemsSlipped':
      return evidence.slipped
    case 'allOnTrack':
    case 'nothingOpen':
      return 0
  }
}
