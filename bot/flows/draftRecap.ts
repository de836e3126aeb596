import type { Project } from '../domain/project'
import { weekIn, type WeekId } from '../domain/week'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { readEdit } from './draftEdit'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { openQuestions } from './openQuestions'
import { recapAsOf } from './recapAsOf'

type Deps = Pick<FlowDeps, 'records' | 'clock'>

/** The lead's draft of this week's recap, with its evidence, to be edited and posted. */
export async function draftRecap(deps: Deps, order: Order<CommandOf<'draft'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  if (!leads(order.actor, stored.record)) return onlyTheLead(stored.record)
  const { record: project } = stored
  return show(deps, project, weekIn(deps.clock.now(), project.zone))
}

/**
 * Keeps the lead's edit of a draft, or shows what keeps it from being saved with all that was typed. An edit of a week
 * whose recap stands is answered with that recap: what was posted is never rewritten.
 */
export async function editDraft(deps: Deps, order: Order<CommandOf<'editDraft'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(order.actor, project)) return onlyTheLead(project)
  return againWhenLost(async () => {
    const { week, edit } = order.command
    const posted = await deps.records.recap(project.id, week)
    if (posted) return { kind: 'recapPosted', project: headOf(project), posted: posted.record, again: true }
    const now = deps.clock.now()
    const before = await deps.records.draft(project.id, week)
    const recap = await recapAsOf(deps, project, week, now, before?.record ?? null)
    const read = readEdit(edit, { recap, before: before?.record ?? null, by: order.actor.person, at: now })
    if (read.kind === 'problems') {
      return { kind: 'draft', project: headOf(project), recap, typed: edit, problems: read.problems }
    }
    const draft = { record: read.draft, over: before?.revision ?? ('new' as const) }
    if ((await deps.records.commit(project.id, { draft })) === 'lost') return 'lost'
    return show(deps, project, week)
  })
}

async function show(deps: Deps, project: Project, week: WeekId): Promise<Outcome> {
  const now = deps.clock.now()
  const posted = await deps.records.recap(project.id, week)
  if (posted) return { kind: 'recapPosted', project: headOf(project), posted: posted.record, again: true }
  const draft = await deps.records.draft(project.id, week)
  const recap = await recapAsOf(deps, project, week, now, draft?.record ?? null)
  const questions = await openQuestions(deps, project)
  return { kind: 'draft', project: headOf(project), recap, typed: null, problems: [], questions }
}
