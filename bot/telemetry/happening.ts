import type { OutgoingWhat } from '../flows/outgoing'

/** What becomes of a message at its one request. `notSent`: it never left, and waits. */
export type SendOutcome = 'sent' | 'edited' | 'refused' | 'unknown' | 'throttled' | 'notSent' | 'gone'

/** What a call of the tables came to. `refused`: it found another state than it asked for, which is no failure. */
type StorageOutcome = 'ok' | 'refused' | 'failed'

/**
 * What whoever is on call wants to count: never a name, an id of a person or anything that somebody wrote. Durations in
 * ms.
 */
export type Happening =
  | {
      readonly what: 'turn'
      /** What the activity was; `unknown` for one that was refused before it was read. */
      readonly kind: string
      readonly outcome: 'answered' | 'failed' | 'refused'
      readonly ms: number
    }
  | { readonly what: 'request'; readonly route: string; readonly status: number; readonly ms: number }
  | {
      readonly what: 'send'
      readonly kind: OutgoingWhat['kind']
      readonly outcome: SendOutcome
      readonly ms: number
    }
  /** The messages that this process has to send and that wait still, and how long the oldest has. */
  | { readonly what: 'outbox'; readonly waiting: number; readonly oldestMs: number }
  /** A look of the clock: how many projects were due, and how late the first of them was looked at. */
  | { readonly what: 'tick'; readonly due: number; readonly lateMs: number }
  | {
      readonly what: 'storage'
      readonly operation: string
      readonly outcome: StorageOutcome
      readonly ms: number
    }

/** Is told what happens, and never fails. */
export type Observe = (happening: Happening) => void

/** Where nobody measures. */
export const UNOBSERVED: Observe = () => undefined
