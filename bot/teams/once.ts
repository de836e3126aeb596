import { LRUCache } from 'lru-cache'

/** Does a thing that arrives several times once; whoever comes later gets what the first one came to. */
export type Once = <T>(
  key: string,
  run: () => Promise<T>,
) => Promise<{ readonly value: T; readonly first: boolean }>

/** More than arrives in the minutes within which Teams delivers an activity again. */
const REMEMBERED = 5_000

/** Remembers in this process alone: Teams delivers again within seconds, to the same one as a rule. A failure is tried anew. */
export function createOnce(): Once {
  const known = new LRUCache<string, { readonly done: Promise<unknown> }>({ max: REMEMBERED })
  return async <T>(key: string, run: () => Promise<T>) => {
    const earlier = known.get(key)
    if (earlier) return { value: (await earlier.done) as T, first: false }
    const done = run()
    known.set(key, { done })
    done.catch(() => known.delete(key))
    return { value: await done, first: true }
  }
}
