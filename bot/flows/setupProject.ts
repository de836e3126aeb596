import { changeOf, creationOf, fieldsChanged } from '../domain/history'
import type { ProjectId } from '../domain/ids'
import { languageOf } from '../domain/language'
import type { Member } from '../domain/person'
import type { Project } from '../domain/project'
import { USUAL_RAISING } from '../domain/raising'
import { readSetup, setupFieldsOf, type SetupValues } from '../domain/projectSetup'
import { epochMs, fromEpochMs } from '../domain/time'
import { againWhenLost } from './againWhenLost'
import { anchorRefresh } from './anchorMessage'
import type { CommandOf, Order, SetupForm } from './command'
import type { FlowDeps } from './deps'
import { meetInProject } from './meetInProject'
import type { Outcome, SetupProblem } from './outcome'
import { overtakenBy } from './overtakenBy'
import type { Stored } from './ports'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'
import { reasonIn } from './reasonIn'

type Deps = Pick<FlowDeps, 'records' | 'people' | 'channels' | 'roster' | 'clock'>
type SaveSetup = Order<CommandOf<'saveSetup'>>

/** The setup form: for a new project with the usual week and the asker as its lead, later with the project in it. */
export async function showSetup(
  { records, roster }: Pick<Deps, 'records' | 'roster'>,
  { project: id, actor }: Order<CommandOf<'showSetup'>>,
): Promise<Outcome> {
  const [stored, members] = await Promise.all([records.project(id), roster.members(id)])
  const project = stored?.record ?? null
  const going = project ? null : await stillGoing(records, id)
  if (going) return going
  if (project && !leads(actor, project)) return onlyTheLead(project)
  const form = setupFieldsOf(project)
  return {
    kind: 'setupForm',
    project: project && headOf(project),
    form: project
      ? form
      : { ...form, lead: actor.person, zone: actor.zone ?? '', language: languageOf(actor.locale) },
    version: project?.version ?? null,
    members,
    problems: [],
  }
}

/**
 * Sets the channel up as a project, or changes its settings. Any member may be the first and becomes the lead or
 * names one; later it is the lead's and the team's owners' to do.
 */
export async function saveSetup(deps: Deps, order: SaveSetup): Promise<Outcome> {
  return againWhenLost(async () => {
    const [stored, members] = await Promise.all([
      deps.records.project(order.project),
      deps.roster.members(order.project),
    ])
    if (stored && !leads(order.actor, stored.record)) return onlyTheLead(stored.record)
    const going = stored ? null : await stillGoing(deps.records, order.project)
    if (going) return going
    const given: Given = { stored, members, form: withKnownLead(order, members, stored) }
    const values = await readValues(deps, order, given)
    if ('problems' in values) return formAgain(order, given, values.problems)
    return stored ? change(deps, order, { ...given, stored }, values) : create(deps, order, values)
  })
}

/** So long, in ms, until the records of a project that was deleted are gone for certain. */
const GOING_FOR = 15 * 60_000

/** Nothing is begun where a project's records are still going: what is new would go with them. */
async function stillGoing(records: Deps['records'], id: ProjectId): Promise<Outcome | null> {
  const since = await records.removal(id)
  return since && { kind: 'stillGoing', until: fromEpochMs(epochMs(since) + GOING_FOR) }
}

type Given = {
  readonly stored: Stored<Project> | null
  readonly members: readonly Member[]
  readonly form: SetupForm
}

/**
 * Who leads is a matter of rights, so the roster's word counts and not the form's. Whoever sets a channel up leads it
 * unless they name somebody; a lead who left the team may stay named.
 */
function withKnownLead(
  { actor, command: { form } }: SaveSetup,
  members: readonly Member[],
  stored: Stored<Project> | null,
): SetupForm {
  const before = stored?.record.lead ?? null
  if (form.lead === null) return { ...form, lead: stored ? null : actor.person }
  const wanted = form.lead.id
  const member = members.find(({ id }) => id === wanted)
  if (member) return { ...form, lead: { id: member.id, name: member.name } }
  return { ...form, lead: before?.id === wanted ? before : null }
}

