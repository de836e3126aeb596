import type { Ask, Cycle } from '../domain/cycle'
import type { Project } from '../domain/project'
import { reminderMoment } from '../domain/reminder'
import type { Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing, Stored } from './ports'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>

/**
 * Reminds everybody who is silent and due in an open week; answers with when the next of them is. The reminder is noted
 * on the ask over the revision that was read, together with its message: an answer or another process that comes
 * between wins, and the look after this one decides anew.
 */
export async function remindSilent(deps: Deps, project: Project, cycle: Cycle): Promise<Instant | null> {
  if (!project.reminds) return null
  const { records, clock } = deps
  const now = clock.now()
  const coming: Instant[] = []
  for (const ask of await openAsks(deps, project, cycle)) {
    const at = await momentOf(deps, project, cycle, ask.record, now)
    if (at !== null && at > now) coming.push(at)
    // A card that is on its way still has to arrive.
    if (at === null || at > now || ask.record.delivery.status !== 'sent') continue
    await records.commit(project.id, {
      asks: [{ record: { ...ask.record, remindedAt: now }, over: ask.revision }],
      outgoing: [reminder(ask.record, now)],
    })
  }
  return coming.length === 0 ? null : coming.reduce((a, b) => (a < b ? a : b))
}

/** Those who are silent and still own something that is open. */
async function openAsks(
  { records }: Deps,
  project: Project,
  { week }: Cycle,
): Promise<readonly Stored<Ask>[]> {
  const [asks, items] = await Promise.all([records.asks(project.id, week), records.openItems(project.id)])
  const silent = asks.filter(({ record }) => record.answeredAt === null && record.remindedAt === null)
  const owning = new Set(items.map((item) => item.owner.id))
  return silent.filter(({ record }) => owning.has(record.person.id))
}

/** Seen from the moment at which the look began: while this reads, the clock goes on. */
async function momentOf(
  { people }: Deps,
  project: Project,
  cycle: Cycle,
  ask: Ask,
  now: Instant,
): Promise<Instant | null> {
  const [wishes, contact] = await Promise.all([
    people.wishes(project.tenant, ask.person.id),
    people.contact(project.tenant, ask.person.id),
  ])
  if (!wishes.reminders) return null
  const zone = contact?.zone ?? project.zone
  return reminderMoment(project, ask, { now, zone, weekAskedAt: cycle.askedAt })
}

function reminder({ week, person: { id: person } }: Ask, at: Instant): Outgoing {
  return { id: `reminder.${week}.${person}`, at, what: { kind: 'reminder', week, person } }
}
