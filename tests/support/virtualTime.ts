import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { epochMs, fromEpochMs, type Instant } from '../../bot/domain/time'
import { NOW } from './builders'

export type VirtualTime = ReturnType<typeof virtualTime>

let underWay = 0
let isCounting = false

/** Counts the requests of this process that are under way, from now on. */
function countRequests(): void {
  if (isCounting) return
  isCounting = true
  subscribe('http.client.request.start', (message) => {
    underWay += 1
    const { request } = message as { readonly request: ClientRequest }
    request.once('close', () => (underWay -= 1))
  })
}

/** A clock with timers that goes on only while nothing is under way: requests take no time, waiting does. */
export function virtualTime(start: Instant = NOW) {
  countRequests()
  let now = epochMs(start)
  const timers: { at: number; run: () => void }[] = []
  return {
    clock: {
      now: () => fromEpochMs(now),
      set: (to: string) => void (now = epochMs(to as Instant)),
      advance: (ms: number) => void (now += ms),
    },
    after: (ms: number, run: () => void) => void timers.push({ at: now + ms, run }),
    /** Lets time pass until `done`. */
    async until<T>(done: Promise<T>): Promise<T> {
      let isDone = false
      const settled = done.finally(() => (isDone = true))
      settled.catch(() => undefined)
      while (!isDone) {
        await quiet(() => isDone)
        if (isDone) break
        timers.sort((a, b) => a.at - b.at)
        const next = timers.shift()
        // Something else than a request is waited for.
        if (!next) continue
        now = Math.max(now, next.at)
        next.run()
      }
      return settled
    },
  }
}

/** Resolves when no request is under way and none begins. */
async function quiet(isOver: () => boolean): Promise<void> {
  for (let turns = 0; turns < 4 && !isOver(); turns++) {
    await new Promise(setImmediate)
    if (underWay > 0) turns = 0
  }
}
