import { rowsToTake, type ImportCard, type ImportJob } from '../../domain/exchange/importJob'
import type { Instant } from '../../domain/time'
import type { FlowDeps } from '../deps'
import type { Outgoing } from '../outgoing'

type Deps = Pick<FlowDeps, 'records' | 'clock'>

/*
 * The cards of an import are edited by the outbox alone: it draws them when it sends them, one after the other, so that
 * the latest edit shows the latest state. An edit by the turn itself could come last and show what was long ago.
 */

/** Shows on a card how far an import is. */
export async function showOn(deps: Deps, job: ImportJob, card: ImportCard | null): Promise<void> {
  if (card) await order(deps, job, message(job, card, 'soFar', deps.clock.now()))
}

/** Shows it on the card that follows the import, if one does. */
export function showOnCard(deps: Deps, job: ImportJob): Promise<void> {
  return showOn(deps, job, job.run?.card ?? null)
}

/** Shows on the card what came of the import. */
export async function showEnd(deps: Deps, job: ImportJob): Promise<void> {
  const card = job.run?.card
  if (card) await order(deps, job, message(job, card, 'end', deps.clock.now()))
}

/** The same, unless it was ordered before: a crash may have come between the end and its message. */
export async function showEndOnce(deps: Deps, job: ImportJob): Promise<void> {
  const card = job.run?.card
  if (!card) return
  const { id } = message(job, card, 'end', deps.clock.now())
  const fates = await deps.records.fates(job.project, [id])
  if (!fates.has(id)) await showEnd(deps, job)
}

/** Quarters of the rows that were taken or left out so far. */
export function quartersOf(job: ImportJob): number {
  const { created, updated, unchanged, skipped } = job.counts
  return Math.floor((4 * (created + updated + unchanged + skipped)) / Math.max(1, rowsToTake(job)))
}

function message(job: ImportJob, card: ImportCard, what: 'soFar' | 'end', at: Instant): Outgoing {
  return {
    id: `importCard.${job.id}.${card.message.message}.${what}`,
    at,
    what: { kind: 'importCard', import: job.id, ...card },
  }
}

async function order({ records }: Deps, job: ImportJob, outgoing: Outgoing): Promise<void> {
  await records.commit(job.project, { outgoing: [outgoing] })
}
