import type { Delivery } from '../../domain/cycle'
import type { Instant } from '../../domain/time'
import type { Clock, Commit, Records } from '../../flows/ports'

/**
 * Records that keep what happened without telling anybody: the demo's past must not fill today's chats. Its weekly
 * cards and recaps count as "nobody knows whether it arrived", the only delivery that names no message which could be
 * edited later and that nothing tries to send again.
 */
export function pastRecords(records: Records, clock: Clock): Records {
  const quietly = (commit: Commit): Commit => withoutSending(commit, clock.now())
  return {
    ...records,
    commit: (project, commit) => records.commit(project, quietly(commit)),
    createItem: (project, make) => records.createItem(project, async (id) => quietly(await make(id))),
    createIssue: (project, make) => records.createIssue(project, async (id) => quietly(await make(id))),
    createEntry: (project, make) => records.createEntry(project, async (id) => quietly(await make(id))),
  }
}

function withoutSending(commit: Commit, at: Instant): Commit {
  const { asks, recap } = commit
  return {
    ...commit,
    outgoing: [],
    ...(asks && { asks: asks.map((put) => withDelivery(put, at)) }),
    ...(recap && { recap: withDelivery(recap, at) }),
  }
}

function withDelivery<T extends { readonly record: { readonly delivery: Delivery } }>(
  put: T,
  at: Instant,
): T {
  if (put.record.delivery.status !== 'pending') return put
  return { ...put, record: { ...put.record, delivery: { status: 'unknown', at } } }
}
