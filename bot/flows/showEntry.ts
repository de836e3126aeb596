import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { findEntry } from './findEntry'
import type { Outcome } from './outcome'
import { entryView, readCount } from './sourceView'

/** One entry as it stands now, with its history when that was asked for. */
export async function showEntry(
  deps: Pick<FlowDeps, 'records' | 'roster' | 'clock'>,
  { project: id, actor, command }: Order<CommandOf<'showEntry'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const finding = await findEntry(deps, project, command.entry)
  if (finding.kind === 'not') return finding.outcome
  const { entry } = finding.found
  const [history, reads] = await Promise.all([
    command.history ? deps.records.history(id, entry.id) : null,
    readCount(deps, project, entry, entry.toBeRead, actor.person),
  ])
  const look = { project, actor, now: deps.clock.now() }
  return { kind: 'entry', view: entryView(look, entry, { history, reads }), note: null, answers: [] }
}
