import type { ProjectId } from '../domain/ids'
import type { Target, Waiting } from '../flows/sendingPorts'
import type { Lane } from './lanes'

/** A message that this process has taken up, with those that mean the same. */
export type Job = {
  readonly project: ProjectId
  readonly parts: readonly [Waiting, ...Waiting[]]
  readonly target: Target
  readonly lane: Lane
}

/** What this process has taken up of a tenant's messages. */
export interface Hand {
  readonly size: number
  /** Marks the begin of a look; what is put down from then on may still be on its list. */
  look(): number
  /** Whether a message that stood on a look's list is in hand, or was put down since. */
  has(look: number, project: ProjectId, message: Waiting): boolean
  take(job: Job): void
  putDown(job: Job): void
}

/** Names that were put down are forgotten by then: a look takes seconds. */
const REMEMBERED = 20_000

/**
 * Waiting messages are known by their revision. One that is being sent has another by then, and its process learns of it
 * only after it stands; so those are known by what they mean.
 */
export function createHand(): Hand {
  const held = new Map<string, number>()
  const putDown = new Map<string, number>()
  let looks = 0
  const add = (name: string, by: 1 | -1) => {
    const count = (held.get(name) ?? 0) + by
    if (count > 0) held.set(name, count)
    else held.delete(name)
  }
  const namesOf = ({ project, parts }: Job) =>
    parts.flatMap(({ record, revision }) => [`${project} ${revision}`, `${project} sending ${record.id}`])
  return {
    get size() {
      return held.size
    },
    look: () => ++looks,
    has(look, project, { record, revision }) {
      const isSending = record.state.status === 'sending'
      const name = isSending ? `${project} sending ${record.id}` : `${project} ${revision}`
      // One that is in hand itself is being looked after, whatever it means.
      return held.has(name) || held.has(`${project} ${revision}`) || (putDown.get(name) ?? 0) >= look
    },
    take(job) {
      for (const name of namesOf(job)) add(name, 1)
    },
    putDown(job) {
      for (const name of namesOf(job)) {
        add(name, -1)
        putDown.delete(name)
        putDown.set(name, looks)
      }
      for (const name of putDown.keys()) {
        if (putDown.size <= REMEMBERED) break
        putDown.delete(name)
      }
    },
  }
}
