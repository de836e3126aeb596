import { daysLate, isOpen, isOverdue, type ActionItem } from './actionItem'
import { awayLines, weekProgress } from './channelWeek'
import type { Ask } from './cycle'
import { raisedIn, type Raised } from './digest'
import { driftDays, dueOn } from './dueDate'
import { headlineOf } from './headline'
import type { Change, FieldValue } from './history'
import { isIssueId, type WorkstreamId } from './ids'
import { byUrgency, isOpenIssue, type Issue, type Severity } from './issue'
import { isSamePerson } from './person'
import type { Project } from './project'
import { colourOf, overallVerdict, ragRank, workstreamVerdict, type RagContext } from './rag'
import type {
  AnswerCount,
  BlockedLine,
  DoneLine,
  Draft,
  IssueCounts,
  LateLine,
  Recap,
  SlippedLine,
  WorkstreamLine,
} from './recap'
import type { SourceEntry } from './sourceEntry'
import { countFreshness } from './sourceFreshness'
import { dateIn, daysBetween, epochMs, fromEpochMs, instantAt, type Instant, type WallTime } from './time'
import { mondayOf, sundayOf, type WeekId } from './week'

/** All that a recap is made of, as loaded. */
export type RecapInput = {
  readonly project: Project
  readonly week: WeekId
  /** The open ones, and those closed since `recapSince`; others are passed over. */
  readonly items: readonly ActionItem[]
  /** The open ones at least; others are passed over. */
  readonly issues: readonly Issue[]
  /** Everything that changed since `recapSince`, in any order. */
  readonly changes: readonly Change[]
  /** This week's; earlier weeks' too where their comments should not be lost. */
  readonly asks: readonly Ask[]
  /** What stands on the page of how the project runs. */
  readonly entries: readonly SourceEntry[]
  /** The latest posted recap of an earlier week. */
  readonly last: Recap | null
  /** This week's draft, where the lead edited one. */
  readonly draft: Draft | null
  /** What the project remembers of its looks. */
  readonly raised: Raised | null
  readonly now: Instant
}

/**
 * From when on things are this recap's news: the last recap's moment, so that an answer given after it appears in the
 * next one; without one, the week's Monday 00:00 in the project's zone.
 */
export function recapSince(project: Project, week: WeekId, last: Recap | null): Instant {
  return last?.asOf ?? instantAt(mondayOf(week), '00:00' as WallTime, project.zone)
}

/**
 * How long before and after the last recap's moment, in ms, its own lines say what is news. Somebody who pressed a button
 * just then wrote at a time that says nothing of whether the recap had read the records already.
 */
const UNSURE_FOR = 120_000

/** From when on changes are read for the recap: a little before `recapSince`, where there is a last one. */
export function recapReadsFrom(project: Project, week: WeekId, last: Recap | null): Instant {
  const since = recapSince(project, week, last)
  return last ? fromEpochMs(epochMs(since) - UNSURE_FOR) : since
}

/** Whether what happened then is this recap's news; `wasTold`: its line stands in the last one, null without one. */
function isNews(at: Instant, since: Instant, wasTold: boolean | null): boolean {
  const isUnsure = wasTold !== null && Math.abs(epochMs(at) - epochMs(since)) <= UNSURE_FOR
  return isUnsure ? !wasTold : at > since
}

