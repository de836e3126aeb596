import { channelWeekCard } from '../../cards/channelWeek'
import type { Project } from '../../domain/project'
import type { WeekId } from '../../domain/week'
import { loadChannelWeek } from '../../flows/channelWeekView'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, remembered, type DeliveryDeps } from './parts'

/** The channel's card of a week: posted once, edited in place from then on, posted again where it was deleted. */
export async function channelWeek(deps: DeliveryDeps, project: Project, week: WeekId): Promise<Delivery> {
  const [view, standing, reader] = await Promise.all([
    loadChannelWeek(deps, project, week),
    deps.records.posted(project.id, `week:${week}`),
    readerFor(deps, project, null),
  ])
  // Unknown: it may stand there, and a second one would be one too many.
  if ((view.asked === 0 && view.away.length === 0) || standing?.message === null) return NOTHING
  const card = channelWeekCard(view, reader)
  const post: Delivery = {
    kind: 'post',
    recipient: { to: 'channel' },
    card,
    ...remembered(`week:${week}`),
  }
  return standing ? { kind: 'edit', message: standing.message, card, whenGone: post } : post
}
