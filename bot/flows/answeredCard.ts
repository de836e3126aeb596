import type { ActionItem } from '../domain/actionItem'
import { ownersOn } from '../domain/cover'
import type { Answer, Ask } from '../domain/cycle'
import type { ItemId } from '../domain/ids'
import type { Project } from '../domain/project'
import { answersOf } from './answersOf'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import type { Stored } from './ports'

/** The card and all that its answers touch, as read in one attempt. */
export type CardRecords = {
  readonly ask: Stored<Ask>
  readonly answers: readonly Stored<Answer>[]
  /** The items on the card, the actor's and those they look after: the open ones, and those that its answers ended. */
  readonly items: ReadonlyMap<ItemId, Stored<ActionItem>>
}

/** Whose items may be answered comes from the ask, which the service alone writes: a press can name any. */
export async function loadCard(
  { records }: Pick<FlowDeps, 'records'>,
  { command, actor }: Order<CommandOf<'answer'>>,
  project: Project,
): Promise<CardRecords | null> {
  const ask = await records.ask(project.id, command.week, actor.person.id)
  if (!ask) return null
  const owners = ownersOn(ask.record)
  const answers = await answersOf(records, project.id, command.week, owners)
  const open = await records.openItems(project.id)
  const ids = new Set([
    ...open.filter((item) => owners.has(item.owner.id)).map((item) => item.id),
    ...answers.map(({ record }) => record.item),
    ...command.answers.map(({ item }) => item),
  ])
  const items = await Promise.all([...ids].map((id) => records.item(project.id, id)))
  const theirs = items.flatMap((item) => (item && owners.has(item.record.owner.id) ? [item] : []))
  return { ask, answers, items: new Map(theirs.map((item) => [item.record.id, item])) }
}

/** This week's answer about an item, where one was given. */
export function earlierAnswer({ answers }: CardRecords, id: ItemId): Stored<Answer> | null {
  return answers.find(({ record }) => record.item === id) ?? null
}
