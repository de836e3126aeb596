import type { ItemAnswer, ItemChangeJson, ItemDetail, ItemRow } from '../../bot/contract/item'
import type { ProjectFacts } from '../../bot/contract/session'
import type { ItemMove } from '../../bot/domain/itemMoves'
import type { PlainDate } from '../../bot/domain/time'
import { counted, dateWords, dayOf, daysBetween, firstName, shortDate } from '../look/words'
import type { Hindrance } from './boardMoves'
import { daysOver, isoWeek, LATE, laterBy, mondayOf, type ItemGroup } from './itemList'
import { NONE, type Filter, type Group, type Only, type Show, type Sort, type View } from './itemQuery'

/* The words of the page of action items. */

type Status = ItemRow['status']

export const STATUS_WORD: Readonly<Record<Status, string>> = {
  open: 'Open',
  inProgress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  cancelled: 'Cancelled',
}
export const SHOW_WORD: Readonly<Record<Show, string>> = {
  list: 'List',
  board: 'Board',
  waits: 'Who waits',
}
export const VIEW_WORD: Readonly<Record<View, string>> = {
  open: 'Open',
  mine: 'Mine',
  blocked: 'Blocked',
  ended: 'Ended',
}
/** On the board, where states are columns, a view only says whose cards they are. */
export const BOARD_VIEW_WORD = { open: 'All', mine: 'Mine' } as const
export const GROUP_WORD: Readonly<Record<Group, string>> = {
  due: 'Due week',
  owner: 'Owner',
  state: 'State',
  none: 'Nothing',
}
export const SORT_WORD: Readonly<Record<Sort, string>> = {
  no: 'No.',
  title: 'What',
  owner: 'Owner',
  due: 'Due',
  moved: 'Moved',
  state: 'State',
}
export const FILTER_WORD: Readonly<Record<Filter, string>> = {
  owner: 'Owner',
  state: 'State',
  workstream: 'Workstream',
  only: 'Only',
}
const ONLY_WORD: Readonly<Record<Only, string>> = { late: 'Late', forMe: 'Waiting for me' }

/** What a move's button says. Three dots: it asks for something first. */
export function moveWord(move: ItemMove, { status, due }: Pick<ItemRow, 'status' | 'due'>): string {
  switch (move) {
    case 'done':
      return 'Done'
    case 'start':
      return status === 'blocked' ? 'Go on' : 'Start'
    case 'move':
      return due === null ? 'Give a date…' : 'New date…'
    case 'block':
      return status === 'blocked' ? 'Another reason…' : 'Blocked…'
    case 'cancel':
      return 'Not needed…'
    case 'reopen':
      return 'Reopen…'
  }
}

/** "2 d over". */
export function overWords(days: number): string {
  return `${days} d over`
}

/** "+12 d", "−3 d". */
export function driftWords(days: number): string {
  return days < 0 ? `−${-days} d` : `+${days} d`
}

export function timesWords(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
}

/** Who waits for it, and for what: "Sallie waits for this to go on with the load test." */
export function waitsWords(item: Pick<ItemRow, 'for' | 'unblocks'>): string | null {
  const who = item.for && firstName(item.for.name)
  if (who !== null && item.unblocks !== null) return `${who} waits for this, for ${item.unblocks}.`
  if (who !== null) return `${who} waits for this.`
  return item.unblocks === null ? null : `This unblocks ${item.unblocks}.`
}

/** Due, and how far over: what stands on a card and in the drawing. */
export function dueWords(row: Pick<ItemRow, 'due' | 'status'>, today: PlainDate): string {
  if (row.due === null) return 'no date'
  const over = daysOver(row, today)
  return over > 0 ? overWords(over) : dateWords(row.due, today)
}

/** "blocked 7 d". */
function blockedWords({ since }: Pick<ItemRow, 'since'>, { zone, today }: ProjectFacts): string {
  const days = since === null ? 0 : daysBetween(dayOf(since, zone), today)
  return days > 0 ? `blocked ${days} d` : 'blocked'
}

/** The trouble of an item in two words; null when it has none. */
export function troubleWords(row: ItemRow, project: ProjectFacts): string | null {
  if (row.status === 'blocked') return blockedWords(row, project)
  const over = daysOver(row, project.today)
  return over > 0 ? overWords(over) : null
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
      return Object.hasOwn(STATUS_WORD, key) ? STATUS_WORD[key as Status] : key
    case 'none':
      return 'All'
  }
}

function nameOf(id: string, { members }: ProjectFacts, rows: readonly ItemRow[]): string {
  const member = members.find((one) => one.id === id) ?? rows.find(({ owner }) => owner.id === id)?.owner
  return member?.name ?? 'Somebody who left'
}

