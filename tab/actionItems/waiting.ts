import type { ItemRow } from '../../bot/contract/item'
import type { PlainDate } from '../../bot/domain/time'
import { daysOver, isOpenItem } from './itemList'

/*
 * Who waits for whom, out of the open items: the person an item is for waits for its owner, and its owner waits for
 * whose help would free it. People may wait for each other in a ring: that is told, and nothing here runs round in it.
 */

type Someone = ItemRow['owner']

/** `who` waits for `on`, because of these items. */
export type Wait = { readonly who: Someone; readonly on: Someone; readonly items: readonly ItemRow[] }

/** One wait for each pair of people, the pair with the worst item first. Nobody waits for themselves. */
export function waitsIn(rows: readonly ItemRow[], today: PlainDate): readonly Wait[] {
  const waits = new Map<string, { who: Someone; on: Someone; items: ItemRow[] }>()
  const note = (who: Someone | null, on: Someone | null, item: ItemRow) => {
    if (!who || !on || who.id === on.id) return
    const key = JSON.stringify([who.id, on.id])
    const there = waits.get(key)
    if (!there) waits.set(key, { who, on, items: [item] })
    else if (!there.items.includes(item)) there.items.push(item)
  }
  for (const row of rows.filter(isOpenItem)) {
    note(row.for, row.owner, row)
    if (row.status === 'blocked') note(row.owner, row.needs, row)
  }
  const worst = (wait: Wait) => Math.max(...wait.items.map((item) => trouble(item, today)))
  return [...waits.values()]
    .map((wait) => ({ ...wait, items: wait.items.toSorted((a, b) => trouble(b, today) - trouble(a, today)) }))
    .toSorted((a, b) => worst(b) - worst(a))
}

/** How bad it is, for an order: what is blocked first, then by days over. */
function trouble(item: ItemRow, today: PlainDate): number {
  return (item.status === 'blocked' ? 10_000 : 0) + daysOver(item, today)
}

/** Groups of people who each wait, over the others, for themselves: none of them can go first. */
export function ringsIn(waits: readonly Wait[]): readonly (readonly Someone[])[] {
  return knots(waits).filter((knot) => knot.length > 1)
}

/**
 * The longest row of people of whom each waits for the next; whoever stands last waits for nobody new. Empty where
 * nobody waits. In a ring it goes the short way, and nobody stands in it twice.
 */
export function longestChain(waits: readonly Wait[]): readonly Wait[] {
  // Whoever is waited for comes in an earlier knot, so one pass knows the longest way from each person.
  const from = new Map<string, readonly Wait[]>()
  for (const knot of knots(waits)) {
    const isInside = (id: string) => knot.some((person) => person.id === id)
    const out = waitsOut(waits, knot).filter(({ on }) => !isInside(on.id))
    const ways = knot.map((person) => [
      ...out.map((wait) => [...within(waits, knot, person, wait.who), wait, ...(from.get(wait.on.id) ?? [])]),
      ...knot.map((other) => within(waits, knot, person, other)),
    ])
    knot.forEach((person, index) => from.set(person.id, longest(ways[index] ?? [])))
  }
  return longest([...from.values()])
}

function longest(chains: readonly (readonly Wait[])[]): readonly Wait[] {
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), [])
}

function waitsOut(waits: readonly Wait[], part: readonly Someone[]): readonly Wait[] {
  return waits.filter(({ who }) => part.some(({ id }) => id === who.id))
}

/** The shortest way from one to another inside a knot; empty from somebody to themselves. */
function within(
  waits: readonly Wait[],
  part: readonly Someone[],
  from: Someone,
  to: Someone,
): readonly Wait[] {
  const inside = waitsOut(waits, part).filter(({ on }) => part.some(({ id }) => id === on.id))
  const reached = new Map<string, readonly Wait[]>([[from.id, []]])
  const next = [from.id]
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const way = reached.get(id) ?? []
    if (id === to.id) return way
    for (const wait of inside) {
      if (wait.who.id !== id || reached.has(wait.on.id)) continue
      reached.set(wait.on.id, [...way, wait])
      next.push(wait.on.id)
    }
  }
  return []
}

/** People bound to each other by waiting (Tarjan): each knot after all those that it waits for. */
function knots(waits: readonly Wait[]): readonly (readonly Someone[])[] {
  const people = new Map(
    waits.flatMap(({ who, on }) => [who, on]).map((person) => [person.id, person] as const),
  )
  const number = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: Someone[] = []
  const found: Someone[][] = []
  const visit = (person: Someone): number => {
    const mine = number.size
    number.set(person.id, mine)
    low.set(person.id, mine)
    stack.push(person)
    for (const { who, on } of waits) {
      if (who.id !== person.id) continue
      const isNew = !number.has(on.id)
      const reach = isNew
        ? visit(on)
        : stack.some(({ id }) => id === on.id)
          ? (number.get(on.id) ?? mine)
          : mine
      low.set(person.id, Math.min(low.get(person.id) ?? mine, reach))
    }
    if (low.get(person.id) === mine) found.push(stack.splice(stack.findIndex(({ id }) => id === person.id)))
    return low.get(person.id) ?? mine
  }
  for (const person of people.values()) if (!number.has(person.id)) visit(person)
  return found
}
