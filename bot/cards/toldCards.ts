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
import { oneLine, plain, unbroken } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** News of an item for who waits for it; `theirs`: their own open items in the same project. */
export type Telling = {
  readonly view: ItemView
  readonly news: AwaitedNews
  readonly theirs: readonly ActionItem[]
}

/** Tells who waits for an item what became of it and what that does to them, in their 1:1 chat. */
export function toldCard({ view, news, theirs }: Telling, reader: Reader): Card {
  const w = wordsOf(reader)
  const calendar = calendarOf(view.today, reader)
  switch (news.kind) {
    case 'done':
      return doneCard(view, w)
    case 'reopened':
      return reopenedCard(view, news, theirs, calendar)
    case 'moved':
      return movedCard(view, news, theirs, calendar)
  }
}

function doneCard(view: ItemView, w: Words): Card {
  const { item } = view
  const by = item.state.status === 'done' ? item.state.by : item.owner
  const can = item.unblocks === null ? [] : [body(w.told.goOn(plain(item.unblocks)))]
  return awaitedCard(
    view,
    w.told.finished(oneLine(by.name, 80), item.id, oneLine(item.title, 120)),
    [marked({ sign: '✓', colour: 'good' }, w.told.done, w.told.by(oneLine(by.name, 80)), 'small'), ...can],
    w,
  )
}

type Reopened = Extract<AwaitedNews, { kind: 'reopened' }>

/** You were told that it is done: it is not, and why. */
function reopenedCard(
  view: ItemView,
  { by, why, date }: Reopened,
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Card {
  const w = wordsOf(calendar)
  const { item } = view
  const due = item.due === null ? null : dueOn(item.due)
  const reason = why === null || why === '' ? '' : `: ${plain(why)}`
  const when = due === null ? w.told.noDateYet : w.told.isDue(dateWords(due, calendar))
  const waits = item.unblocks === null ? '' : w.told.hasToWait(plain(item.unblocks))
  return awaitedCard(
    view,
    w.told.openAgainSummary(item.id, oneLine(item.title, 120)),
    [
      marked({ sign: '↺', colour: 'warning' }, w.told.openAgain, w.told.toldDone, 'small'),
      small(`${plain(by.name, 80)}${reason}`),
      body(date === null ? `${when}${waits}` : `${when} ${w.told.thatIs(date.days)}${waits}`),
      ...(due === null ? [] : dueBefore(view, due, theirs, calendar)),
    ],
    w,
  )
}

type Moved = Extract<AwaitedNews, { kind: 'moved' }>

/** From when to when and why, and what that does to who waits. */
function movedCard(
  view: ItemView,
  { by, why, date }: Moved,
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Card {
  const w = wordsOf(calendar)
  const { item } = view
  const dates = `${dateWords(date.from, calendar)} → ${dateWords(date.to, calendar)}`
  const mark = { sign: '→', colour: date.days > 0 ? 'warning' : 'good' } as const
  return awaitedCard(
    view,
    w.told.movedSummary(item.id, dates, oneLine(item.title, 120)),
    [
      marked(mark, w.told.moved, `  ${dates}`, 'small'),
      small(`${plain(by.name, 80)}${why === '' ? '' : `: ${plain(why)}`}`),
      body(effectWords(item, date, w)),
      ...dueBefore(view, date.to, theirs, calendar),
    ],
    w,
  )
}

/** "Load test can start 6 days later." */
function effectWords({ unblocks }: ActionItem, { days }: NewDate, w: Words): string {
  return w.told.effect(unblocks === null ? null : plain(unblocks), days)
}

const MOST_OF_THEIRS = 3

/** What of theirs is due before this comes: "Your A-14, due 1 Dec, is due before this arrives." */
function dueBefore(
  { today, item: awaited }: ItemView,
  arrives: NewDate['to'],
  theirs: readonly ActionItem[],
  calendar: Calendar,
): Element[] {
  const w = wordsOf(calendar)
  const before = theirs
    .flatMap((item) =>
      item.due && item.id !== awaited.id && dueOn(item.due) < arrives ? [{ item, due: dueOn(item.due) }] : [],
    )
    .toSorted((a, b) => (a.due === b.due ? byTrouble(today)(a.item, b.item) : a.due < b.due ? -1 : 1))
  if (before.length === 0) return []
  const nameOf = ({ item, due }: (typeof before)[number]) =>
    w.told.dueOf(unbroken(item.id), shortDate(due, calendar))
  return [body(w.told.dueBefore(before.slice(0, MOST_OF_THEIRS).map(nameOf), before.length))]
}

function awaitedCard(view: ItemView, summary: string, what: readonly Element[], w: Words): Card {
  const { item, project } = view
  return card(summary, [
    eyebrow(dotted(plain(project.name, 80), item.id, w.told.youWait)),
    title(plain(item.title)),
    ...what,
    ...buttons([execute(w.told.openIt, 'item.show', { project: project.id, id: item.id })]),
  ])
}
