import type { ItemChangeJson, ItemRow } from '../../bot/contract/item'
import { ITEM_MOVES } from '../../bot/domain/itemMoves'
import { personId } from '../../bot/contract/common'
import type { PlainDate } from '../../bot/domain/time'
import { groupKey, isOpenItem, ITEM_STATUSES, laterBy, LATE, mondayOf } from './itemList'
import { NONE, type BoardGroup } from './itemQuery'

/* Which columns the board has, and what it means to bring a card into one of them. */

/** What a move has to ask for before it can be made. `to`: the date to begin with. */
export type Asking =
  { readonly for: 'block' | 'cancel' | 'reopen' } | { readonly for: 'move'; readonly to: PlainDate | null }

export type BoardMove =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly change: ItemChangeJson }
  | { readonly kind: 'ask'; readonly asking: Asking }
  | { readonly kind: 'no'; readonly because: Hindrance }

/** Why a card can't be brought there. */
export type Hindrance = 'notYours' | 'ended' | 'backToOpen' | 'pastWeek' | 'withoutDate'

/** What it means to bring this card into that column; `key` as `groupKey` makes it. */
export function moveTo(row: ItemRow, group: BoardGroup, key: string, today: PlainDate): BoardMove {
  if (groupKey(row, group, today) === key) return { kind: 'same' }
  if (!row.canChange) return { kind: 'no', because: 'notYours' }
  switch (group) {
    case 'state':
      return toState(row, key)
    case 'owner':
      if (!isOpenItem(row)) return { kind: 'no', because: 'ended' }
      return { kind: 'change', change: { kind: 'own', owner: personId.parse(key) } }
    case 'due':
      return toWeek(row, key, today)
  }
}

function toState(row: ItemRow, key: string): BoardMove {
  const moves = ITEM_MOVES[row.status]
  const status = ITEM_STATUSES.find((one) => one === key)
  switch (status) {
    case 'inProgress':
      return moves.includes('start')
        ? { kind: 'change', change: { kind: 'start' } }
        : { kind: 'no', because: 'ended' }
    case 'blocked':
      return moves.includes('block')
        ? { kind: 'ask', asking: { for: 'block' } }
        : { kind: 'no', because: 'ended' }
    case 'done':
      return moves.includes('done')
        ? { kind: 'change', change: { kind: 'done' } }
        : { kind: 'no', because: 'ended' }
    case 'cancelled':
      return moves.includes('cancel')
        ? { kind: 'ask', asking: { for: 'cancel' } }
        : { kind: 'no', because: 'ended' }
    case 'open':
    case undefined:
      return moves.includes('reopen')
        ? { kind: 'ask', asking: { for: 'reopen' } }
        : { kind: 'no', because: 'backToOpen' }
  }
}

function toWeek(row: ItemRow, key: string, today: PlainDate): BoardMove {
  if (!isOpenItem(row)) return { kind: 'no', because: 'ended' }
  if (key === NONE) return { kind: 'no', because: 'withoutDate' }
  const friday = key === LATE ? null : laterBy(key as PlainDate, 4)
  if (friday === null || laterBy(friday, 2) < today) return { kind: 'no', because: 'pastWeek' }
  // The Friday of that week, or today where that has passed: it is asked anyway.
  return { kind: 'ask', asking: { for: 'move', to: friday < today ? today : friday } }
}

/** Weeks ahead that the board always has a column for, this one among them. */
const WEEKS_AHEAD = 4

/** The columns in their order; what has cards beyond the usual ones has its column, too. */
export function columnKeys(
  rows: readonly ItemRow[],
  group: BoardGroup,
  members: readonly { readonly id: string; readonly name: string }[],
  today: PlainDate,
): readonly string[] {
  const used = new Set(rows.map((row) => groupKey(row, group, today)))
  switch (group) {
    case 'state':
      return ['open', 'inProgress', 'blocked', 'done', ...(used.has('cancelled') ? ['cancelled'] : [])]
    case 'owner': {
      const known = members.map(({ id }) => id)
      const left = [...used].filter((id) => !known.includes(id))
      // Who has cards comes first; to the others one can give some.
      return [...known.filter((id) => used.has(id)), ...left, ...known.filter((id) => !used.has(id))]
    }
    case 'due': {
      const monday = mondayOf(today)
      const weeks = Array.from({ length: WEEKS_AHEAD }, (_, index) => laterBy(monday, 7 * index))
      const others = [...used].filter((key) => key !== LATE && key !== NONE)
      return [LATE, ...new Set([...weeks, ...others].toSorted()), ...(used.has(NONE) ? [NONE] : [])]
    }
  }
}
