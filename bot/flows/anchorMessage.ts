import type { ProjectId } from '../domain/ids'
import { epochMs, fromEpochMs, type Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing } from './ports'

const MINUTE = 60_000

/**
 * Edits the channel's card of how the project runs, or posts it. Its moment is the minute's beginning: what changes in
 * the same minute comes to one message, and one to one edit.
 */
export function anchorMessage(now: Instant, post: boolean): Outgoing {
  const at = fromEpochMs(Math.floor(epochMs(now) / MINUTE) * MINUTE)
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
