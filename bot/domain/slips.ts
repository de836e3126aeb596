import type { Change, FieldValue } from './history'
import { isItemId, type ItemId } from './ids'
import { daysBetween, parsePlainDate, type Instant } from './time'

/** An action item's date was moved to a later one; a line of its delay ledger. */
export type Slip = {
  readonly item: ItemId
  readonly at: Instant
  readonly days: number
  /** Whether it had been moved before. */
  readonly again: boolean
}

/** The moves to a later date that history tells. One that was taken back by `undo` never was. */
export function slipsIn(changes: readonly Change[]): readonly Slip[] {
  const slips = new Map<string, Slip>()
  const inOrder = changes.filter(({ record }) => record !== 'project' && isItemId(record))
  for (const change of inOrder.toSorted((a, b) => a.version - b.version)) {
    const { record } = change
    const due = change.fields.find(({ field }) => field === 'due')
    if (!due || record === 'project' || !isItemId(record)) continue
    const [before, after] = [movesIn(due.from), movesIn(due.to)]
    for (const move of before.slice(after.length)) slips.delete(keyOf(record, move))
    after.slice(before.length).forEach((move, index) => {
      const slip = slipOf(record, move, before.length + index > 0)
      if (slip) slips.set(keyOf(record, move), slip)
    })
  }
  return [...slips.values()]
}

type Move = { readonly [key: string]: FieldValue }

function keyOf(item: ItemId, move: Move): string {
  return `${item} ${textAt(move, 'at')}`
}

function slipOf(item: ItemId, move: Move, again: boolean): Slip | null {
  const [from, to] = [parsePlainDate(textAt(move, 'from')), parsePlainDate(textAt(move, 'to'))]
  if (!from || !to || to <= from) return null
  return { item, at: textAt(move, 'at') as Instant, days: daysBetween(from, to), again }
}

function textAt(move: Move, key: 'at' | 'from' | 'to'): string {
  const value = move[key]
  return typeof value === 'string' ? value : ''
}

function movesIn(due: FieldValue): readonly Move[] {
  const moves = isObject(due) ? due['moves'] : null
  return Array.isArray(moves) ? (moves as readonly FieldValue[]).filter(isObject) : []
}

function isObject(value: FieldValue | undefined): value is Move {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
