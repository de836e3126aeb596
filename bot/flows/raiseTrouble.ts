import { lookedAt, lookMoment } from '../domain/digest'
import type { Project } from '../domain/project'
import type { Instant } from '../domain/time'
import type { FlowDeps } from './deps'
import type { Outgoing } from './outgoing'
import { troubleNow } from './troubleNow'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'clock'>

/**
 * Looks at a project's troubles where a look is due, and raises what is new with the lead; answers with when to look
 * next, null for never while nothing of the project changes.
 *
 * The look is noted over the revision that was read, and the digest's message stands in the same transaction: of two
 * processes at once one looks, the other loses and sends nothing. A crash before it leaves the day to the next look,
 * one after it a message that the outbox still sends.
 */
export async function raiseTrouble(deps: Deps, project: Project, wasAsked: boolean): Promise<Instant | null> {
  const { records, people, clock } = deps
  const zone = (await people.contact(project.tenant, project.lead.id))?.zone ?? project.zone
  for (;;) {
    const now = clock.now()
    const stored = await records.raised(project.id)
    const before = stored?.record ?? null
    const lookedOn = before?.lookedOn ?? null
    const { day, next } = lookMoment(project, { now, zone, lookedOn, wasAsked })
    if (day === null) return next
    const troubles = await troubleNow(deps, project, now)
    const { raised, digest } = lookedAt(before, troubles, { day, at: now, lead: project.lead })
    // Lost to another's look, or to the note of what became of the last digest: what stands then says which.
    await records.commit(project.id, {
      raised: { record: raised, over: stored?.revision ?? 'new' },
      outgoing: digest ? [digestMessage(digest.on, now)] : [],
    })
  }
}

function digestMessage(on: Extract<Outgoing['what'], { kind: 'digest' }>['on'], at: Instant): Outgoing {
  return { id: `digest.${on}`, at, what: { kind: 'digest', on } }
}
