import { itemDoneCard, itemMovedCard } from '../../cards/toldCards'
import type { Project } from '../../domain/project'
import type { OutgoingWhat } from '../../flows/ports'
import { itemView } from '../../flows/recordView'
import type { Delivery } from '../delivery'
import { actorOf, NOTHING, readerFor, UNTRACKED, type DeliveryDeps } from './parts'

/** Tells who waits for an item what became of it, in their 1:1 chat. */
export async function told(
  deps: DeliveryDeps,
  project: Project,
  what: Extract<OutgoingWhat, { kind: 'itemDone' | 'itemMoved' }>,
): Promise<Delivery> {
  const stored = await deps.records.item(project.id, what.item)
  // Opened again before it was told: what is told must be so when it is read.
  if (!stored || (what.kind === 'itemDone') !== (stored.record.state.status === 'done')) return NOTHING
  const person = what.to.id
  const reader = await readerFor(deps, project, person)
  const view = itemView({ project, actor: actorOf(project, what.to, reader), now: reader.now }, stored.record)
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: what.kind === 'itemDone' ? itemDoneCard(view) : itemMovedCard(view, what.from, what.until, reader),
    ...UNTRACKED,
  }
}
