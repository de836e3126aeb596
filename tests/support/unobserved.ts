import type { Cause } from '../../bot/cause'
import { UNOBSERVED } from '../../bot/telemetry/happening'

/** For what is put together in a test where nobody measures. */
export const NOT_MEASURED = { observe: UNOBSERVED, newCause: () => 'c'.repeat(32) as Cause }
