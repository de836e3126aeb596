import { isReachable } from '../domain/place'
import type { Channels } from '../flows/peoplePorts'
import type { Outbox } from '../flows/sendingPorts'

/**
 * The outbox as the sender sees it: what belongs to a channel that is deleted, archived or without the bot waits there
 * until it is back.
 */
export function reachableOutbox(outbox: Outbox, channels: Pick<Channels, 'place'>): Outbox {
  return {
    ...outbox,
    async pending(project, rows) {
      const waiting = await outbox.pending(project, rows)
      if (waiting.length === 0) return waiting
      const place = await channels.place(project)
      return place && !isReachable(place) ? [] : waiting
    },
  }
}
