import type { Ask } from './cycle'
import type { Project } from './project'
import { postMoment } from './schedule'
import { epochMs, type Instant, type ZoneId } from './time'
import { stepAt } from './week'
import { workingMoment } from './workingHours'

/** A card that somebody got less than this before, in ms, needs no reminder. */
const FRESH = 2 * 3_600_000

/**
 * When somebody is reminded of their card, seen from `now`: at the project's time on the wall of their own zone, inside
 * working hours there, and while the recap is still to come. Null: not at all. Who has answered, or whose card did not
 * arrive as far as one knows, is never reminded, and nobody twice in a week.
 */
export function reminderMoment(
  project: Pick<Project, 'week' | 'zone' | 'reminds'>,
  ask: Ask,
  { now, zone, weekAskedAt }: { readonly now: Instant; readonly zone: ZoneId; readonly weekAskedAt: Instant },
): Instant | null {
  const isSilent = ask.answeredAt === null && ask.remindedAt === null
  const isReached = ask.delivery.status === 'sent' || ask.delivery.status === 'pending'
  if (!project.reminds || !isSilent || !isReached) return null
  const planned = stepAt(ask.week, 'remind', project.week, zone)
  if (epochMs(planned) - epochMs(ask.askedAt) < FRESH) return null
  const at = workingMoment(planned > now ? planned : now, zone)
  return at < postMoment(project, ask.week, weekAskedAt) ? at : null
}
