import { LRUCache } from 'lru-cache'

/** Does a thing that arrives several times once; whoever comes later, under any of its keys, gets what the first came to. */
export type Once = <T>(
  keys: readonly string[],
  run: () => Promise<T>,
) => Promise<{ readonly value: T; readonly first: boolean }>

/** More than arrives in the minutes within which Teams delivers an activity again. */
const REMEMBERED = 10_000

/**
 * Remembers in this process alone: Teams delivers again within seconds, to the same one as a rule, and here even what
 * writes nothing is answered once. A failure is tried anew.
 */
export function createOnce(): Once {
  const known = new LRUCache<string, { readonly done: Promise<unknown> }>({ max: REMEMBERED })
  return async <T>(keys: readonly string[], run: () => Promise<T>) => {
    const earlier = keys.map((key) => known.get(key)).find((one) => one !== undefined)
    if (earlier) return { value: (await earlier.done) as T, first: false }
    const done = run()
    for (const key of keys) known.set(key, { done })
    done.catch(() => {
      for (const key of keys) known.delete(key)
    })
    return { value: await done, first: true }
  }
}
