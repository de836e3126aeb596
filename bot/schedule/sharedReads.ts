import type { Records } from '../flows/ports'

/**
 * The records of a project for a look of a second or so at many of its messages: what all of its cards show (the open
 * items, the week) is read once, not a thousand times. What happens within that second is on a card no more than what
 * happens while it travels. Whatever is written over is read afresh.
 */
export function sharedReads(records: Records): Records {
  return {
    ...records,
    openItems: once(records.openItems.bind(records)),
    cycle: once(records.cycle.bind(records)),
  }
}

/** Reads once for the same arguments; a failure is not kept. */
function once<A extends readonly string[], T>(
  read: (...given: A) => Promise<T>,
): (...given: A) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (...given) => {
    const key = given.join(' ')
    const there = known.get(key)
    if (there) return there
    const reading = read(...given)
    known.set(key, reading)
    reading.catch(() => known.delete(key))
    return reading
  }
}
