import { toldCard } from '../../cards/toldCards'
import { isOpen } from '../../domain/actionItem'
import { newsFor } from '../../domain/awaited'
import { isSamePerson } from '../../domain/person'
import type { Project } from '../../domain/project'
import type { OutgoingWhat } from '../../flows/outgoing'
import type { Commit } from '../../flows/ports'
import { itemView } from '../../flows/recordView'
import type { Delivery } from '../delivery'
import { actorOf, NOTHING, readerFor, UNTRACKED, type DeliveryDeps } from './parts'

/**
 * Tells who waits for an item what became of it since they were told last, in their 1:1 chat. What they were told of is
 * noted once it was sent, and also when nobody knows: a date that they may have read must not be taken back unsaid.
 */
export async function told(
  deps: DeliveryDeps,
  project: Project,
  what: Extract<OutgoingWhat, { kind: 'itemDone' | 'itemReopened' | 'itemMoved' }>,
): Promise<Delivery> {
  const { records } = deps
  const [stored, history, before] = await Promise.all([
    records.item(project.id, what.item),
    records.history(project.id, what.item),
    records.told(project.id, what.item, what.to.id),
  ])
  if (!stored) return NOTHING
  const { id: item, version } = stored.record
  const { news, latest } = newsFor(what.to, stored.record, history, before?.version ?? null)
  // A later change has a message of its own, which tells this one's part as well.
  const isOvertaken = what.version !== null && what.version < latest
  if (!news || isOvertaken) return NOTHING
  const person = what.to.id
  const [reader, open] = await Promise.all([
    readerFor(deps, project, person),
    news.kind === 'done' ? [] : records.openItems(project.id),
  ])
  const theirs = open.filter((one) => isOpen(one) && isSamePerson(one.owner, what.to))
  const view = itemView({ project, actor: actorOf(project, what.to, reader), now: reader.now }, stored.record)
  const note = () => Promise.resolve<Commit>({ told: [{ item, person, version }] })
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: toldCard({ view, news, theirs }, reader),
    ...UNTRACKED,
    sent: note,
    unknown: note,
  }
}
