import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What an activity, a request or a look of the clock sets off goes under one id: in each line of the log, in the messages
 * that it leaves to be sent, and in what Teams' connector is told when they are. 32 hex digits, as in W3C trace context.
 */
export type Cause = string & { readonly __brand: 'Cause' }

const running = new AsyncLocalStorage<Cause>()

/** Runs something and all that it begins under this id. */
export function withCause<T>(cause: Cause, run: () => T): T {
  return running.run(cause, run)
}

/** The id of what runs now; undefined outside of anything that has one. */
export function causeNow(): Cause | undefined {
  return running.getStore()
}

/** Null for what is no such id. */
export function parseCause(text: string | undefined): Cause | null {
  return text !== undefined && /^[0-9a-f]{32}$/.test(text) ? (text as Cause) : null
}
