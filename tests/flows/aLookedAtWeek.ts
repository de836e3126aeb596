import type { ActionItem } from '../../bot/domain/actionItem'
import type { Project } from '../../bot/domain/project'
import { USUAL_RAISING } from '../../bot/domain/raising'
import type { Instant } from '../../bot/domain/time'
import type { FlowDeps } from '../../bot/flows/deps'
import { runWeek } from '../../bot/flows/runWeek'
import { at, inDays, ISAIAH, MEGAN } from '../support/builders'
import { aWeek } from './theWeek'

/** Northwind's project with its troubles raised as usual: Monday to Friday at nine. It was set up weeks ago. */
export async function aLookedAtWeek(over: Partial<Project> = {}) {
  const world = await aWeek({ createdAt: at('2026-11-02'), raising: USUAL_RAISING, ...over })
  const { deps, project, clock, records, outgoing, givenItem } = world
  return {
    ...world,
    /** What the clock does at this moment; answers with when it looks again. */
    clockAt: (moment: Instant, other: Partial<FlowDeps> = {}) => {
      clock.set(moment)
      return runWeek({ ...deps, ...other }, project)
    },
    /** Days whose digests wait to be sent. */
    digests: async () =>
      (await outgoing()).flatMap((what) => (what.kind === 'digest' ? [String(what.on)] : [])),
    theProject: async (): Promise<Project> => {
      const stored = await records.project(project)
      if (!stored) throw new Error('No project')
      return stored.record
    },
    raised: async () => (await records.raised(project))?.record ?? null,
    /** Blocked for so many days on Friday 20 November. */
    givenBlocked: (days: number, item: Partial<ActionItem> = {}) =>
      givenItem({
        owner: ISAIAH,
        title: 'Test the bank interface',
        state: { status: 'blocked', reason: 'firewall', needs: MEGAN, since: at(inDays(-days)) },
        ...item,
      }),
    changeProject: async (change: Partial<Project>) => {
      const stored = await records.project(project)
      if (!stored) throw new Error('No project')
      const record = { ...stored.record, ...change }
      await records.commit(project, { project: { record, over: stored.revision } })
    },
  }
}
