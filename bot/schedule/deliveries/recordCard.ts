import type { Card } from '../../cards/card'
import { entryCard } from '../../cards/entryCard'
import { issueCard } from '../../cards/issueCard'
import { itemCard } from '../../cards/itemCard'
import { isEntryId, isItemId, type EntryId, type RecordId } from '../../domain/ids'
import type { Project } from '../../domain/project'
import { entryBy } from '../../flows/findEntry'
import type { Posted } from '../../flows/ports'
import { issueView, itemView } from '../../flows/recordView'
import { entryView, readCount } from '../../flows/sourceView'
import type { Delivery } from '../delivery'
import { actorOf, NOTHING, readerFor, type DeliveryDeps } from './parts'

/** The channel's card of a record, as the record is now; there may be none. */
export async function refreshedCard(
  deps: DeliveryDeps,
  project: Project,
  record: RecordId | EntryId,
): Promise<Delivery> {
  const standing = await deps.records.posted(project.id, record)
  if (!standing?.message) return NOTHING
  const card = await cardOf(deps, project, record, standing.shows)
  return card ? { kind: 'edit', message: standing.message, card, whenGone: NOTHING } : NOTHING
}

/** Null where there is no such record, or where the card shows this very version of it: an edit would take its note away. */
async function cardOf(
  deps: DeliveryDeps,
  project: Project,
  record: RecordId | EntryId,
  shown: Posted['shows'],
): Promise<Card | null> {
  const reader = await readerFor(deps, project, null)
  const look = { project, actor: actorOf(project, project.lead, reader), now: reader.now }
  if (isEntryId(record)) {
    const found = await entryBy(deps, project, record)
    if (!found || found.entry.version === shown) return null
    const reads = await readCount(deps, project, found.entry, found.entry.toBeRead, null)
    const view = entryView(look, found.entry, { reads })
    return entryCard({ kind: 'entry', view, note: null, answers: [] }, reader)
  }
  if (isItemId(record)) {
    const item = await deps.records.item(project.id, record)
    if (!item || item.record.version === shown) return null
    return itemCard(itemView(look, item.record), null, reader)
  }
  const issue = await deps.records.issue(project.id, record)
  if (!issue || issue.record.version === shown) return null
  return issueCard(issueView(look, issue.record), null, reader)
}