/** The recap as it would be now: worked out from the records, with the lead's edits laid over. */
export function draftRecap(input: RecapInput): Recap {
  const { project, week, last, now } = input
  const draft = input.draft?.week === week ? input.draft : null
  const ctx: RagContext = { today: dateIn(now, project.zone), zone: project.zone }
  const since = recapSince(project, week, last)
  const open = input.items.filter(isOpen)
  const issues = input.issues.filter(isOpenIssue)
  const workstreams = workstreamLines(project, open, issues, { ctx, draft, last })
  const isAssigned = (record: { readonly workstream: WorkstreamId | null }) =>
    workstreams.some((line) => line.id === record.workstream)
  const overall = overallVerdict(
    {
      workstreams: workstreams.map((line) => line.verdict),
      items: open,
      issues,
      unassigned: {
        items: open.filter((item) => !isAssigned(item)),
        issues: issues.filter((issue) => !isAssigned(issue)),
      },
      goLive: project.goLive,
    },
    ctx,
    draft?.overallOverride ?? null,
  )
  const late = lateLines(open, ctx)
  const blocked = blockedLines(open, ctx)
  const slipped = slippedLines(input.items, since, last)
  const counts = issueCounts(issues, input.changes, last, { ctx, since, now })
  const drift = project.goLive ? driftDays(project.goLive) : 0
  return {
    week,
    from: mondayOf(week),
    to: sundayOf(week),
    asOf: now,
    zone: project.zone,
    project: { name: project.name, customer: project.customer },
    overall,
    overallWas: last ? colourOf(last.overall) : null,
    language: project.language,
    headline:
      draft?.headline ??
      headlineOf({ overall, late, blocked, slipped, issues: counts, open: open.length }, project.language),
    note: draft?.note ?? '',
    goLive: project.goLive && { date: dueOn(project.goLive), first: project.goLive.first, driftDays: drift },
    workstreams: workstreams.toSorted((a, b) => ragRank(colourOf(a.verdict)) - ragRank(colourOf(b.verdict))),
    done: doneLines(input.items, since, last),
    slipped,
    late,
    blocked,
    issues: counts,
    answers: answerCount(
      project,
      input.asks.filter((ask) => ask.week === week),
    ),
    comments: comments(input.asks, week, since, last),
    source: countFreshness(input.entries, { now, zone: project.zone }),
    editedBy: draft?.editedBy ?? null,
    dueAt: null,
    raised: raisedIn(input.raised, since, now),
    corrected: null,
  }
}

function workstreamLines(
  project: Project,
  items: readonly ActionItem[],
  issues: readonly Issue[],
  given: { readonly ctx: RagContext; readonly draft: Draft | null; readonly last: Recap | null },
): WorkstreamLine[] {
  return project.workstreams.map(({ id, name }) => {
    const set = given.draft?.workstreamOverrides.find((override) => override.workstream === id)
    const before = given.last?.workstreams.find((line) => line.id === id)
    return {
      id,
      name,
      verdict: workstreamVerdict(
        items.filter((item) => item.workstream === id),
        issues.filter((issue) => issue.workstream === id),
        given.ctx,
        set ? { colour: set.colour, by: set.by, why: set.why } : null,
      ),
      was: before ? colourOf(before.verdict) : null,
    }
  })
}

/** In the order in which they were done. */
function doneLines(items: readonly ActionItem[], since: Instant, last: Recap | null): DoneLine[] {
  const told = last && new Set(last.done.map(({ item }) => item))
  return items
    .flatMap((item) =>
      item.state.status === 'done' && isNews(item.state.at, since, told?.has(item.id) ?? null)
        ? [{ item, at: item.state.at }]
        : [],
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item }) => ({ item: item.id, title: item.title, owner: item.owner }))
}

/** What stands later than it did when this recap's time began, however often it was moved in it; the most moved first. */
function slippedLines(items: readonly ActionItem[], since: Instant, last: Recap | null): SlippedLine[] {
  const told = last && new Map(last.slipped.map((line) => [line.item, line.to]))
  return items
    .flatMap((item): SlippedLine[] => {
      const { due, id, title, owner } = item
      const moves =
        due?.moves.filter((move) => isNews(move.at, since, told && told.get(id) === move.to)) ?? []
      const [first, latest] = [moves[0], moves.at(-1)]
      if (!due || !first || !latest || latest.to <= first.from) return []
      if (item.state.status === 'cancelled') return []
      return [
        { item: id, title, owner, from: first.from, to: latest.to, why: latest.why, moves: due.moves.length },
      ]
    })
    .toSorted((a, b) => b.moves - a.moves || daysBetween(b.from, b.to) - daysBetween(a.from, a.to))
}

