/** How the service takes its leave: from when on, and for what it has to wait. */
export interface Ending {
  readonly hasBegun: boolean
  begin(): void
  /** Work that goes on after its answer, which the end waits for. */
  waitFor(work: Promise<unknown>): void
  /** Resolves when nothing is left to wait for. */
  isQuiet(): Promise<void>
}

export function createEnding(): Ending {
  const underWay = new Set<Promise<unknown>>()
  let hasBegun = false
  return {
    get hasBegun() {
      return hasBegun
    },
    begin: () => void (hasBegun = true),
    waitFor(work) {
      const settled: Promise<unknown> = work.catch(() => undefined).finally(() => underWay.delete(settled))
      underWay.add(settled)
    },
    async isQuiet() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
