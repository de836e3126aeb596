import type { ItemRow } from '../../bot/contract/item'
import { isOpenItem } from './itemList'

/*
 * What hangs on one item: the items that it waits for, and those that wait for it. An item names another by its number
 * ("unblocks A-3", "blocked: see A-9"), or unblocks what stands in the title of an item of the one who waits for it.
 */

/** An item and what waits for it in turn; what stands above it already is not told again. */
export type Hanging = { readonly item: ItemRow; readonly then: readonly Hanging[] }

export type Hangs = {
  /** What it waits for. */
  readonly on: readonly ItemRow[]
  /** What waits for it. */
  readonly below: readonly Hanging[]
}

/** Beyond this a picture tells nothing more. */
const DEEPEST = 6

export function hangsOf(item: ItemRow, rows: readonly ItemRow[]): Hangs {
  const open = rows.filter(isOpenItem)
  const below = (of: ItemRow, above: readonly string[]): readonly Hanging[] =>
    above.length >= DEEPEST
      ? []
      : open
          .filter((row) => !above.includes(row.id) && waitsFor(row, of))
          .map((row) => ({ item: row, then: below(row, [...above, row.id]) }))
  return {
    on: open.filter((row) => row.id !== item.id && waitsFor(item, row)),
    below: below(item, [item.id]),
  }
}

/** Whether the one can go on only when the other is done. */
function waitsFor(row: ItemRow, on: ItemRow): boolean {
  if (row.id === on.id) return false
  if (row.status === 'blocked' && names(row.reason, on)) return true
  if (names(on.unblocks, row)) return true
  const wanted = bare(on.unblocks ?? '')
  return wanted.length >= SHORTEST && on.for?.id === row.owner.id && bare(row.title).includes(wanted)
}

/** Shorter words stand in too many titles. */
const SHORTEST = 5

function names(text: string | null, { id }: ItemRow): boolean {
  return text !== null && new RegExp(`(?<![\\w-])${id}(?!\\d)`, 'i').test(text)
}

function bare(text: string): string {
  return text
    .toLocaleLowerCase()
    .replace(/^(the|a|an)\s+/, '')
    .trim()
}
