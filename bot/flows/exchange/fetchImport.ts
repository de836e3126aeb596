import type { CommandOf, Order } from '../command'
import type { FlowDeps } from '../deps'
import type { Outcome } from '../outcome'
import { headOf } from '../projectHead'
import { onlyTheLead } from '../rights'
import { mayImport } from './leading'
import { receiveImport } from './receiveImport'

type Deps = Pick<FlowDeps, 'records' | 'roster' | 'teamAccess' | 'clock' | 'exchange'>

/** Gets a file that was sent in the chat from where Teams keeps it, for who may import, and takes it in. */
export async function fetchImport(deps: Deps, order: Order<CommandOf<'fetchImport'>>): Promise<Outcome> {
  const project = (await deps.records.project(order.project))?.record
  if (!project) return { kind: 'notSetUp' }
  if (!(await mayImport(deps, order.actor, project))) return onlyTheLead(project)
  const { url, name } = order.command
  const got = await deps.exchange.files.get(url)
  if (got.kind === 'file') return receiveImport(deps, order, { name, bytes: got.bytes })
  const why = got.kind === 'tooBig' ? 'tooBig' : 'unreachable'
  return { kind: 'importRefused', project: headOf(project), file: name, why }
}
