/** Numbers that look random and come again with the same seed. */
export function chanceOf(seed: number) {
  let state = seed >>> 0
  /** From 0 up to, not including, 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    /** From 0 up to, not including, `limit`; whole. */
    below: (limit: number): number => Math.floor(next() * limit),
    /** True so often in the long run. */
    is: (share: number): boolean => next() < share,
    pick: <T>(...some: readonly [T, ...T[]]): T => some[Math.floor(next() * some.length)] ?? some[0],
    shuffled: <T>(all: readonly T[]): T[] => {
      const rest = [...all]
      return all.flatMap(() => rest.splice(Math.floor(next() * rest.length), 1))
    },
  }
}

export type Chance = ReturnType<typeof chanceOf>
