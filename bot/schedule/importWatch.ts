import { withCause, type Cause } from '../cause'
import { epochMs, fromEpochMs } from '../domain/time'
import type { FlowDeps } from '../flows/deps'
import { lookAfterImport } from '../flows/exchange/lookAfterImport'
import type { ImportLook } from '../flows/exchangePorts'
import type { Stored } from '../flows/ports'
import type { Log } from '../log'

type WatchDeps = FlowDeps & { readonly log: Log; readonly newCause: () => Cause }

/** Sees to it that an import whose process died goes on. */
export interface ImportWatch {
  /** Looks after what is due; while one look goes on another does nothing. */
  look(): Promise<void>
  /** Takes nothing more up; resolves when a look that has begun is through. */
  close(): Promise<void>
}

const BATCH = 20
/** So many this process goes on with at once: a file takes memory, and people who bring one want their turn. */
const AT_ONCE = 1
/** When to look again at an import that could not be looked at, in ms. */
const AFTER_FAILURE = 5 * 60_000

/**
 * Goes through the imports that are under way and due, not through those that exist. The next look is planned before the
 * entry is taken away: a crash between the two leaves both, and a look too many finds somebody at it.
 */
export function createImportWatch(deps: WatchDeps): ImportWatch {
  const { imports } = deps.exchange
  let underWay = 0
  let running: Promise<void> | null = null
  let isClosing = false
  const counting: FlowDeps = {
    ...deps,
    exchange: {
      ...deps.exchange,
      later(work) {
        underWay += 1
        deps.exchange.later((records) => work(records).finally(() => (underWay -= 1)))
      },
    },
  }

  async function lookAtDue(): Promise<void> {
    for (const entry of await imports.due(deps.clock.now(), BATCH)) {
      if (isClosing || underWay >= AT_ONCE) return
      await withCause(deps.newCause(), () => lookAt(entry))
    }
  }

  async function lookAt(entry: Stored<ImportLook>): Promise<void> {
    const { import: id, since } = entry.record
    const next = await lookAfterImport(counting, entry.record).catch((cause: unknown) => {
      deps.log.error({ cause, import: id }, 'An import could not be looked after')
      return fromEpochMs(epochMs(deps.clock.now()) + AFTER_FAILURE)
    })
    if (next !== null) await imports.plan({ import: id, at: next, since })
    await imports.done(entry)
  }

  return {
    look() {
      if (running || isClosing) return Promise.resolve()
      running = lookAtDue().finally(() => (running = null))
      return running
    },
    async close() {
      isClosing = true
      // Whoever asked for the look hears how it ended.
      await running?.catch(() => undefined)
    },
  }
}
