import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { epochMs, fromEpochMs, type Instant } from '../../bot/domain/time'
import { NOW } from './builders'

export type VirtualTime = ReturnType<typeof virtualTime>

const underWay = { reads: 0, writes: 0 }
/** Who waits until one of them is through. */
const waiting: (() => void)[] = []
let isCounting = false

/** Counts the requests of this process that are under way, from now on. */
function countRequests(): void {
  if (isCounting) return
  isCounting = true
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { readonly request: ClientRequest }
    const kind = request.method === 'GET' ? 'reads' : 'writes'
    underWay[kind] += 1
    request.once('close', () => {
      underWay[kind] -= 1
      for (const heard of waiting.splice(0)) heard()
    })
  })
}

/** In ms: with something planned so soon, what is read meanwhile is read for later. */
const SOON = 50

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
      const wait = { isOver: false }
      const settled = done.finally(() => (wait.isOver = true))
      settled.catch(() => undefined)
      for (;;) {
        await quiet(() => wait.isOver || timers.some(({ at }) => at - now <= SOON))
        if (wait.isOver) return settled
        timers.sort((a, b) => a.at - b.at)
        const next = timers.shift()
        // Something else than a request is waited for.
        if (!next) continue
        now = Math.max(now, next.at)
        next.run()
      }
    },
  }
}

/** Resolves when nothing is written or sent and, unless there is something to do anyway, nothing is read either. */
async function quiet(hasSomethingToDo: () => boolean): Promise<void> {
  for (let turns = 0; turns < 4; turns++) {
    await new Promise(setImmediate)
    while (underWay.writes > 0 || (underWay.reads > 0 && !hasSomethingToDo())) {
      turns = 0
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
}
