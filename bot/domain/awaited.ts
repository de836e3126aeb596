import { isOpen, type ActionItem } from './actionItem'
import { dueOn } from './dueDate'
import { takenBack, type Change } from './history'
import { isSamePerson, type Person } from './person'
import { daysBetween, type PlainDate } from './time'

/** A new date of an item: `days` later; negative when sooner. */
export type NewDate = { readonly from: PlainDate; readonly to: PlainDate; readonly days: number }

/** What became of an item, to somebody who waits for it. */
export type AwaitedNews =
  | { readonly kind: 'done' }
  /** It was done as far as they know, and is not. */
  | {
      readonly kind: 'reopened'
      readonly by: Person
      readonly why: string | null
      readonly date: NewDate | null
    }
  | { readonly kind: 'moved'; readonly by: Person; readonly why: string; readonly date: NewDate }

/** What a change of an item means to who waits for it; null when it is none of their business. */
export function meaningForWaiting(before: ActionItem, after: ActionItem): AwaitedNews['kind'] | null {
  const [wasDone, isDone] = [before.state.status === 'done', after.state.status === 'done']
  if (isDone && !wasDone) return 'done'
  if (wasDone && isOpen(after)) return 'reopened'
  return newDate(before, after) ? 'moved' : null
}

/** Who is told of a change because they wait for the item: nobody about their own doing. */
export function whoIsTold(before: ActionItem, after: ActionItem, by: Person): Person | null {
  const waits = after.for
  if (waits === null || isSamePerson(waits, by)) return null
  return meaningForWaiting(before, after) === null ? null : waits
}

/**
 * What somebody who waits for an item does not know yet, worked out from its history: against the version that they were
 * told of last, changed themselves, or began to wait at. Changes that came to nothing meanwhile are no news. Also the
 * latest version that told them: only its message speaks, so that several come to one.
 */
export function newsFor(
  person: Person,
  item: ActionItem,
  history: readonly Change[],
  told: number | null,
): { readonly news: AwaitedNews | null; readonly latest: number } {
  const newestFirst = history.toSorted((a, b) => b.version - a.version)
  const own = newestFirst.find((change) => isSamePerson(change.by, person))?.version ?? 1
  const began = newestFirst.find((change) => change.fields.some(({ field }) => field === 'for'))?.version ?? 1
  const known = Math.max(told ?? 1, own, began)
  let latest = 0
  let before = item
  for (const change of newestFirst.filter(({ version }) => version > known)) {
    const after = before
    before = takenBack(after, change)
    if (latest === 0 && whoIsTold(before, after, change.by)) latest = change.version
  }
  const isWaiting = isSamePerson(item.for, person)
  return { news: isWaiting ? newsBetween(before, item, newestFirst) : null, latest }
}

function newsBetween(
  before: ActionItem,
  item: ActionItem,
  newestFirst: readonly Change[],
): AwaitedNews | null {
  const kind = isOpen(item) || item.state.status === 'done' ? meaningForWaiting(before, item) : null
  const date = newDate(before, item)
  switch (kind) {
    case null:
    case 'done':
      return kind && { kind }
    case 'reopened': {
      const change = newestFirst.find(({ fields }) => fields.some(({ field }) => field === 'state'))
      return { kind, by: change?.by ?? item.changedBy, why: change?.why ?? null, date }
    }
    case 'moved': {
      const move = item.due?.moves.at(-1)
      return date && { kind, by: move?.by ?? item.changedBy, why: move?.why ?? '', date }
    }
  }
}

function newDate(before: ActionItem, after: ActionItem): NewDate | null {
  if (!before.due || !after.due) return null
  const [from, to] = [dueOn(before.due), dueOn(after.due)]
  return from === to ? null : { from, to, days: daysBetween(from, to) }
}
