import { digestCard } from '../../cards/digestCard'
import type { Delivery as Fate, MessageRef } from '../../domain/cycle'
import { delivered, mayRaise } from '../../domain/digest'
import type { Project } from '../../domain/project'
import type { PlainDate } from '../../domain/time'
import type { Commit } from '../../flows/ports'
import { troubleNow, troubleView } from '../../flows/troubleNow'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, type DeliveryDeps } from './parts'

/**
 * What is over the limits as the records stand now, what was new at that day's look first. Where all that was new is
 * solved by now, or the project rests or was turned off meanwhile, there is nothing to say.
 */
export async function digest(deps: DeliveryDeps, project: Project, on: PlainDate): Promise<Delivery> {
  const { records, clock } = deps
  const now = clock.now()
  const stored = await records.raised(project.id)
  const known = stored?.record.known.filter((one) => one.on === on) ?? []
  if (known.length === 0 || !mayRaise(project, now)) return NOTHING
  const troubles = await troubleNow(deps, project, now)
  const view = troubleView(project, now, troubles, ({ key }) => known.some((one) => one.key === key))
  if (view.fresh.length === 0) return NOTHING
  const person = project.lead.id
  const note = (fate: Fate) => noteFate(deps, project, on, fate)
  return {
    kind: 'post',
    recipient: { to: 'person', person },
    card: digestCard(view, await readerFor(deps, project, person)),
    sent: (message: MessageRef) => note({ status: 'sent', at: clock.now(), message }),
    refused: (why) => note({ status: 'unreachable', at: clock.now(), why, fallback: false }),
    unknown: () => note({ status: 'unknown', at: clock.now() }),
  }
}

/** What became of a digest, on top of what the looks have noted by then. */
async function noteFate(
  { records }: DeliveryDeps,
  project: Project,
  on: PlainDate,
  fate: Fate,
): Promise<Commit> {
  const stored = await records.raised(project.id)
  return stored ? { raised: { record: delivered(stored.record, on, fate), over: stored.revision } } : {}
}