function weekWordsOf(key: string, today: PlainDate): string {
  if (key === LATE) return 'Late'
  if (key === NONE) return 'Without a date'
  const monday = key as PlainDate
  const week = `Week ${isoWeek(monday)}`
  if (monday === mondayOf(today)) return `${week}, this week`
  return `${week}, ${shortDate(monday)} to ${shortDate(laterBy(monday, 4))}`
}

/** Beside a group's head: "3, oldest 2 d over", "4 due". */
export function groupFacts(group: Group, { key, rows }: ItemGroup, today: PlainDate): string {
  const late = rows.filter((row) => daysOver(row, today) > 0)
  const oldest = Math.max(0, ...late.map((row) => daysOver(row, today)))
  if (group === 'due' && key === LATE) return `${rows.length}, oldest ${overWords(oldest)}`
  if (group === 'due') return key === NONE ? String(rows.length) : `${rows.length} due`
  return late.length > 0 ? `${rows.length}, ${late.length} late` : String(rows.length)
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
      if (value === NONE) return 'No workstream'
      return project.workstreams.find(({ id }) => id === value)?.name ?? 'Another workstream'
    case 'only':
      return value === 'late' ? ONLY_WORD.late : ONLY_WORD.forMe
  }
}

/** Why a card can't be brought to a column. */
export function hindranceWords(because: Hindrance, row: ItemRow, lead: string): string {
  switch (because) {
    case 'notYours':
      return `Its owner ${row.owner.name}, who added it, or ${lead} can change ${row.id}.`
    case 'ended':
      return `${row.id} is ${STATUS_WORD[row.status].toLowerCase()}: reopen it first.`
    case 'backToOpen':
      return `${row.id} was begun, so it can’t be open as if nothing had happened.`
    case 'pastWeek':
      return 'That week has passed: a new date has to be ahead.'
    case 'withoutDate':
      return 'A date can be moved, and its first one stays. It can’t be taken off.'
  }
}

/** What was just done, for the toast. */
export function doneWords(id: string, change: ItemChangeJson, item: ItemDetail, today: PlainDate): string {
  switch (change.kind) {
    case 'edit':
      return `${id} saved`
    case 'own':
      return `${id} is ${firstName(item.owner.name)}’s now`
    case 'move':
      return item.due === null ? `${id} saved` : `${id} is due ${dateWords(item.due, today)}`
    case 'reopen':
      return `${id} is open again`
    default:
      return `${id}: ${STATUS_WORD[item.status].toLowerCase()}`
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
      return change.to === null ? 'another date' : dateWords(change.to, today)
    case 'edit':
      if (change.for !== undefined)
        return change.for === null ? 'no one' : firstName(nameOfPerson(change.for))
      return change.title ?? change.unblocks ?? 'another workstream'
    case 'done':
      return STATUS_WORD.done
    case 'start':
      return STATUS_WORD.inProgress
    case 'block':
      return STATUS_WORD.blocked
    case 'reopen':
      return STATUS_WORD.open
    case 'cancel':
      return STATUS_WORD.cancelled
  }
}

/** What stands now in the place of what was wanted. */
export function keptWords(change: ItemChangeJson, item: ItemDetail, today: PlainDate): string {
  switch (change.kind) {
    case 'own':
      return firstName(item.owner.name)
    case 'move':
      return item.due === null ? 'no date' : dateWords(item.due, today)
    case 'edit':
      return 'theirs'
    default:
      return STATUS_WORD[item.status]
  }
}

const GAP_WORD: Readonly<Record<Extract<ItemAnswer, { kind: 'missing' }>['missing'][number], string>> = {
  why: 'a reason',
  date: 'a date',
  reason: 'a reason',
  owner: 'an owner',
  title: 'a title',
}
const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Why it was not saved, in a sentence. */
export function refusalWords(id: string, body: ItemAnswer): string {
  switch (body.kind) {
    case 'refused':
      return body.text
    case 'missing':
      if (body.past) return 'That day has passed. Choose one ahead.'
      return `${id} still needs ${AND.format(body.missing.map((gap) => GAP_WORD[gap]))}.`
    case 'changedMeanwhile':
      return `Somebody changed ${id} first.`
    case 'saved':
    case 'unchanged':
      return `${id} is as it was`
  }
}

export function namesWords(names: readonly string[]): string {
  return AND.format(names)
}

/** What a view says when it is empty. */
export const NOTHING_FITS: Readonly<Record<View, string>> = {
  open: 'Nothing is open',
  mine: 'Nothing open is yours',
  blocked: 'Nothing is blocked',
  ended: 'Nothing has ended yet',
}

export function shownWords(shown: number, of: number): string {
  return `${shown} of ${of}`
}

export function cardsWords(count: number): string {
  return counted(count, 'item', 'items')
}
