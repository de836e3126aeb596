import { byTrouble, type ActionItem } from '../domain/actionItem'
import type { AwaitedNews, NewDate } from '../domain/awaited'
import { dueOn } from '../domain/dueDate'
import type { ItemView } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { dateWords, shortDate, type Calendar } from './dates'
import type { Element } from './elements'
import { body, buttons, dotted, eyebrow, marked, small, title } from './parts'
import type { Reader } from './reader'
import { capital, counted, oneLine, plain, unbroken } from './text'
import { calendarOf, driftWords } from './words'

/** News of an item for who waits for it; `theirs`: their own open items in the same project. */
export type Telling = {
  readonly view: ItemView
  readonly news: AwaitedNews
  readonly theirs: readonly ActionItem[]
}

/** Tells who waits for an item what became of it and what that does to them, in their 1:1 chat. */
export function toldCard({ view, news, theirs }: Telling, reader: Reader): Card {
  const calendar = calendarOf(view.today, reader)
  switch (news.kind) {
    case 'done':
      return doneCard(view)
    case 'reopened':
      return reopenedCard(view, news, theirs, calendar)
    case 'moved':
      return movedCard(view, news, theirs, calendar)
  }
}

function doneCard(view: ItemView): Card {
  const { item } = view
  const by = item.state.status === 'done' ? item.state.by : item.owner
  const can = item.unblocks === null ? [] : [body(`You can go on: ${plain(item.unblocks)}`)]
  return awaitedCard(view, `${oneLine(by.name, 80)} finished ${item.id}: ${oneLine(item.title, 120)}`, [
    marked({ sign: '✓', colour: 'good' }, 'Done', ` by ${oneLine(by.name, 80)}`, 'small'),
    ...can,
  ])
}

type Reopened = Extract<AwaitedNews, { kind: 'reopened' }>

/** You were told that it is done: it is not, and why. */
function reopenedCard(
  view: ItemView,
  { by, why, date }: Reopened,
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Card {
  const { item } = view
  const due = item.due === null ? null : dueOn(item.due)
  const reason = why === null || why === '' ? '' : `: ${plain(why)}`
  const when = due === null ? 'It has no date yet.' : `It is due ${dateWords(due, calendar)}.`
  const waits = item.unblocks === null ? '' : ` ${capital(plain(item.unblocks))} has to wait for it.`
  return awaitedCard(view, `${item.id} is open again: ${oneLine(item.title, 120)}`, [
    marked({ sign: '↺', colour: 'warning' }, 'Open again', ', I told you that it was done', 'small'),
    small(`${plain(by.name, 80)}${reason}`),
    body(date === null ? `${when}${waits}` : `${when} That is ${driftWords(date.days)}.${waits}`),
    ...(due === null ? [] : dueBefore(view, due, theirs, calendar)),
  ])
}

type Moved = Extract<AwaitedNews, { kind: 'moved' }>

/** From when to when and why, and what that does to who waits. */
function movedCard(
  view: ItemView,
  { by, why, date }: Moved,
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Card {
  const { item } = view
  const dates = `${dateWords(date.from, calendar)} → ${dateWords(date.to, calendar)}`
  const mark = { sign: '→', colour: date.days > 0 ? 'warning' : 'good' } as const
  return awaitedCard(view, `${item.id} moved, ${dates}: ${oneLine(item.title, 120)}`, [
    marked(mark, 'Moved', `  ${dates}`, 'small'),
    small(`${plain(by.name, 80)}${why === '' ? '' : `: ${plain(why)}`}`),
    body(effectWords(item, date)),
    ...dueBefore(view, date.to, theirs, calendar),
  ])
}

/** "Load test can start 6 days later." */
function effectWords({ unblocks }: ActionItem, { days }: NewDate): string {
  const when = days > 0 ? `${counted(days, 'day')} later` : `${counted(-days, 'day')} sooner`
  return unblocks === null ? `It comes ${when}.` : `${capital(plain(unblocks))} can start ${when}.`
}

const MOST_OF_THEIRS = 3

/** What of theirs is due before this comes: "Your A-14, due 1 Dec, is due before this arrives." */
function dueBefore(
  { today, item: awaited }: ItemView,
  arrives: NewDate['to'],
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Element[] {
  const before = theirs
    .flatMap((item) =>
      item.due && item.id !== awaited.id && dueOn(item.due) < arrives ? [{ item, due: dueOn(item.due) }] : [],
    )
    .toSorted((a, b) => (a.due === b.due ? byTrouble(today)(a.item, b.item) : a.due < b.due ? -1 : 1))
  const [first] = before
  if (!first) return []
  const nameOf = ({ item, due }: typeof first) => `${unbroken(item.id)}, due ${shortDate(due, calendar)}`
  return [
    body(
      before.length === 1
        ? `Your ${nameOf(first)}, is due before this arrives.`
        : `Of yours, ${before.length} are due before this arrives: ${before
            .slice(0, MOST_OF_THEIRS)
            .map(nameOf)
            .join('; ')}${before.length > MOST_OF_THEIRS ? ' and so on' : ''}.`,
    ),
  ]
}

function awaitedCard(view: ItemView, summary: string, what: readonly Element[]): Card {
  const { item, project } = view
  return card(summary, [
    eyebrow(dotted(plain(project.name, 80), item.id, 'you wait for this')),
    title(plain(item.title)),
    ...what,
    ...buttons([execute('Open it', 'item.show', { project: project.id, id: item.id })]),
  ])
}
