import type { ActionItem } from '../domain/actionItem'
import { creationOf } from '../domain/history'
import type { ItemId } from '../domain/ids'
import type { Project } from '../domain/project'
import { cleanLine, cleanText, TITLE_MAX, type Cleaned } from '../domain/text'
import type { Instant } from '../domain/time'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { itemView } from './recordView'
import { meetInProject } from './meetInProject'
import { tooLong } from './tooLong'

/** Adds an action item under the next number; without a title or an owner it asks for them and adds nothing. */
export async function addItem(
  deps: Pick<FlowDeps, 'records' | 'people' | 'roster' | 'clock'>,
  order: Order<CommandOf<'addItem'>>,
): Promise<Outcome> {
  const { records, roster, clock } = deps
  const { actor, command, project: id } = order
  const stored = await records.project(id)
  if (!stored) return { kind: 'notSetUp' }
  const project = stored.record
  const refusal = tooLong({ title: command.title, unblocks: command.unblocks })
  if (refusal) return refusal
  const { owner } = command
  const title = kept(cleanLine(command.title, TITLE_MAX))
  if (owner === null || title === '') {
    return {
      kind: 'itemForm',
      project: headOf(project),
      draft: command,
      workstreams: project.workstreams,
      members: await roster.members(id),
      missing: [...(title === '' ? ['title' as const] : []), ...(owner === null ? ['owner' as const] : [])],
    }
  }
  await meetInProject(deps, order, [owner, command.for])
  const now = clock.now()
  let added: ActionItem | undefined
  await records.createItem(id, (number) => {
    added = newItem(number, project, order, { title, owner }, now)
    return {
      items: [{ record: added, over: 'new' }],
      changes: [creationOf(number, { by: actor.person, at: now, door: order.door })],
    }
  })
  if (!added) throw new Error('An item was created that was never made')
  return { kind: 'record', view: itemView({ project, actor, now }, added), note: { kind: 'added' } }
}

function newItem(
  id: ItemId,
  project: Project,
  { actor, command }: Order<CommandOf<'addItem'>>,
  { title, owner }: Pick<ActionItem, 'title' | 'owner'>,
  now: Instant,
): ActionItem {
  const unblocks = kept(cleanText(command.unblocks ?? ''))
  return {
    id,
    title,
    owner,
    for: command.for,
    unblocks: unblocks === '' ? null : unblocks,
    workstream: project.workstreams.find(({ id }) => id === command.workstream)?.id ?? null,
    due: command.due && { first: command.due, moves: [] },
    state: { status: 'open' },
    conversation: command.conversation,
    createdBy: actor.person,
    createdAt: now,
    changedBy: actor.person,
    changedAt: now,
    version: 1,
  }
}

/** `tooLong` has refused what can't be kept whole before this. */
function kept(clean: Cleaned): string {
  if (clean.kind === 'tooLong') throw new Error('A text was too long after its length was checked')
  return clean.text
}
