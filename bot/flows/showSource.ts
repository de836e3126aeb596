import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { entriesToVerify } from './entriesToVerify'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { loadSource } from './sourceView'

/** How this project runs; or, of it, what waits for the asker's word that it is still true. */
export async function showSource(
  deps: Pick<FlowDeps, 'records' | 'clock'>,
  { project: id, actor, command }: Order<CommandOf<'source'>>,
): Promise<Outcome> {
  const stored = await deps.records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const now = deps.clock.now()
  if (command.mine !== true) return { kind: 'source', view: await loadSource(deps, project, now) }
  const lines = await entriesToVerify(deps, project, actor.person.id)
  return { kind: 'toVerify', project: headOf(project), lines }
}
