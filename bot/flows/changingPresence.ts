import type { PersonId, ProjectId, TenantId } from '../domain/ids'
import { weekIn, weeksLater } from '../domain/week'
import { coverAway } from './coverAway'
import type { FlowDeps } from './deps'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>

/**
 * Changes somebody's wishes about being away, and brings the open weeks of all their projects into line with it at once.
 * The clock is told first: it looks once more when all this is certain to have ended, so that a crash in the middle
 * leaves nothing that is not put right within minutes.
 */
export async function changingPresence(
  deps: Deps,
  { tenant, person }: { readonly tenant: TenantId; readonly person: PersonId },
  here: ProjectId,
  change: () => Promise<void>,
): Promise<void> {
  const projects = await lookedAtSoon(deps, { tenant, person }, here)
  await change()
  for (const project of projects) await coverIn(deps, project)
}

/** All projects of somebody, in which the clock looks soon at what it is to do next. */
export async function lookedAtSoon(
  { people, records }: Pick<Deps, 'people' | 'records'>,
  { tenant, person }: { readonly tenant: TenantId; readonly person: PersonId },
  here: ProjectId,
): Promise<readonly ProjectId[]> {
  const projects = [...new Set([here, ...(await people.projectsOf(tenant, person))])]
  for (const project of projects) await records.lookSoon(project)
  return projects
}

/** In a week that was asked for and has no recap yet; a project that rests is left alone. */
async function coverIn(deps: Deps, id: ProjectId): Promise<void> {
  const stored = await deps.records.project(id)
  if (!stored || stored.record.state.status === 'paused') return
  const running = weekIn(deps.clock.now(), stored.record.zone)
  for (const week of [running, weeksLater(running, -1)]) {
    const [cycle, recap] = await Promise.all([deps.records.cycle(id, week), deps.records.recap(id, week)])
    if (!cycle || recap || cycle.record.leftOutAt !== null) continue
    await coverAway(deps, stored.record, cycle.record, 'atOnce')
  }
}
