import { importCard } from '../../cards/exchangeCards'
import type { Project } from '../../domain/project'
import { progressOf } from '../../flows/exchange/previewImport'
import type { OutgoingWhat } from '../../flows/outgoing'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, type DeliveryDeps } from './parts'

/** The card of an import in somebody's own chat, with how far it is when the card is sent. */
export async function importProgress(
  deps: DeliveryDeps,
  project: Project,
  { import: id, person, message }: Extract<OutgoingWhat, { kind: 'importCard' }>,
): Promise<Delivery> {
  const stored = await deps.exchange.imports.job(id)
  // Its file is kept for days, and what came of it stands on the card by then.
  if (!stored || stored.record.project !== project.id || stored.record.state.status === 'ready')
    return NOTHING
  const card = importCard(progressOf(deps, project, stored.record), await readerFor(deps, project, person))
  return { kind: 'edit', message, card, whenGone: NOTHING }
}
