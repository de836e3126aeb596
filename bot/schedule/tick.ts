import { withCause, type Cause } from '../cause'
import type { ProjectId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { Agenda, AgendaEntry, Stored } from '../flows/ports'
import { runWeek, type ClockDeps } from '../flows/runWeek'
import type { Log } from '../log'
import type { Observe } from '../telemetry/happening'

type TickDeps = ClockDeps & {
  readonly agenda: Agenda
  readonly log: Log
  readonly newCause: () => Cause
  readonly observe: Observe
}

/** The clock as somebody who acts: looks at what is due. */
export interface Ticker {
  /** Does all that is due now; while one goes on another does nothing. */
  tick(): Promise<void>
  /** Begins no further project; resolves when those that it has begun are through. What is left stays on the agenda. */
  close(): Promise<void>
}

const BATCH = 100
const AT_ONCE = 8
/** When to look again at a project whose week could not be run, in ms. */
const AFTER_FAILURE = 5 * 60_000
/** A clock that was set back by more than this, in ms, had planned looks for a time that has not come. */
const TURNED_BACK = 60_000
/** A look is planned for at most so long ahead, in ms: from one week's ask to the next, in whichever zone. */
const LONGEST_PLAN = 9 * 86_400_000

/**
 * Takes what is due from the agenda, runs those projects' weeks and plans their next look. A tick that ends half-way
 * leaves its entries on the agenda for the next one, and for those of other processes.
 */
export function createTicker(deps: TickDeps): Ticker {
  let latest: Instant | null = null
  let running: Promise<void> | null = null
  let isClosing = false
  let isComplete = false

  async function look(): Promise<void> {
    if (!isComplete) await deps.agenda.adopt()
    isComplete = true
    const now = deps.clock.now()
    if (latest !== null && epochMs(latest) - epochMs(now) > TURNED_BACK) await planAnew(deps, latest)
    latest = now
    await lookAtAll(deps, now, () => isClosing)
  }

  return {
    tick() {
      if (running || isClosing) return Promise.resolve()
      running = look().finally(() => (running = null))
      return running
    },
    async close() {
      isClosing = true
      // Whoever asked for the tick hears how it ended.
      await running?.catch(() => undefined)
    },
  }
}

/** While the clock was ahead, steps may have been passed over that are still to come; everything is looked at again. */
async function planAnew({ agenda, clock }: TickDeps, ahead: Instant): Promise<void> {
  const now = clock.now()
  for (const entry of await agenda.due(later(ahead, LONGEST_PLAN), Infinity)) {
    await agenda.plan(entry.record.project, now)
  }
}

async function lookAtAll(deps: TickDeps, now: Instant, isClosing: () => boolean): Promise<void> {
  let [looks, lateMs] = [0, 0]
  for (;;) {
    const due = await deps.agenda.due(now, BATCH)
    const first = due[0]
    if (looks === 0 && first) lateMs = Math.max(0, epochMs(now) - epochMs(first.record.at))
    looks += due.length
    const projects = [...new Set(due.map(({ record }) => record.project))]
    for (let start = 0; start < projects.length; start += AT_ONCE) {
      if (isClosing()) return
      const some = projects.slice(start, start + AT_ONCE).map((project) => {
        const entries = due.filter(({ record }) => record.project === project)
        return withCause(deps.newCause(), () => lookAt(deps, project, entries))
      })
      await Promise.all(some)
    }
    if (due.length < BATCH) break
  }
  deps.observe({ what: 'tick', due: looks, lateMs })
}

/** A project that can't be looked at waits a while, so that it keeps no other from its turn. */
async function lookAt(
  deps: TickDeps,
  project: ProjectId,
  entries: readonly Stored<AgendaEntry>[],
): Promise<void> {
  let next: Instant | null
  try {
    next = await runWeek(deps, project)
  } catch (cause) {
    deps.log.error({ cause, project }, 'The week of a project could not be run')
    next = later(deps.clock.now(), AFTER_FAILURE)
  }
  if (next !== null) await deps.agenda.plan(project, next)
  for (const entry of entries) await deps.agenda.done(entry)
}

function later(at: Instant, ms: number): Instant {
  return fromEpochMs(epochMs(at) + ms)
}
