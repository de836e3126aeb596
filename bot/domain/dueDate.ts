import type { Person } from './person'
import { daysBetween, type Instant, type PlainDate } from './time'

/** One line of the delay ledger. */
export type DueMove = {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly by: Person
  readonly at: Instant
  readonly why: string
}

/** A due date with its whole story: the date first given and each move since. Moves are only ever added. */
export type DueDate = { readonly first: PlainDate; readonly moves: readonly DueMove[] }

export function dueOn(due: DueDate): PlainDate {
  return due.moves.at(-1)?.to ?? due.first
}

export function moved(due: DueDate, move: Omit<DueMove, 'from'>): DueDate {
  return { ...due, moves: [...due.moves, { from: dueOn(due), ...move }] }
}

/** Days that the date stands later than first given; negative when earlier. */
export function driftDays(due: DueDate): number {
  return daysBetween(due.first, dueOn(due))
}
