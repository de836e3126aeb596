import { changeOf } from '../domain/history'
import type { Project, ProjectState } from '../domain/project'
import type { Instant } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'

type Deps = Pick<FlowDeps, 'records' | 'clock'>

/** No cycles until somebody resumes: nobody is asked, reminded or drafted for. The lead's to do. */
export async function pauseProject(deps: Deps, order: Order<CommandOf<'pause'>>): Promise<Outcome> {
  return setState(deps, order, 'paused', (at) => ({ status: 'paused', since: at, by: order.actor.person }))
}

/** The week goes on. The lead's to do. */
export async function resumeProject(deps: Deps, order: Order<CommandOf<'resume'>>): Promise<Outcome> {
  return setState(deps, order, 'resumed', () => ({ status: 'running' }))
}

async function setState(
  { records, clock }: Deps,
  order: Order,
  kind: 'paused' | 'resumed',
  stateAt: (now: Instant) => ProjectState,
): Promise<Outcome> {
  return againWhenLost(async () => {
    const stored = await records.project(order.project)
    if (!stored) return { kind: 'notSetUp' }
    const before = stored.record
    if (!leads(order.actor, before)) return onlyTheLead(before)
    const now = clock.now()
    const state = stateAt(now)
    if (state.status === before.state.status) return { kind, project: headOf(before), already: true }
    const after: Project = { ...before, state, version: before.version + 1 }
    const story = { by: order.actor.person, at: now, door: order.door }
    const saved = await records.commit(order.project, {
      project: { record: after, over: stored.revision },
      changes: [changeOf('project', before, after, story)],
    })
    return saved === 'lost' ? 'lost' : { kind, project: headOf(after), already: false }
  })
}
