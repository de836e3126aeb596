import type { ProjectId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'

/** Edits the channel's card of how the project runs, or posts it. Edits that wait together come to one. */
export function anchorMessage(at: Instant, post: boolean): Outgoing {
  return { id: post ? 'anchor.post' : 'anchor', at, what: { kind: 'anchor', post } }
}

/** What is to be sent because something on the channel's card changed; nothing where no card stands. */
export async function anchorRefresh(
  { records }: Pick<FlowDeps, 'records'>,
  project: ProjectId,
  now: Instant,
): Promise<readonly Outgoing[]> {
  return (await records.posted(project, 'anchor')) ? [anchorMessage(now, false)] : []
}

/**
 * Lets the channel's card follow what only time changes: the recap's colour, and what falls due. A crash before it
 * leaves the card a step behind until the next one.
 */
export async function refreshAnchor(
  deps: Pick<FlowDeps, 'records'>,
  project: ProjectId,
  now: Instant,
): Promise<void> {
  const outgoing = await anchorRefresh(deps, project, now)
  if (outgoing.length > 0) await deps.records.commit(project, { outgoing })
}
