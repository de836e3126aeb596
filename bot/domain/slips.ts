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
  for (const change of changes.toSorted((a, b) => a.version - b.version)) {
    const { record } = change
    if (record === 'project' || !isItemId(record)) continue
    const made = slipChanges(record, change)
    for (const at of made.back) slips.delete(keyOf(record, at))
    for (const slip of made.slips) slips.set(keyOf(record, slip.at), slip)
  }
  return [...slips.values()]
}

/** The same of one change alone: its moves to a later date, and the moments of the moves that it took back. */
export function slipChanges(
  item: ItemId,
  { fields }: Pick<Change, 'fields'>,
): { readonly slips: readonly Slip[]; readonly back: readonly Instant[] } {
  const due = fields.find(({ field }) => field === 'due')
  if (!due) return { slips: [], back: [] }
  const [before, after] = [movesIn(due.from), movesIn(due.to)]
  return {
    slips: after
      .slice(before.length)
      .flatMap((move, index) => slipOf(item, move, before.length + index > 0) ?? []),
    back: before.slice(after.length).map((move) => textAt(move, 'at') as Instant),
  }
}

type Move = { readonly [key: string]: FieldValue }

function keyOf(item: ItemId, at: Instant): string {
  return `${item} ${at}`
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
