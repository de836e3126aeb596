/** At most so many requests in any so many ms. */
export type Window = { readonly within: number; readonly most: number }

/** A limit on requests; moments are ms of one clock, which may be set back. */
export interface Limit {
  /** The earliest moment, not before `now`, at which one more request keeps the limit. */
  freeAt(now: number): number
  /** Notes a request. One that the limit had no room for is noted as well, and those after it wait for it. */
  take(now: number): void
}

/** Keeps several windows at once: a request waits no longer than until the last of them has room. */
export function slidingWindows(windows: readonly Window[]): Limit {
  const most = Math.max(1, ...windows.map((window) => window.most))
  let taken: number[] = []
  return {
    freeAt(now) {
      taken = notAfter(taken, now)
      return windows.reduce((free, window) => {
        const oldest = taken.at(-window.most)
        return oldest === undefined ? free : Math.max(free, oldest + window.within)
      }, now)
    },
    take(now) {
      taken = notAfter(taken, now)
      taken.push(now)
      if (taken.length > 2 * most) taken = taken.slice(-most)
    },
  }
}

/** After the clock was set back, what was noted ahead of it counts as of now. */
function notAfter(moments: number[], now: number): number[] {
  return (moments.at(-1) ?? now) <= now ? moments : moments.map((at) => Math.min(at, now))
}

/**
 * Requests spread evenly: in any second at most `perSecond + burst`, and on average `perSecond`, also when whoever asks
 * comes a little late. Evenly, because what leaves in heaps arrives in heaps, and a heap that was held up on its way
 * meets the next one within the same second.
 */
export function evenly(perSecond: number, burst: number): Limit & { slowDown(share: number): void } {
  let gap = 1000 / perSecond
  const slack = (burst - 1) * gap
  let next = -Infinity
  let latest = -Infinity
  const setBack = (now: number) => {
    if (now < latest) next = Math.min(next, now + gap)
    latest = now
  }
  return {
    freeAt(now) {
      setBack(now)
      return Math.max(now, next - slack)
    },
    take(now) {
      setBack(now)
      next = Math.max(next, now) + gap
    },
    slowDown(share) {
      gap = 1000 / (perSecond * share)
    },
  }
}
