import type { TenantId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Clock } from '../flows/ports'
import type { Lane } from './lanes'
import { evenly, slidingWindows, type Limit, type Window } from './pace'

/** What Teams allows a bot, per conversation and per tenant; `null`: no limit. */
export type Limits = {
  readonly conversation: readonly Window[]
  readonly roster: readonly Window[]
  readonly tenant: { readonly perSecond: number; readonly burst: number } | null
}

/**
 * As Teams documents them: for each conversation, and 50 requests a second of one app in one tenant. Of those it takes
 * 48, evenly spread and one at most ahead of its time: 47.5 (95 %) would ask a thousand people in 21.05 s.
 */
export const TEAMS_LIMITS: Limits = {
  conversation: [
    { within: 1_000, most: 7 },
    { within: 2_000, most: 8 },
    { within: 30_000, most: 60 },
    { within: 3_600_000, most: 1_800 },
  ],
  roster: [
    { within: 1_000, most: 14 },
    { within: 2_000, most: 16 },
    { within: 30_000, most: 120 },
    { within: 3_600_000, most: 3_600 },
  ],
  tenant: { perSecond: 48, burst: 2 },
}

/** Where nothing counts the requests. */
export const NO_LIMITS: Limits = { conversation: [], roster: [], tenant: null }

/** Paces everything that this process asks of Teams. */
export interface Pacing {
  /** Ms until a lane may go on: not before its limits have room and its rest is over. */
  busyFor(lane: Lane): number
  /** Ms that are left of a lane's rest. */
  restsFor(lane: Lane): number
  /** Leaves a lane alone for so many ms. */
  rest(lane: Lane, ms: number): void
  /** Resolves when a request may leave, at once. `ahead`: somebody waits, so it keeps its lane's limits alone. */
  slot(tenant: TenantId, lane: Lane, ahead?: boolean): Promise<void>
  /** Counts a request that somebody waits for: it leaves now, and what nobody waits for makes room. */
  count(tenant: TenantId, lane: Lane): void
  /** Notes whether Teams asked for patience, and for how many ms: where all conversations are told so, it means the tenant. */
  answered(tenant: TenantId, lane: Lane, patience: number | null): void
}

type PacingDeps = {
  readonly clock: Clock
  readonly after: (ms: number, run: () => void) => void
  readonly limits: Limits
}

/** Of so many answers in a row ... */
const LATEST = 20
/** ... so many that ask for patience, to so many lanes, mean the whole tenant. One in twenty does not. */
const MANY = 10
const LANES = 5
/** After it was told to be patient the tenant goes on at this share of its pace, for so many ms. */
const SLOW = 0.5
const SLOW_FOR = 30_000
/** Lanes that are remembered; those that were quiet for longer than the longest window go first. */
const REMEMBERED = 10_000
const LONGEST_WINDOW = 3_600_000

type Waiter = { readonly lane: Lane; readonly ahead: boolean; readonly go: () => void }
type Answer = { readonly lane: Lane; readonly patience: number | null }
type TenantPace = {
  readonly limit: ReturnType<typeof evenly> | null
  readonly waiters: Waiter[]
  answers: Answer[]
  restsUntil: number
  slowUntil: number
  wakesAt: number
}
type LanePace = { readonly limit: Limit; restsUntil: number; usedAt: number }