/** The latest first. */
function lateLines(open: readonly ActionItem[], { today }: RagContext): LateLine[] {
  return open
    .flatMap((item): LateLine[] => {
      const { id, title, owner, due } = item
      if (!due || !isOverdue(item, today)) return []
      return [{ item: id, title, owner, due: dueOn(due), days: daysLate(item, today) }]
    })
    .toSorted((a, b) => b.days - a.days)
}

/** The longest blocked first. */
function blockedLines(open: readonly ActionItem[], { today, zone }: RagContext): BlockedLine[] {
  return open
    .flatMap((item): BlockedLine[] => {
      const { id, title, owner, state, unblocks } = item
      if (state.status !== 'blocked') return []
      const { reason, needs, since } = state
      const days = daysBetween(dateIn(since, zone), today)
      return [{ item: id, title, owner, reason, needs, waits: item.for, unblocks, days }]
    })
    .toSorted((a, b) => b.days - a.days)
}

const SEVERITIES: readonly (Severity | null)[] = ['showStopper', 'workaround', 'cosmetic', null]
const WORST_SHOWN = 5

function issueCounts(
  open: readonly Issue[],
  changes: readonly Change[],
  last: Recap | null,
  { ctx, since, now }: { readonly ctx: RagContext; readonly since: Instant; readonly now: Instant },
): IssueCounts {
  const news = changes.filter((change) => change.at > since && isIssueId(change.record))
  const bySeverity = SEVERITIES.map((severity) => {
    const count = open.filter((issue) => issue.severity === severity).length
    const before = last?.issues.bySeverity.find((row) => row.severity === severity)?.open ?? 0
    return { severity, open: count, change: last ? count - before : null }
  })
  return {
    opened: news.filter((change) => change.version === 1).length,
    closed: closedIn(news).size,
    open: open.length,
    change: last ? open.length - last.issues.open : null,
    // What nobody has rated yet has a line only when there is something to say.
    bySeverity: bySeverity.filter((row) => row.severity !== null || row.open > 0 || (row.change ?? 0) !== 0),
    worst: open
      .toSorted(byUrgency(now))
      .slice(0, WORST_SHOWN)
      .map(({ id, title, severity, owner, createdAt }) => ({
        issue: id,
        title,
        severity,
        owner,
        days: daysBetween(dateIn(createdAt, ctx.zone), ctx.today),
      })),
  }
}

/** Issues whose latest news is that they were closed; one that came back since is not counted. */
function closedIn(changes: readonly Change[]): Set<Change['record']> {
  const closed = new Set<Change['record']>()
  for (const change of changes.toSorted((a, b) => a.version - b.version)) {
    const state = change.fields.find(({ field }) => field === 'state')
    if (!state) continue
    if (statusOf(state.to) === 'closed') closed.add(change.record)
    else closed.delete(change.record)
  }
  return closed
}

function statusOf(state: FieldValue): FieldValue {
  return state !== null && typeof state === 'object' && 'status' in state ? state['status'] : null
}

function answerCount(project: Project, asks: readonly Ask[]): AnswerCount | null {
  if (asks.length === 0) return null
  const { asked, answered, missing, unreached, away } = weekProgress(asks)
  return {
    asked,
    answered,
    missing: project.namesWhoIsMissing ? missing : null,
    unreached: unreached.map(({ person, why }) => ({ person, why })),
    away: awayLines(away, project.namesWhoIsMissing),
  }
}

/** This week's, and those written on an earlier card only after its recap was posted. */
function comments(asks: readonly Ask[], week: WeekId, since: Instant, last: Recap | null): Recap['comments'] {
  const wasTold = (ask: Ask) =>
    last?.comments.some(({ person, text }) => isSamePerson(person, ask.person) && text === ask.comment) ??
    null
  return asks
    .filter((ask) => ask.comment !== '')
    .filter(
      (ask) =>
        ask.week === week || (ask.commentedAt !== null && isNews(ask.commentedAt, since, wasTold(ask))),
    )
    .map((ask) => ({ person: ask.person, text: ask.comment }))
}
