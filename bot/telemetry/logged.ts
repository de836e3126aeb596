import type { Log } from '../log'
import type { Happening, Observe } from './happening'

/** Writes a line for each turn and message, and passes on what happens to whoever measures. */
export function logged(log: Log, then: Observe): Observe {
  return (happening) => {
    const words = wordsOf(happening)
    if (words !== null) log.info(happening, words)
    then(happening)
  }
}

/** Null for what comes too often for a line, or says nothing by itself. */
function wordsOf(happening: Happening): string | null {
  switch (happening.what) {
    case 'turn':
      // Whoever is refused at the door may come a thousand times a minute.
      return happening.outcome === 'refused' ? null : 'A turn is over'
    case 'send':
      return 'A message was tried'
    default:
      return null
  }
}
