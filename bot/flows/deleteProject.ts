import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { leads, onlyTheLead } from './rights'

/**
 * Takes a project away with all of its records. The lead's to do, who says its name so that it is meant. From the first
 * moment on there is no project; its records go after it.
 */
export async function deleteProject(
  { records }: Pick<FlowDeps, 'records'>,
  { project: id, actor, command: { name } }: Order<CommandOf<'deleteProject'>>,
): Promise<Outcome> {
  const stored = await records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  if (!leads(actor, project)) return onlyTheLead(project)
  const head = headOf(project)
  if (name === null || !isMeant(name, project)) return { kind: 'deleteAsked', project: head, said: name }
  // Somebody else was faster; what was wanted is so.
  await records.remove(id)
  return { kind: 'deleted', project: head, by: actor.person }
}

/** Whether somebody says a project's name, with its customer's or without, however it is spaced and cased. */
function isMeant(
  said: string,
  { name, customer }: { readonly name: string; readonly customer: string },
): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return [name, `${customer} ${name}`, `${name} ${customer}`].map(plain).includes(plain(said))
}
