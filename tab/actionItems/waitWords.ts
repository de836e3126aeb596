import { chain, head, person, ring, withTrouble } from '#words/waiting'
import type { ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import { firstName } from '../look/words'
import { namesWords, troubleWords } from './itemWords'
import type { Wait } from './waiting'

/* What is said of who waits for whom. */

/** "A-4, 3 d over". */
export function itemWithTrouble(item: ItemRow, project: ProjectFacts): string {
  const trouble = troubleWords(item, project)
  return trouble === null ? item.id : withTrouble(item.id, trouble)
}

/** The longest chain of waiting as one sentence. */
export function chainWords(waits: readonly Wait[], project: ProjectFacts): string {
  const [first, ...rest] = waits.map(({ who, on, items }) => ({
    who: firstName(who.name),
    on: firstName(on.name),
    because: items.map((item) => itemWithTrouble(item, project)),
  }))
  return first ? chain(first, rest) : ''
}

export function ringWords(people: readonly ItemRow['owner'][]): string {
  return ring(namesWords(people.map(({ name }) => firstName(name))))
}

export function waitHead({ who, on }: Wait): string {
  return head(firstName(who.name), firstName(on.name))
}

/** Under a person's name in the drawing. */
export function personFacts(waitedBy: number, waitsFor: number): string {
  return waitedBy === 0 ? person.waitsFor(waitsFor) : person.waitedBy(waitedBy)
}
