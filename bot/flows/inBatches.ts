/** A thousand people's rows asked for at once would outlast storage's patience. */
const AT_ONCE = 50

/** Does the same for each of many, some at a time; what came of each, in their order. */
export async function inBatches<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let start = 0; start < all.length; start += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(start, start + AT_ONCE).map(run))))
  }
  return done
}