export function createPacing({ clock, after, limits }: PacingDeps): Pacing {
  const tenants = new Map<TenantId, TenantPace>()
  const lanes = new Map<Lane, LanePace>()
  const now = () => epochMs(clock.now())

  const laneOf = (lane: Lane): LanePace => {
    const known = lanes.get(lane)
    if (known) return known
    if (lanes.size >= REMEMBERED) forgetQuiet(lanes, now() - LONGEST_WINDOW)
    const windows = lane.startsWith('roster ') ? limits.roster : limits.conversation
    const made = { limit: slidingWindows(windows), restsUntil: -Infinity, usedAt: now() }
    lanes.set(lane, made)
    return made
  }
  const tenantOf = (tenant: TenantId): TenantPace => {
    const known = tenants.get(tenant)
    if (known) return known
    const limit = limits.tenant && evenly(limits.tenant.perSecond, limits.tenant.burst)
    const made: TenantPace = {
      limit,
      waiters: [],
      answers: [],
      restsUntil: -Infinity,
      slowUntil: -Infinity,
      wakesAt: Infinity,
    }
    tenants.set(tenant, made)
    return made
  }
  const laneFreeAt = (lane: Lane, at: number) => {
    const { limit, restsUntil } = laneOf(lane)
    return Math.max(limit.freeAt(at), restsUntil)
  }
  const tenantFreeAt = ({ limit, restsUntil }: TenantPace, at: number) =>
    Math.max(limit ? limit.freeAt(at) : at, restsUntil)
  const take = (pace: TenantPace, lane: Lane, at: number) => {
    if (pace.slowUntil !== -Infinity && at >= pace.slowUntil) {
      pace.limit?.slowDown(1)
      pace.slowUntil = -Infinity
    }
    pace.limit?.take(at)
    const known = laneOf(lane)
    known.limit.take(at)
    known.usedAt = at
  }

  /** Lets go whoever is first and may; plans to look again when nobody may yet. */
  const serve = (pace: TenantPace): void => {
    for (;;) {
      const at = now()
      const free = tenantFreeAt(pace, at)
      const mayGo = ({ lane, ahead }: Waiter) => Math.max(laneFreeAt(lane, at), ahead ? at : free)
      const next = pace.waiters.findIndex((waiter) => mayGo(waiter) <= at)
      const [waiter] = next < 0 ? [] : pace.waiters.splice(next, 1)
      if (waiter) {
        take(pace, waiter.lane, at)
        waiter.go()
        continue
      }
      if (pace.waiters.length > 0) planToServe(pace, at, Math.min(...pace.waiters.map(mayGo)))
      return
    }
  }
  const planToServe = (pace: TenantPace, at: number, then: number): void => {
    if (pace.wakesAt > at && pace.wakesAt <= then) return
    pace.wakesAt = then
    after(Math.max(1, Math.ceil(then - at)), () => {
      if (pace.wakesAt === then) pace.wakesAt = Infinity
      serve(pace)
    })
  }

  return {
    busyFor: (lane) => Math.max(0, laneFreeAt(lane, now()) - now()),
    restsFor: (lane) => Math.max(0, laneOf(lane).restsUntil - now()),
    rest(lane, ms) {
      const known = laneOf(lane)
      known.restsUntil = Math.max(known.restsUntil, now() + ms)
    },
    slot: (tenant, lane, ahead = false) =>
      new Promise((go) => {
        const pace = tenantOf(tenant)
        pace.waiters.push({ lane, ahead, go })
        serve(pace)
      }),
    count: (tenant, lane) => take(tenantOf(tenant), lane, now()),
    answered(tenant, lane, patience) {
      const pace = tenantOf(tenant)
      pace.answers = [...pace.answers, { lane, patience }].slice(-LATEST)
      const throttled = pace.answers.filter((answer) => answer.patience !== null)
      const many = throttled.length >= MANY && new Set(throttled.map((one) => one.lane)).size >= LANES
      if (!many) return
      pace.answers = []
      const told = Math.max(...throttled.map((one) => one.patience ?? 0))
      pace.restsUntil = Math.max(pace.restsUntil, now() + told)
      pace.slowUntil = pace.restsUntil + SLOW_FOR
      pace.limit?.slowDown(SLOW)
    },
  }
}

function forgetQuiet(lanes: Map<Lane, LanePace>, before: number): void {
  for (const [lane, { usedAt, restsUntil }] of lanes) {
    if (usedAt < before && restsUntil < before) lanes.delete(lane)
  }
}
