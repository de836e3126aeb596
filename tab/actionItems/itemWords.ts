import { LOCALE, week } from '#words/common'
import * as words from '#words/items'
import type { ItemAnswer, ItemChangeJson, ItemDetail, ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import type { ItemMove } from '../../bot/domain/itemMoves'
import type { PlainDate } from '../../bot/domain/time'
import { dateWords, dayOf, daysBetween, firstName, shortDate } from '../look/words'
import type { Hindrance } from './boardMoves'
import { daysOver, isoWeek, LATE, laterBy, mondayOf, type ItemGroup } from './itemList'
import { NONE, type Filter, type Group } from './itemQuery'

/* What the page of action items says of which fact. */

const AND = new Intl.ListFormat(LOCALE, { type: 'conjunction' })

const { both, done, facts, groups, refused } = words

type Status = ItemRow['status']

export function moveWord(move: ItemMove, { status, due }: Pick<ItemRow, 'status' | 'due'>): string {
  switch (move) {
    case 'start':
      return status === 'blocked' ? words.moves.goOn : words.moves.start
    case 'move':
      return due === null ? words.moves.firstDate : words.moves.newDate
    case 'block':
      return status === 'blocked' ? words.moves.otherReason : words.moves.block
    case 'done':
    case 'cancel':
    case 'reopen':
      return words.moves[move]
  }
}

/** Due, and how far over: what stands on a card and in the drawing. */
export function dueWords(row: Pick<ItemRow, 'due' | 'status'>, today: PlainDate): string {
  if (row.due === null) return facts.noDate
  const over = daysOver(row, today)
  return over > 0 ? facts.over(over) : dateWords(row.due, today)
}

/** The trouble of an item in two words; null when it has none. */
export function troubleWords(row: ItemRow, { zone, today }: ProjectFacts): string | null {
  if (row.status === 'blocked') {
    return facts.blocked(row.since === null ? 0 : daysBetween(dayOf(row.since, zone), today))
  }
  const over = daysOver(row, today)
  return over > 0 ? facts.over(over) : null
}

/** The head of a group in the list, and of a column on the board. */
export function groupWords(
  group: Group,
  key: string,
  project: ProjectFacts,
  rows: readonly ItemRow[],
): string {
  switch (group) {
    case 'due':
      return weekWordsOf(key, project.today)
    case 'owner':
      return nameOf(key, project, rows)
    case 'state':
      return Object.hasOwn(words.STATUS_WORD, key) ? words.STATUS_WORD[key as Status] : key
    case 'none':
      return groups.all
  }
}

function nameOf(id: string, { members }: ProjectFacts, rows: readonly ItemRow[]): string {
  const member = members.find((one) => one.id === id) ?? rows.find(({ owner }) => owner.id === id)?.owner
  return member?.name ?? groups.left
}

function weekWordsOf(key: string, today: PlainDate): string {
  if (key === LATE) return groups.late
  if (key === NONE) return groups.noDate
  const monday = key as PlainDate
  const name = week(isoWeek(monday))
  if (monday === mondayOf(today)) return groups.thisWeek(name)
  return groups.week(name, shortDate(monday), shortDate(laterBy(monday, 4)))
}

/** Beside a group's head: "3, oldest 2 d over", "4 due". */
export function groupFacts(group: Group, { key, rows }: ItemGroup, today: PlainDate): string {
  const late = rows.filter((row) => daysOver(row, today) > 0)
  const oldest = Math.max(0, ...late.map((row) => daysOver(row, today)))
  if (group === 'due' && key === LATE) return groups.oldest(rows.length, oldest)
  if (group === 'due') return key === NONE ? String(rows.length) : groups.due(rows.length)
  return late.length > 0 ? groups.someLate(rows.length, late.length) : String(rows.length)
}

/** The word for a value of a filter. */
export function filterWords(
  filter: Filter,
  value: string,
  project: ProjectFacts,
  rows: readonly ItemRow[],
): string {
  switch (filter) {
    case 'owner':
    case 'state':
      return groupWords(filter, value, project, rows)
    case 'workstream':
      if (value === NONE) return groups.noWorkstream
      return project.workstreams.find(({ id }) => id === value)?.name ?? groups.otherWorkstream
    case 'only':
      return value === 'late' ? words.ONLY_WORD.late : words.ONLY_WORD.forMe
  }
}

/** Why a card can't be brought to a column. */
export function hindranceWords(because: Hindrance, row: ItemRow, lead: string): string {
  switch (because) {
    case 'notYours':
      return words.hindrance.notYours(row.id, row.owner.name, lead)
    case 'ended':
      return words.hindrance.ended(row.id, words.STATUS_INLINE[row.status])
    case 'backToOpen':
      return words.hindrance.backToOpen(row.id)
    case 'pastWeek':
    case 'withoutDate':
      return words.hindrance[because]
  }
}

/** What was just done, for the toast. */
export function doneWords(id: string, change: ItemChangeJson, item: ItemDetail, today: PlainDate): string {
  switch (change.kind) {
    case 'edit':
      return done.saved(id)
    case 'own':
      return done.handedTo(id, firstName(item.owner.name))
    case 'move':
      return item.due === null ? done.saved(id) : done.due(id, dateWords(item.due, today))
    case 'reopen':
      return done.openAgain(id)
    default:
      return done.is(id, words.STATUS_INLINE[item.status])
  }
}

/** What would have been saved, in a few words. */
export function wantedWords(
  change: ItemChangeJson,
  nameOfPerson: (id: string) => string,
  today: PlainDate,
): string {
  switch (change.kind) {
    case 'own':
      return firstName(nameOfPerson(change.owner))
    case 'move':
      return change.to === null ? both.otherDate : dateWords(change.to, today)
    case 'edit':
      if (change.for !== undefined)
        return change.for === null ? both.nobody : firstName(nameOfPerson(change.for))
      return change.title ?? change.unblocks ?? both.otherWorkstream
    case 'done':
      return words.STATUS_WORD.done
    case 'start':
      return words.STATUS_WORD.inProgress
    case 'block':
      return words.STATUS_WORD.blocked
    case 'reopen':
      return words.STATUS_WORD.open
    case 'cancel':
      return words.STATUS_WORD.cancelled
  }
}

/** What stands now in the place of what was wanted. */
export function keptWords(change: ItemChangeJson, item: ItemDetail, today: PlainDate): string {
  switch (change.kind) {
    case 'own':
      return firstName(item.owner.name)
    case 'move':
      return item.due === null ? both.noDate : dateWords(item.due, today)
    case 'edit':
      return both.theirs
    default:
      return words.STATUS_WORD[item.status]
  }
}

/** Why it was not saved, in a sentence. No id: the item has none yet. */
export function refusalWords(id: string | null, body: ItemAnswer): string {
  switch (body.kind) {
    case 'refused':
      return body.text
    case 'missing':
      if (body.past) return refused.past
      return refused.needs(id, namesWords(body.missing.map((gap) => refused.gap[gap])))
    case 'changedMeanwhile':
      return refused.changedFirst(id)
    case 'saved':
    case 'unchanged':
      return refused.asItWas(id)
  }
}

export function namesWords(names: readonly string[]): string {
  return AND.format(names)
}
