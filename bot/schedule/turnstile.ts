/** Lets so many in at once; the others wait, first come first served. */
export type Turnstile = {
  /** Resolves with how to leave; leaving twice counts once. */
  enter(): Promise<() => void>
}

export function createTurnstile(places: number): Turnstile {
  let free = places
  const waiting: (() => void)[] = []
  const leaveOnce = () => {
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
  return {
    async enter() {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      return leaveOnce()
    },
  }
}
