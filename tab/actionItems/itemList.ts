import { LOCALE } from '#words/common'
import type { ItemRow } from '../../bot/contract/item'
import { numberOf } from '../../bot/domain/ids'
import type { PlainDate } from '../../bot/domain/time'
import { grouped } from '../data/grouped'
import { daysBetween } from '../look/words'
import { FILTERS, NONE, type Filter, type Group, type ItemQuery, type Sort, type View } from './itemQuery'

/* Which items the list and the board show, in which order and under which heads. Pure: the query in, rows out. */

/** Who looks, and on which day of the project. */
export type ItemReader = { readonly me: string; readonly today: PlainDate }

export const ITEM_STATUSES = ['blocked', 'open', 'inProgress', 'done', 'cancelled'] as const

export function isOpenItem({ status }: Pick<ItemRow, 'status'>): boolean {
  return status !== 'done' && status !== 'cancelled'
}

/** Whole days over its date; 0 for what is on time, has no date or has ended. */
export function daysOver(row: Pick<ItemRow, 'status' | 'due'>, today: PlainDate): number {
  return row.due !== null && isOpenItem(row) && row.due < today ? daysBetween(row.due, today) : 0
}

function isInView(row: ItemRow, view: View, me: string): boolean {
  switch (view) {
    case 'open':
      return isOpenItem(row)
    case 'mine':
      return isOpenItem(row) && row.owner.id === me
    case 'blocked':
      return row.status === 'blocked'
    case 'ended':
      return !isOpenItem(row)
  }
}

function fits(row: ItemRow, filter: Filter, wanted: readonly string[], { me, today }: ItemReader): boolean {
  if (wanted.length === 0) return true
  switch (filter) {
    case 'owner':
      return wanted.includes(row.owner.id)
    case 'state':
      return wanted.includes(row.status)
    case 'workstream':
      return wanted.includes(row.workstream ?? NONE)
    // Both narrow: what is late AND what I wait for.
    case 'only':
      return wanted.every((one) => (one === 'late' ? daysOver(row, today) > 0 : row.for?.id === me))
  }
}

/** Every word must be somewhere: in the number, the title, a name, or what it unblocks. */
function hasWords(row: ItemRow, words: string): boolean {
  const text = [row.id, row.title, row.owner.name, row.for?.name, row.unblocks, row.reason, row.needs?.name]
    .join(' ')
    .toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The rows that the query leaves, in its order. `view`: another one than its own. */
export function shownItems(
  rows: readonly ItemRow[],
  query: ItemQuery,
  reader: ItemReader,
  view = query.view,
): readonly ItemRow[] {
  return rows
    .filter(
      (row) =>
        isInView(row, view, reader.me) &&
        FILTERS.every((filter) => fits(row, filter, query.filters[filter], reader)) &&
        hasWords(row, query.words),
    )
    .toSorted((a, b) => compared(a, b, query))
}

export type ItemGroup = { readonly key: string; readonly rows: readonly ItemRow[] }

/** Late ones, then week by week, then what has no date; owners by their trouble; states in their order. */
export function itemGroups(rows: readonly ItemRow[], group: Group, today: PlainDate): readonly ItemGroup[] {
  return grouped(rows, (row) => groupKey(row, group, today))
    .map(([key, members]) => ({ key, rows: members }))
    .toSorted(
      (a, b) =>
        compareText(groupRank(group, a, today), groupRank(group, b, today)) ||
        ownerOf(a).localeCompare(ownerOf(b), LOCALE),
    )
}

export const LATE = 'late'

/** Under which head a row stands: `late`, the Monday of a week or `none`; an owner's id; a state. */
export function groupKey(row: ItemRow, group: Group, today: PlainDate): string {
  switch (group) {
    case 'due':
      if (daysOver(row, today) > 0) return LATE
      return row.due === null ? NONE : mondayOf(row.due)
    case 'owner':
      return row.owner.id
    case 'state':
      return row.status
    case 'none':
      return ''
  }
}

function groupRank(group: Group, { key, rows }: ItemGroup, today: PlainDate): string {
  switch (group) {
    case 'due':
      return key === LATE ? '' : key === NONE ? '~' : key
    case 'owner': {
      const inTrouble = rows.filter((row) => row.status === 'blocked' || daysOver(row, today) > 0).length
      return String(9_999 - inTrouble).padStart(4, '0')
    }
    case 'state':
      return String(ITEM_STATUSES.findIndex((status) => status === key))
    case 'none':
      return ''
  }
}

/** Whose rows they are, where they are grouped by owner. */
function ownerOf({ rows }: ItemGroup): string {
  return rows[0]?.owner.name ?? ''
}

function compared(a: ItemRow, b: ItemRow, { sort, view }: ItemQuery): number {
  if (!sort) {
    // The oldest date is the worst; what has ended is told from the newest on.
    return view === 'ended' ? numberOf(b.id) - numberOf(a.id) : byDue(a, b) || numberOf(a.id) - numberOf(b.id)
  }
  const order = orderBy(a, b, sort.by)
  return (sort.down ? -order : order) || numberOf(a.id) - numberOf(b.id)
}

function byDue(a: ItemRow, b: ItemRow): number {
  return compareText(a.due ?? '9999', b.due ?? '9999')
}

function orderBy(a: ItemRow, b: ItemRow, by: Sort): number {
  switch (by) {
    case 'no':
      return numberOf(a.id) - numberOf(b.id)
    case 'title':
      return a.title.localeCompare(b.title, LOCALE)
    case 'owner':
      return a.owner.name.localeCompare(b.owner.name, LOCALE)
    case 'due':
      return byDue(a, b)
    case 'moved':
      return a.drift - b.drift || a.moves - b.moves
    case 'state':
      return ITEM_STATUSES.indexOf(a.status) - ITEM_STATUSES.indexOf(b.status)
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many of the rows each view holds. */
export function viewCounts(rows: readonly ItemRow[], me: string): Readonly<Record<View, number>> {
  const count = (view: View) => rows.filter((row) => isInView(row, view, me)).length
  return { open: count('open'), mine: count('mine'), blocked: count('blocked'), ended: count('ended') }
}

const DAY_MS = 86_400_000

/** The date so many days later. */
export function laterBy(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate
}

export function mondayOf(date: PlainDate): PlainDate {
  return laterBy(date, -((new Date(Date.parse(date)).getUTCDay() + 6) % 7))
}

/** 47 for a Monday in ISO week 47. */
export function isoWeek(monday: PlainDate): number {
  const thursday = laterBy(monday, 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as PlainDate, thursday) / 7) + 1
}
