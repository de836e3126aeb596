import type { ItemRow } from '../../bot/contract/item'
import type { PlainDate } from '../../bot/domain/time'
import { grouped } from '../data/grouped'
import { daysBetween } from '../look/words'

/* Open action items under the week they are due in, the late ones first. */

export const ITEM_VIEWS = ['open', 'mine', 'blocked'] as const
export type ItemView = (typeof ITEM_VIEWS)[number]

export type DueGroup = {
  readonly key: string
  readonly kind: 'overdue' | 'week' | 'undated'
  /** The Monday of a week. */
  readonly monday: PlainDate | null
  readonly rows: readonly ItemRow[]
}

export function isLate(row: ItemRow, today: PlainDate): boolean {
  return row.due !== null && row.due < today
}

export function isInItemView(row: ItemRow, view: ItemView, me: string): boolean {
  switch (view) {
    case 'open':
      return true
    case 'mine':
      return row.owner.id === me
    case 'blocked':
      return row.status === 'blocked'
  }
}

export function dueGroups(rows: readonly ItemRow[], today: PlainDate): readonly DueGroup[] {
  const sorted = rows.toSorted((a, b) =>
    (a.due ?? '9999') < (b.due ?? '9999') ? -1 : a.due === b.due ? 0 : 1,
  )
  const groups = grouped(sorted, (row) => {
    if (row.due === null) return 'undated'
    return isLate(row, today) ? 'overdue' : mondayOf(row.due)
  })
  return groups.map(([key, members]) => {
    const kind = key === 'undated' || key === 'overdue' ? key : 'week'
    return { key, kind, monday: kind === 'week' ? (key as PlainDate) : null, rows: members }
  })
}

function mondayOf(date: PlainDate): PlainDate {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return at.toISOString().slice(0, 10) as PlainDate
}

/** 47 for a Monday in ISO week 47. */
export function isoWeek(monday: PlainDate): number {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000)
  const first = `${thursday.getUTCFullYear()}-01-01` as PlainDate
  return Math.floor(daysBetween(first, thursday.toISOString().slice(0, 10) as PlainDate) / 7) + 1
}
