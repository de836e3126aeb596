import { ownersOn } from '../domain/cover'
import type { Ask, Cycle } from '../domain/cycle'
import type { Project } from '../domain/project'
import { reminderMoment } from '../domain/reminder'
import type { Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'
import type { Stored } from './ports'
import { loadPresence } from './presence'
import { reminderId } from './weekMessages'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>

/**
 * Reminds everybody who is silent and due in an open week; answers with when the next of them is. The reminder is noted
 * on the ask over the revision that was read, together with its message: an answer, a snooze or another process that
 * comes between wins, and another look, at once, decides anew.
 */
export async function remindSilent(deps: Deps, project: Project, cycle: Cycle): Promise<Instant | null> {
  const { records, clock } = deps
  // The moment at which the look began: while this reads, the clock goes on.
  const now = clock.now()
  const silent = await openAsks(deps, project, cycle)
  const presence = await loadPresence(
    deps,
    project,
    silent.map(({ record }) => record.person.id),
  )
  const momentOf = (ask: Ask) => {
    const { zone, away, wantsReminders } = presence(ask.person.id)
    return reminderMoment(project, ask, {
      now,
      zone,
      away,
      wanted: wantsReminders,
      weekAskedAt: cycle.askedAt,
    })
  }
  const coming: Instant[] = []
  for (const { record: ask, revision } of silent) {
    const at = momentOf(ask)
    if (at !== null && at > now) coming.push(at)
    // A card that is on its way still has to arrive.
    if (at === null || at > now || ask.delivery.status !== 'sent') continue
    const reminded: Ask = { ...ask, remindedAt: [...ask.remindedAt, now] }
    const result = await records.commit(project.id, {
      asks: [{ record: reminded, over: revision }],
      outgoing: [reminder(reminded, now)],
    })
    const next = result === 'saved' ? momentOf(reminded) : now
    if (next !== null) coming.push(next)
  }
  return coming.length === 0 ? null : coming.reduce((a, b) => (a < b ? a : b))
}

/** Those who are silent and still have something open on their card, of their own or of whom they look after. */
async function openAsks(
  { records }: Deps,
  project: Project,
  { week }: Cycle,
): Promise<readonly Stored<Ask>[]> {
  const [asks, items] = await Promise.all([records.asks(project.id, week), records.openItems(project.id)])
  const owning = new Set(items.map((item) => item.owner.id))
  return asks.filter(
    ({ record }) => record.answeredAt === null && [...ownersOn(record)].some((owner) => owning.has(owner)),
  )
}

function reminder(ask: Ask, at: Instant): Outgoing {
  const { week, person } = ask
  return { id: reminderId(ask), at, what: { kind: 'reminder', week, person: person.id } }
}
