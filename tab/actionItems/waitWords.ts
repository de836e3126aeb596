import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { counted, firstName } from '../look/words'
import { namesWords, troubleWords } from './itemWords'
import type { Wait } from './waiting'

/* The words of who waits for whom. */

export const NOBODY_WAITS = {
  title: 'Nobody waits for anybody',
  text: 'Once an item says who waits for it, or who could free it, you see here who has to go first.',
}

/** "A-4, 3 d over". */
export function itemWithTrouble(item: ItemRow, project: ProjectFacts): string {
  const trouble = troubleWords(item, project)
  return trouble === null ? item.id : `${item.id}, ${trouble}`
}

/** The longest chain of waiting as one sentence. */
export function chainWords(chain: readonly Wait[], project: ProjectFacts): string {
  const [first, ...rest] = chain
  if (!first) return ''
  const because = ({ items }: Wait) => `(${items.map((item) => itemWithTrouble(item, project)).join('; ')})`
  const start = `${firstName(first.who.name)} waits for ${firstName(first.on.name)} ${because(first)}`
  const links = rest.map((wait) => `, who waits for ${firstName(wait.on.name)} ${because(wait)}`)
  return `The longest wait: ${start}${links.join('')}.`
}

/** People who wait for each other: none can go first. */
export function ringWords(people: readonly ItemRow['owner'][]): string {
  const names = namesWords(people.map(({ name }) => firstName(name)))
  return `${names} wait for each other: one of them has to go first, or somebody has to help.`
}

export function waitHead({ who, on }: Wait): string {
  return `${firstName(who.name)} waits for ${firstName(on.name)}`
}

/** Under a person's name in the drawing. */
export function personFacts(waitedBy: number, waitsFor: number): string {
  if (waitedBy === 0) return `waits for ${counted(waitsFor, 'person', 'people')}`
  return counted(waitedBy, 'person waits', 'people wait')
}

export function moreWords(count: number): string {
  return `${count} more`
}
