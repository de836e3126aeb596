import { dueOn } from './dueDate'
import type { Project } from './project'
import { addDays, dateIn, epochMs, type Instant } from './time'
import { stepAt, weekIn, weeksLater, type WeekId, type WeekTimes } from './week'
import { workingMoment, workingTimeLater } from './workingHours'

/** How far a week has come. Each step is noted where it was done, so that none is done twice, whatever the clock does. */
export type WeekState = {
  readonly week: WeekId
  readonly askedAt: Instant | null
  readonly draftedAt: Instant | null
  /** Its recap stands, or there was nothing to tell. */
  readonly isOver: boolean
}

/** The weeks that a clock has to know: the running one and the one before. */
export type Weeks = { readonly running: WeekState; readonly before: WeekState }

/** A step that the clock takes now. */
export type DueStep = { readonly step: 'ask' | 'draft' | 'post'; readonly week: WeekId }

export type Schedule = {
  readonly due: DueStep | null
  /** When to look again if nothing changes until then; null: never, only a change of the project can make something due. */
  readonly next: Instant | null
}

type Timed = Pick<Project, 'zone' | 'week' | 'createdAt' | 'state' | 'goLive'>

const HOUR = 3_600_000
/** An ask up to this much behind its time is in time, whatever the hour: the lead chose it. */
const IN_TIME = HOUR
/** After a late ask people get so much working time, in ms, before the lead gets the draft and the channel the recap. */
const LATE_ASK_TO_DRAFT = 2 * HOUR
const LATE_ASK_TO_POST = 4 * HOUR
/** The last check-in after go-live; from then on nothing happens by itself. */
const DAYS_AFTER_GO_LIVE = 90

/**
 * Which step of a project's week is due at `now`, and when to look again. Nothing is due while it is paused, or long
 * after its go-live.
 *
 * - An ask whose time was missed is made up for in working hours, while its week lasts and its recap does not stand.
 * - A week that was set up or asked for after a step's time does not have that step made up for.
 * - Only a week that was asked for has a draft and a recap. A recap is made up for until the next week asks.
 * - A draft whose recap is due as well is left out.
 */
export function scheduleOf(project: Timed, { running, before }: Weeks, now: Instant): Schedule {
  if (project.state.status === 'paused' || hasEnded(project, now)) return { due: null, next: null }
  const asksAt = stepAt(running.week, 'ask', project.week, project.zone)
  const isBeforeOpen = now < asksAt && running.askedAt === null
  const moments = [
    ...(isBeforeOpen ? momentsOf(project, before, now) : []),
    ...momentsOf(project, running, now),
  ]
  const due = moments.filter(({ at }) => at <= now).map(({ step }) => step)
  const coming = moments.filter(({ at }) => at > now).map(({ at }) => at)
  const nextAsk = stepAt(weeksLater(running.week, 1), 'ask', project.week, project.zone)
  return {
    due: due.find(({ step }) => step === 'post') ?? due[0] ?? null,
    next: [...coming, asksAt, nextAsk].filter((at) => at > now).reduce((a, b) => (a < b ? a : b)),
  }
}

type Moment = { readonly step: DueStep; readonly at: Instant }

/** What a week has still ahead of it, or behind time. */
function momentsOf(project: Timed, state: WeekState, now: Instant): readonly Moment[] {
  const { week, askedAt } = state
  if (state.isOver) return []
  if (askedAt === null) {
    const at = askMoment(project, week, now)
    return at === null ? [] : [{ step: { step: 'ask', week }, at }]
  }
  const drafts = { step: { step: 'draft', week }, at: draftMoment(project, week, askedAt) } as const
  const posts = { step: { step: 'post', week }, at: postMoment(project, week, askedAt) } as const
  return state.draftedAt === null ? [drafts, posts] : [posts]
}

function askMoment({ zone, week: times, createdAt }: Timed, week: WeekId, now: Instant): Instant | null {
  const at = stepAt(week, 'ask', times, zone)
  if (createdAt >= at) return null
  if (epochMs(now) - epochMs(at) <= IN_TIME) return at
  const madeUp = workingMoment(now, zone)
  return weekIn(madeUp, zone) === week ? madeUp : null
}

type Clocked = { readonly zone: Project['zone']; readonly week: WeekTimes }

/** When the lead gets the draft of a week that was asked for at `askedAt`; until then answers are awaited. */
export function draftMoment({ zone, week: times }: Clocked, week: WeekId, askedAt: Instant): Instant {
  return atLeast(stepAt(week, 'draft', times, zone), LATE_ASK_TO_DRAFT, { zone, week: times }, week, askedAt)
}

/** When the clock posts the recap of a week that was asked for at `askedAt`. */
export function postMoment({ zone, week: times }: Clocked, week: WeekId, askedAt: Instant): Instant {
  return atLeast(stepAt(week, 'post', times, zone), LATE_ASK_TO_POST, { zone, week: times }, week, askedAt)
}

/** Whether a recap that goes out at `now` goes out behind its time, so that it has to say so. */
export function isLateRecap({ zone, week: times }: Clocked, week: WeekId, now: Instant): boolean {
  return epochMs(now) - epochMs(stepAt(week, 'post', times, zone)) > IN_TIME
}

/** The planned moment; after a late ask not before people had so much working time. */
function atLeast(
  planned: Instant,
  workingTime: number,
  { zone, week: times }: Clocked,
  week: WeekId,
  askedAt: Instant,
): Instant {
  const isInTime = epochMs(askedAt) - epochMs(stepAt(week, 'ask', times, zone)) <= IN_TIME
  const earliest = isInTime ? planned : workingTimeLater(askedAt, workingTime, zone)
  return planned < earliest ? earliest : planned
}

/** So far behind its go-live that a project rests by itself. */
export function hasEnded({ goLive, zone }: Pick<Project, 'goLive' | 'zone'>, now: Instant): boolean {
  return goLive !== null && dateIn(now, zone) > addDays(dueOn(goLive), DAYS_AFTER_GO_LIVE)
}
