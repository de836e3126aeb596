import { dateIn } from '../domain/time'
import type { Project } from '../domain/project'
import type { EntryId } from '../domain/ids'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entryBy } from './findEntry'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { toBeReadMessage } from './saveEntry'
import type { ReadNotice } from './sourceOutcome'
import { readCount } from './sourceView'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'clock'>

/**
 * Notes that the actor has read a version of an entry. Inserting it is the claim: said twice, it is noted once. Its
 * message stands in the same transaction, so a crash right after it leaves a card that still follows.
 */
export async function readEntry(deps: Deps, order: Order<CommandOf<'readEntry'>>): Promise<Outcome> {
  const { records, clock } = deps
  const { entry: id, version } = order.command
  const stored = await records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const found = await entryBy(deps, stored.record, id)
  if (!found || version < 1 || version > found.entry.version) return { kind: 'notFound', id }
  const at = clock.now()
  const { person } = order.actor
  await records.commit(order.project, {
    reads: [{ entry: id, version, person: { id: person.id, name: person.name }, at }],
    outgoing: [toBeReadMessage(id, version, at)],
  })
  const notice = await loadReadNotice(deps, stored.record, id, version, person)
  if (!notice) throw new Error(`${id} was there and is not`)
  return { kind: 'hasRead', notice }
}

/** A version that everybody is asked to read, and how many have; null when there is no such entry. */
export async function loadReadNotice(
  deps: Deps,
  project: Project,
  id: EntryId,
  version: number,
  person: { readonly id: string } | null,
): Promise<ReadNotice | null> {
  const found = await entryBy(deps, project, id)
  if (!found) return null
  const [reads, change] = await Promise.all([
    readCount(deps, project, found.entry, version, person),
    deps.records.change(project.id, id, version),
  ])
  if (!reads) return null
  const today = dateIn(deps.clock.now(), project.zone)
  return { project: headOf(project), entry: found.entry, reads, change, today }
}
