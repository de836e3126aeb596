import {
  goesOnByItself,
  lookedAfterAt,
  type ImportJob,
  type ImportRun,
} from '../../domain/exchange/importJob'
import type { Person } from '../../domain/person'
import type { Project } from '../../domain/project'
import { epochMs, fromEpochMs, type Instant } from '../../domain/time'
import type { Actor, CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { ImportLook } from '../exchangePorts'
import { showEndOnce, showOnCard } from './importCards'
import { carryOn } from './importRecords'
import { mayImport } from './leading'

/** Longer than it takes from watching an import to its claim, in ms, repetitions included. */
const CLAIMED_WITHIN = 10 * 60_000

/**
 * Looks whether somebody is still at an import, goes on with one whose process is gone, and answers with when to look
 * again; null: never. Of several who find it at a halt, one claims it: whoever writes it over what was read.
 */
export async function lookAfterImport(
  deps: FlowDeps,
  { import: id, since }: Pick<ImportLook, 'import' | 'since'>,
): Promise<Instant | null> {
  const { exchange, records, clock } = deps
  const stored = await exchange.imports.job(id)
  const now = clock.now()
  if (!stored || stored.record.until <= now) return null
  const job = stored.record
  if (job.state.status === 'done') {
    await showEndOnce(deps, job)
    return null
  }
  if (job.state.status === 'ready') return stillToBeClaimed(since, now)
  const next = lookedAfterAt(job)
  if (next === null || next > now) return next
  const project = (await records.project(job.project))?.record
  if (!project || !job.run) return null
  if (!goesOnByItself(job) || !(await mayStillImport(deps, project, job.run))) {
    await showOnCard(deps, job)
    return null
  }
  const run = { ...job.run, inVain: job.run.inVain + 1 }
  const taken: ImportJob = { ...job, state: { status: 'running', beat: now }, run }
  // A crash right after the claim leaves a job without a beat, and this look on the list.
  const revision = await exchange.imports.save(taken, stored.revision)
  if (revision) {
    const order = orderOf(project, taken, run)
    await showOnCard(deps, taken)
    exchange.later((records) => carryOn({ ...deps, records }, order, project, { job: taken, revision }))
  }
  return lookedAfterAt(taken)
}

/** Somebody is about to begin it, or wanted to and did not get there: then it is shown to them again as it was. */
function stillToBeClaimed(since: Instant, now: Instant): Instant | null {
  const until = epochMs(since) + CLAIMED_WITHIN
  return until > epochMs(now) ? fromEpochMs(until) : null
}

/** Whoever had it taken is on the team still, and may import. */
async function mayStillImport(deps: FlowDeps, project: Project, { by: person }: ImportRun): Promise<boolean> {
  const members = await deps.roster.members(project.id)
  return members.some(({ id }) => id === person.id) && mayImport(deps, actorOf(project, person), project)
}

function actorOf({ tenant, zone }: Project, person: Person): Actor {
  // Nobody waits for an answer to it, in whichever language.
  return { tenant, person, locale: 'en-GB', zone, ownsTeam: false }
}

/** What was ordered by whoever had it taken. */
function orderOf(
  project: Project,
  { id }: ImportJob,
  { by, door, card }: ImportRun,
): Order<CommandOf<'runImport'>> {
  return { project: project.id, actor: actorOf(project, by), door, command: { do: 'runImport', id, card } }
}