async function readValues(
  deps: Deps,
  order: SaveSetup,
  { stored, form }: Given,
): Promise<SetupValues | { readonly problems: readonly SetupProblem[] }> {
  const before = stored?.record ?? null
  const reading = readSetup(form, { by: order.actor.person, at: deps.clock.now(), before })
  if (reading.kind === 'problems') {
    const { problems } = reading
    const strangerLeads = form.lead === null && order.command.form.lead !== null
    if (!strangerLeads) return { problems }
    const isNoMember = { field: 'lead', because: 'notAMember' } as const
    return { problems: problems.map((problem) => (problem.field === 'lead' ? isNoMember : problem)) }
  }
  const inUse = before ? await workstreamsInUse(deps, before, reading.values) : []
  return inUse.length > 0 ? { problems: inUse } : reading.values
}

/** A workstream that still has open records can't go: their colour would silently vanish from the recap. */
async function workstreamsInUse(
  { records }: Deps,
  before: Project,
  { workstreams }: SetupValues,
): Promise<readonly SetupProblem[]> {
  const gone = before.workstreams.filter((old) => !workstreams.some(({ id }) => id === old.id))
  if (gone.length === 0) return []
  const [items, issues] = await Promise.all([records.openItems(before.id), records.openIssues(before.id)])
  return gone.flatMap(({ id, name }) => {
    const counts = {
      items: items.filter((item) => item.workstream === id).length,
      issues: issues.filter((issue) => issue.workstream === id).length,
    }
    const isInUse = counts.items + counts.issues > 0
    return isInUse ? [{ field: 'workstreams' as const, because: 'inUse' as const, name, ...counts }] : []
  })
}

function formAgain(order: SaveSetup, given: Given, problems: readonly SetupProblem[]): Outcome {
  return {
    kind: 'setupForm',
    project: given.stored && headOf(given.stored.record),
    form: given.form,
    version: order.command.version,
    members: given.members,
    problems,
  }
}

async function create(deps: Deps, order: SaveSetup, values: SetupValues): Promise<Outcome | 'lost'> {
  const place = await deps.channels.place(order.project)
  if (!place) throw new Error('A channel is set up that no activity came from')
  const { actor, door } = order
  const now = deps.clock.now()
  const project: Project = {
    id: order.project,
    tenant: place.tenant,
    team: place.team,
    channel: place.channel,
    ...values,
    raising: USUAL_RAISING,
    audience: [],
    state: { status: 'running' },
    createdBy: actor.person,
    createdAt: now,
    version: 1,
  }
  await meetInProject(deps, order, [actor.person, project.lead])
  const saved = await deps.records.commit(order.project, {
    project: { record: project, over: 'new' },
    changes: [creationOf('project', { by: actor.person, at: now, door })],
  })
  return saved === 'lost' ? 'lost' : { kind: 'projectSaved', project, created: true }
}

async function change(
  deps: Deps,
  order: SaveSetup,
  { stored, members, form }: Given & { readonly stored: Stored<Project> },
  values: SetupValues,
): Promise<Outcome | 'lost'> {
  const before = stored.record
  const after: Project = { ...before, ...values, version: before.version + 1 }
  const fields = fieldsChanged(before, after).map(({ field }) => field)
  if (fields.length === 0) return { kind: 'projectSaved', project: before, created: false }
  const by = await whoCameFirst(deps, order, before, fields)
  if (by) return { kind: 'setupChangedMeanwhile', project: before, by, form, members }
  if (after.lead.id !== before.lead.id) await meetInProject(deps, order, [after.lead])
  const why = fields.includes('goLive') ? reasonIn(form.goLiveWhy) : null
  const story = { by: order.actor.person, at: deps.clock.now(), door: order.door, why }
  const saved = await deps.records.commit(order.project, {
    project: { record: after, over: stored.revision },
    changes: [changeOf('project', before, after, story)],
    outgoing: await anchorRefresh(deps, order.project, story.at),
  })
  return saved === 'lost' ? 'lost' : { kind: 'projectSaved', project: after, created: false }
}

/** Whoever set up or changed, after the form was opened, what this form would write over. */
async function whoCameFirst(
  deps: Deps,
  { project, command }: SaveSetup,
  { version, createdBy }: Project,
  fields: readonly string[],
) {
  if (command.version === null) return createdBy
  const last = await overtakenBy(deps, {
    project,
    record: 'project',
    seen: command.version,
    version,
    fields,
  })
  return last?.by ?? null
}
