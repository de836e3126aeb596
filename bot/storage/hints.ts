import type { QueueClient, QueueServiceClient } from '@azure/storage-queue'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ProjectId, TenantId } from '../domain/ids'
import type { Hints } from '../flows/sendingPorts'
import { text } from './document'
import { codeOf, StorageUnavailable } from './unavailable'

const parser = z.object({ project: text<ProjectId>() })

/** How long a hint is of use, in s: the sweep has found by then what it was about. */
const LASTS = 60
const AT_ONCE = 32

/**
 * One queue for each tenant that ever needed one: whoever holds the tenant's lease reads it, so a hint reaches the
 * holder of the moment. One more for all tenants: what a process that ends has no time for, each other one looks into.
 * A process that dies leaves nothing behind that would have to be cleaned up. A queue is made
 * by the first hint into it, and hints that nobody reads vanish by themselves.
 */
export function openHints(service: QueueServiceClient, table: string): Hints {
  const queueOf = (tenant: TenantId) => service.getQueueClient(nameOf(table, tenant))
  const left = () => service.getQueueClient(nameOf(table, 'left by one that ended'))

  async function give(queue: QueueClient, project: ProjectId): Promise<void> {
    const put = () => queue.sendMessage(JSON.stringify({ project }), { messageTimeToLive: LASTS })
    try {
      await put().catch(async (cause: unknown) => {
        if (!isNoQueue(cause)) throw cause
        await queue.createIfNotExists()
        await put()
      })
    } catch (cause) {
      throw new StorageUnavailable('give a hint', cause)
    }
  }

  async function take(queue: QueueClient): Promise<readonly ProjectId[]> {
    try {
      return await takeAll(queue)
    } catch (cause) {
      if (isNoQueue(cause)) return []
      throw new StorageUnavailable('read hints', cause)
    }
  }

  return {
    send: (tenant, project) => give(queueOf(tenant), project),
    receive: (tenant) => take(queueOf(tenant)),
    handOver: (project) => give(left(), project),
    handedOver: () => take(left()),
  }
}

/** A crash before a hint is deleted has it read again, which does no harm. */
async function takeAll(queue: QueueClient): Promise<ProjectId[]> {
  const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: AT_ONCE })
  await Promise.all(
    receivedMessageItems.map(({ messageId, popReceipt }) => queue.deleteMessage(messageId, popReceipt)),
  )
  return receivedMessageItems.flatMap(({ messageText }) => {
    const parsed = parser.safeParse(jsonOf(messageText))
    return parsed.success ? [parsed.data.project] : []
  })
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return null // Not ours.
  }
}

/** Names of queues hold less than tenants and tables are called. */
function nameOf(table: string, tenant: string): string {
  const digest = createHash('sha256').update(`${table.toLowerCase()} ${tenant}`).digest('hex')
  return `wake-${digest.slice(0, 40)}`
}

function isNoQueue(error: unknown): boolean {
  return codeOf(error) === 'QueueNotFound'
}

/** Where there are no queues the sweep finds everything, a little later. */
export const NO_HINTS: Hints = {
  send: () => Promise.resolve(),
  receive: () => Promise.resolve([]),
  handOver: () => Promise.resolve(),
  handedOver: () => Promise.resolve([]),
}
