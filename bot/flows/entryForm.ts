import type { Project } from '../domain/project'
import type { EntryRefusal, SourceEntry } from '../domain/sourceEntry'
import type { CommandOf, NewEntry, Order } from './command'
import type { FlowDeps } from './deps'
import { entryBy } from './findEntry'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { onlyWhoseEntry } from './rights'
import { entryView } from './sourceView'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'clock'>

/** The form of an entry: of a usual place with its usual values, of a written one with what stands. */
export async function editEntry(deps: Deps, order: Order<CommandOf<'editEntry'>>): Promise<Outcome> {
  const stored = await deps.records.project(order.project)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const { entry: id } = order.command
  const found = await entryBy(deps, project, id)
  if (!found) return { kind: 'notFound', id }
  const { entry } = found
  const view = entryView({ project, actor: order.actor, now: deps.clock.now() }, entry)
  if (!view.canChange) return onlyWhoseEntry(project, entry)
  return entryFormFor(deps, project, entry, typedOf(entry), null)
}

/** What a form shows of an entry as it stands. */
export function typedOf({ title, kind, content, owner, reviewDays }: SourceEntry): NewEntry {
  const words = content.kind === 'link' ? content.url : content.kind === 'text' ? content.text : ''
  return { title, about: kind, content: words, owner, reviewDays, toBeRead: false }
}

export async function entryFormFor(
  { roster }: Pick<FlowDeps, 'roster'>,
  project: Project,
  entry: SourceEntry | null,
  typed: NewEntry,
  problem: EntryRefusal | null,
): Promise<Outcome> {
  const members = await roster.members(project.id)
  return { kind: 'entryForm', project: headOf(project), entry, typed, members, problem }
}
