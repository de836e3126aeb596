import { anchorCard } from '../../cards/sourceCard'
import type { Project } from '../../domain/project'
import { loadSource } from '../../flows/sourceView'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, remembered, type DeliveryDeps } from './parts'

/**
 * The channel's card of how the project runs: posted once where somebody asked for it, edited in place from then on, and
 * posted again where it was deleted. The new one is then the one that is edited.
 */
export async function anchor(deps: DeliveryDeps, project: Project, isWanted: boolean): Promise<Delivery> {
  const standing = await deps.records.posted(project.id, 'anchor')
  if (!standing && !isWanted) return NOTHING
  const reader = await readerFor(deps, project, null)
  const card = anchorCard(await loadSource(deps, project, reader.now), reader)
  const post: Delivery = {
    kind: 'post',
    recipient: { to: 'channel' },
    card,
    ...remembered('anchor'),
  }
  if (!standing) return post
  // Nobody knows whether it arrived: a second one would say the same beside it, and who wants one can ask anew.
  if (!standing.message) return isWanted ? post : NOTHING
  return { kind: 'edit', message: standing.message, card, whenGone: post }
}
