import type { Outcome } from './outcome'

/** More than a whole team that changes one record in the same second. */
const ATTEMPTS = 25

/**
 * Carries out an attempt that reads, decides and commits, and does so anew when somebody else's commit came between:
 * each attempt decides on what stands then. Every lost race is somebody's won one, so it ends; throws when it doesn't.
 */
export async function againWhenLost(attempt: () => Promise<Outcome | 'lost'>): Promise<Outcome> {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const outcome = await attempt()
    if (outcome !== 'lost') return outcome
  }
  throw new Error(`Lost ${ATTEMPTS} races in a row for one record`)
}
